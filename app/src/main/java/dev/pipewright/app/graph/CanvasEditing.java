package dev.pipewright.app.graph;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.error.Notice;
import dev.pipewright.app.graph.CanvasEdits.Asked;
import dev.pipewright.app.graph.NodeSearch.Choice;
import dev.pipewright.app.project.Project;
import dev.pipewright.app.text.Texts;
import dev.pipewright.canvas.DropSpot;
import dev.pipewright.canvas.GraphDocument;
import dev.pipewright.canvas.GraphIntent;
import dev.pipewright.canvas.GraphNode;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.canvas.NodeShape;
import dev.pipewright.canvas.PortEnd;
import dev.pipewright.canvas.PortRef;
import dev.pipewright.canvas.PortSide;
import dev.pipewright.nodes.CategoryStyle;
import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.pipeline.wiring.Wiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// Does to the document what a person wants done to it on the canvas.
final class CanvasEditing {

  private static final Texts TEXTS = Texts.of(CanvasEditing.class);
  private static final double GAP = 40;
  private static final double GRID = 4;

  private final Project project;
  private final Part part;
  private final Components components;
  private final GraphView graph;
  private final NodeSearch search;
  private final Consumer<Notice> tell;
  private final Runnable update;
  private @Nullable Ghost ghost;
  private @Nullable Wiring wiring;

  /// A component on its way from the palette.
  private record Ghost(ComponentSpec spec, Node node) {}

  /// @param part what the canvas shows of the document
  /// @param update draws the document as it is now, at once
  CanvasEditing(
      Project project,
      Part part,
      Components components,
      GraphView graph,
      NodeSearch search,
      Consumer<Notice> tell,
      Runnable update) {
    this.project = project;
    this.part = part;
    this.components = components;
    this.graph = graph;
    this.search = search;
    this.tell = tell;
    this.update = update;
    graph.setLinkRule(this::misfit);
    graph.setInsertRule(this::misplaced);
  }

  private Pipeline document() {
    return project.document().get();
  }

  /// The edits of the document as it is.
  CanvasEdits edits() {
    return new CanvasEdits(document(), components.registry(), shown());
  }

  private Map<NodeId, Position> shown() {
    Map<NodeId, Position> places = new HashMap<>();
    for (GraphNode node : graph.getDocument().nodes()) {
      Rectangle2D bounds = graph.nodeBounds(node.key());
      if (bounds != null && !part.isOutside(document(), new NodeId(node.key()))) {
        places.put(new NodeId(node.key()), new Position(bounds.getMinX(), bounds.getMinY()));
      }
    }
    return places;
  }

  /// The document is another one.
  void documentChanged() {
    wiring = null;
  }

  private Wiring wiring() {
    Wiring known = wiring;
    if (known == null) {
      Pipeline document = document();
      known =
          new Wiring(
              components.registry(),
              ghost == null ? document : Edit.AddNode.last(document, ghost.node()).apply(document));
      wiring = known;
    }
    return known;
  }

  private String misfit(PortRef output, PortRef input) {
    if (project.isReadOnly()) {
      return TEXTS.get("readonly");
    }
    return wiring()
        .misfit(
            new Source(new NodeId(output.node()), output.port()),
            new NodeId(input.node()),
            input.port())
        .orElse("");
  }

  private String misplaced(String node, String link) {
    return wiring().insert(new NodeId(node), GraphMapping.link(document(), link)).isPresent()
        ? ""
        : TEXTS.get("insert.no");
  }

  /// Does what changes the document.
  void intend(GraphIntent intent) {
    switch (intent) {
      case GraphIntent.MoveItems moved -> move(part.own(document(), moved));
      case GraphIntent.Connect made -> edit(edits().connect(made));
      case GraphIntent.Disconnect(String link) -> edit(edits().disconnect(link));
      case GraphIntent.Reconnect moved -> edit(edits().reconnect(moved));
      case GraphIntent.InsertOnLink(String node, String link, GraphIntent.MoveItems moved) ->
          edit(
              edits()
                  .insert(new GraphIntent.InsertOnLink(node, link, part.own(document(), moved))));
      case GraphIntent.AskNode asked -> ask(asked);
      case GraphIntent.Rename(String node, String title) -> rename(node, title);
      case GraphIntent.SetMode asked -> edit(edits().setMode(asked));
      case GraphIntent.Collapse(List<String> nodes, NodeShape shape) ->
          edit(
              edits()
                  .layout()
                  .collapse(new GraphIntent.Collapse(part.own(document(), nodes), shape)));
      case GraphIntent.SetKnots asked ->
          edit(edits().layout().setKnots(asked), "knots " + asked.link());
      case GraphIntent.Group asked -> group(asked);
      case GraphIntent.Ungroup asked -> edit(edits().layout().ungroup(asked));
      case GraphIntent.FoldFrame asked -> edit(edits().layout().fold(asked));
      case GraphIntent.RenameFrame asked -> edit(edits().layout().renameFrame(asked));
      case GraphIntent.ResizeFrame asked ->
          edit(edits().layout().resizeFrame(asked), "resize " + asked.frame());
      case GraphIntent.ResizeNote asked ->
          edit(edits().layout().resizeNote(asked), "resize " + asked.note());
      case GraphIntent.AddNote(Point2D place) -> addNote(place);
      case GraphIntent.EditNote asked -> edit(edits().layout().editNote(asked));
      case GraphIntent.Delete deleted -> delete(deleted);
      case GraphIntent.Open _,
          GraphIntent.Preview _,
          GraphIntent.ContextMenu _,
          GraphIntent.OpenAddress _ ->
          throw new IllegalArgumentException(intent + " changes nothing");
    }
  }

  private void move(GraphIntent.MoveItems moved) {
    if (!moved.nodes().isEmpty()
        || !moved.notes().isEmpty()
        || !moved.frames().isEmpty()
        || !moved.knots().isEmpty()) {
      edit(edits().layout().move(moved), "move " + moved.nodes().keySet());
    } else {
      // What was dragged goes back to where it stands.
      graph.setDocument(GraphDocument.EMPTY);
      update.run();
    }
  }

  private void delete(GraphIntent.Delete deleted) {
    List<String> nodes = part.own(document(), deleted.nodes());
    if (nodes.size() < deleted.nodes().size()) {
      tell.accept(
          new Notice(TEXTS.get("part.outside"), "", TEXTS.get("part.outside.fix"), "", false));
    }
    edit(
        edits()
            .delete(
                new GraphIntent.Delete(
                    nodes, deleted.links(), deleted.frames(), deleted.notes(), deleted.wires())));
  }

  /// Nodes, frames and notes are to stand there.
  void arrange(AutoLayout.Places places) {
    edit(
        edits()
            .layout()
            .arrange(places.without(key -> part.isOutside(document(), new NodeId(key)))));
  }

  /// Edits the document as the part of it says that is shown.
  void edit(Edit edit) {
    project.edit(part.edit(document(), edit));
  }

  private void edit(Edit edit, String merge) {
    project.edit(part.edit(document(), edit), merge);
  }

  private void rename(String node, String title) {
    String name = title.strip();
    if (!NodeId.isValid(name)) {
      tell.accept(new Notice(TEXTS.get("bad.what", name), node, TEXTS.get("bad.fix"), "", false));
    } else if (!name.equals(node) && document().node(new NodeId(name)).isPresent()) {
      tell.accept(
          new Notice(TEXTS.get("taken.what", name), node, TEXTS.get("taken.fix"), "", false));
    } else {
      edit(new Edit.RenameNode(new NodeId(node), new NodeId(name)));
      update.run();
      graph.getSelection().selectNodes(List.of(name));
    }
  }

  /// A new frame has the colour of the category that most of its nodes are of.
  private void group(GraphIntent.Group wanted) {
    GraphIntent.Group asked =
        new GraphIntent.Group(
            part.own(document(), wanted.nodes()), wanted.notes(), wanted.frames(), wanted.bounds());
    if (asked.nodes().isEmpty() && asked.notes().isEmpty() && asked.frames().isEmpty()) {
      tell.accept(
          new Notice(TEXTS.get("part.outside"), "", TEXTS.get("part.outside.fix"), "", false));
      return;
    }
    Map<CategoryStyle, Integer> counts = new java.util.EnumMap<>(CategoryStyle.class);
    List<NodeId> grouped = new ArrayList<>(CanvasEdits.ids(asked.nodes()));
    asked.frames().forEach(frame -> grouped.addAll(document().layout().nodesWithin(frame)));
    for (NodeId id : grouped) {
      document()
          .node(id)
          .ifPresent(node -> counts.merge(components.style(node.component()), 1, Integer::sum));
    }
    CategoryStyle color =
        counts.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(CategoryStyle.CUSTOM);
    String id = document().layout().freeFrameId();
    edit(edits().layout().group(asked, TEXTS.get("frame.title"), color.word()));
    update.run();
    graph.getSelection().selectFrames(List.of(id));
    Rectangle2D frame = graph.frameBounds(id);
    if (frame != null) {
      graph.reveal(frame);
    }
    graph.editFrameTitle(id);
  }

  /// Adds a note near by, where it covers nothing.
  void addNoteNear(Point2D wanted) {
    Area free = place().free(wanted, LayoutEdits.NOTE_WIDTH, LayoutEdits.NOTE_HEIGHT);
    graph.reveal(new Rectangle2D(free.x(), free.y(), free.width(), free.height()));
    addNote(new Point2D(free.x(), free.y()));
  }

  private void addNote(Point2D place) {
    String id = document().layout().freeNoteId();
    edit(edits().layout().addNote(id, onGrid(place)));
    update.run();
    graph.getSelection().selectNotes(List.of(id));
    graph.editNote(id);
  }

  private static Position onGrid(Point2D place) {
    return new Position(
        Math.rint(place.getX() / GRID) * GRID, Math.rint(place.getY() / GRID) * GRID);
  }

  private void ask(GraphIntent.AskNode asked) {
    PortEnd from = asked.from();
    Optional<Asked> port = from == null ? Optional.empty() : Optional.of(asked(from));
    Optional<ArtifactType> type = port.flatMap(this::type);
    Point2D corner = search.getParent().screenToLocal(asked.screen());
    search.open(
        corner == null ? graph.viewPoint(asked.place().getX(), asked.place().getY()) : corner,
        choices(port, type).toList(),
        type.map(t -> TEXTS.get(port.get().isOutput() ? "search.takes" : "search.makes", t.name()))
            .orElse(TEXTS.get("search.prompt")),
        choice -> addAsked(choice, asked, port));
  }

  private static Asked asked(PortEnd end) {
    return new Asked(
        new NodeId(end.port().node()), end.port().port(), end.side() == PortSide.OUTPUT);
  }

  private Optional<ArtifactType> type(Asked port) {
    return port.isOutput()
        ? wiring().type(new Source(port.node(), port.port()))
        : wiring().type(port.node(), port.port());
  }

  private Stream<Choice> choices(Optional<Asked> port, Optional<ArtifactType> type) {
    Stream<ComponentSpec> specs = components.registry().specs().stream();
    if (port.isEmpty()) {
      return specs.map(spec -> new Choice(spec, ""));
    }
    Function<ComponentSpec, List<PortSpec>> ports =
        port.get().isOutput() ? ComponentSpec::inputs : ComponentSpec::outputs;
    return specs.flatMap(
        spec ->
            ports.apply(spec).stream()
                .filter(each -> each.typeParameter() == null)
                .filter(each -> type.filter(each.type()::equals).isPresent())
                .map(each -> new Choice(spec, each.name())));
  }

  /// A node that is asked for from an output has its input below the mouse, and the other way
  /// round; one that is asked for beside others stands there.
  private void addAsked(Choice choice, GraphIntent.AskNode asked, Optional<Asked> port) {
    String component = choice.spec().name();
    if (port.isEmpty() && place().box(asked.beside()) != null) {
      addBeside(component, asked.beside());
      return;
    }
    CanvasEdits edits = edits();
    NodeId id = edits.freeName(component);
    boolean isBefore = port.isPresent() && !port.get().isOutput();
    double width = components.binding(component).width();
    Point2D wanted =
        port.isEmpty()
            ? asked.place()
            : asked.place().add(isBefore ? -width : 0, -GraphNode.WIDTH / 3);
    Area card = place().free(wanted, choice.spec(), width);
    Position corner = new Position(card.x(), card.y());
    add(
        id,
        card,
        port.map(from -> edits.addAt(id, component, corner, from, choice.port()))
            .orElseGet(() -> edits.add(id, component, corner)));
  }

  private FreePlace place() {
    return new FreePlace(graph);
  }

  /// Adds a node, in the frame that it comes to stand in, and shows it.
  private void add(NodeId id, Area card, Edit added) {
    String frame = place().frameAt(card);
    edit(frame == null ? added : edits().in(frame, id, added, card));
    select(id);
    graph.layout();
    graph.reveal(id.value());
  }

  private void select(NodeId id) {
    update.run();
    graph.getSelection().selectNodes(List.of(id.value()));
  }

  /// Adds a component: beside the nodes that are selected, and linked where it is one and there is
  /// only one way to; else in the middle of what is seen.
  void add(String component) {
    List<String> selected = List.copyOf(graph.getSelection().nodes());
    if (place().box(selected) != null) {
      addBeside(component, selected);
      return;
    }
    CanvasEdits edits = edits();
    NodeId id = edits.freeName(component);
    double width = components.binding(component).width();
    Area card = place().free(middle(width), spec(component), width);
    add(id, card, edits.add(id, component, new Position(card.x(), card.y())));
  }

  private void addBeside(String component, List<String> beside) {
    Rectangle2D box = Objects.requireNonNull(place().box(beside));
    CanvasEdits edits = edits();
    NodeId id = edits.freeName(component);
    Area card =
        place()
            .free(
                new Point2D(box.getMaxX() + GAP, box.getMinY()),
                spec(component),
                components.binding(component).width());
    Position corner = new Position(card.x(), card.y());
    add(
        id,
        card,
        beside.size() == 1
            ? edits.addBeside(id, component, corner, new NodeId(beside.getFirst()))
            : edits.add(id, component, corner));
  }

  private ComponentSpec spec(String component) {
    return components.spec(component).orElseThrow();
  }

  private Point2D middle(double width) {
    return graph.getWidth() <= 0
        ? new Point2D(48, 48)
        : graph.documentPoint(graph.getWidth() / 2, graph.getHeight() / 2).subtract(width / 2, 60);
  }

  /// Shows where a component would come to stand that is dragged over the canvas.
  ///
  /// @param view where the mouse is, in view pixels
  void dragOver(ComponentSpec spec, Point2D view) {
    if (ghost == null || !ghost.spec().equals(spec)) {
      ghost = new Ghost(spec, Node.of(edits().freeName(spec.name()), spec.name()));
      wiring = null;
    }
    preview(ghost, view);
  }

  private DropSpot preview(Ghost dragged, Point2D view) {
    GraphNode card =
        new GraphMapping(components, Map.of(), List.of()).card(dragged.node(), dragged.spec());
    return graph.dropPreview(card, view.getX(), view.getY());
  }

  /// The component that is dragged over the canvas is dropped there.
  void drop(Point2D view) {
    Ghost dropped = ghost;
    if (dropped == null) {
      return;
    }
    DropSpot spot = preview(dropped, view);
    endDrag();
    CanvasEdits edits = edits();
    edit(
        edits.drop(
            spot.frame(),
            dropped.node().id(),
            dropped.spec().name(),
            onGrid(spot.place()),
            spot.link() == null ? null : GraphMapping.link(document(), spot.link()),
            spot.wire()));
    select(dropped.node().id());
    graph.requestFocus();
  }

  /// Nothing is dragged over the canvas any more.
  void endDrag() {
    if (ghost != null) {
      ghost = null;
      wiring = null;
      graph.endDropPreview();
    }
  }
}
