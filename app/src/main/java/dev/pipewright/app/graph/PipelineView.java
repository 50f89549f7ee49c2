package dev.pipewright.app.graph;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.components.TypeLook;
import dev.pipewright.app.dock.EmptyState;
import dev.pipewright.app.error.Notice;
import dev.pipewright.app.project.Project;
import dev.pipewright.app.run.RunModel;
import dev.pipewright.app.text.Texts;
import dev.pipewright.canvas.GraphDocument;
import dev.pipewright.canvas.GraphIntent;
import dev.pipewright.canvas.GraphNode;
import dev.pipewright.canvas.GraphPicture;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.canvas.NodeContent;
import dev.pipewright.canvas.PortEnd;
import dev.pipewright.canvas.Wires;
import dev.pipewright.nodes.CategoryStyle;
import dev.pipewright.nodes.ComponentCard;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The canvas of a project. To be disposed of with it.
public final class PipelineView extends StackPane {

  private static final Texts TEXTS = Texts.of(PipelineView.class);
  private static final Duration LOOK = Duration.millis(120);
  private static final int PATIENCE = 8;

  private final Project project;
  private final Part part;
  private final RunModel run;
  private final Components components;
  private final Requests requests;
  private final GraphView graph = new GraphView();
  private final NodeSearch search;
  private final CanvasEditing editing;
  private final CanvasClipboard clipboard;
  private final Map<String, ComponentCard> cards = new HashMap<>();
  private final Map<NodeModel, Subscription> statuses = new HashMap<>();
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final InvalidationListener onChange = change -> changed();
  private boolean isUpdateDue;

  /// What the canvas asks of those around it.
  ///
  /// @param open takes the node that a person opens
  /// @param preview takes the port whose artifact a person wants to see
  /// @param address takes the address of a link in a note
  /// @param menu shows a menu of what is there
  /// @param tell tells a person something
  /// @param report tells a person of an error
  public record Requests(
      Consumer<NodeId> open,
      Consumer<PortEnd> preview,
      Consumer<String> address,
      Consumer<GraphIntent.ContextMenu> menu,
      Consumer<Notice> tell,
      Consumer<Throwable> report) {}

  /// The canvas of a project.
  ///
  /// @param part what of it is shown
  public PipelineView(RunModel run, Part part, Components components, Requests requests) {
    this.project = run.project();
    this.part = part;
    this.run = run;
    this.components = components;
    this.requests = requests;
    search = new NodeSearch(components);
    editing =
        new CanvasEditing(project, part, components, graph, search, requests.tell(), this::update);
    clipboard = new CanvasClipboard(project, graph, editing, this::update);
    getChildren().setAll(graph, search);
    graph.getLegend().setAll(TypeLook.legend());
    graph.setNodeContent(this::content);
    graph.placeholderProperty().set(placeholder());
    graph.setOnIntent(this::intend);
    subscriptions.add(
        project
            .document()
            .subscribe(
                now -> {
                  editing.documentChanged();
                  changed();
                }));
    run.nodes().addListener(onChange);
    run.artifacts().addListener(onChange);
    update();
  }

  private Node placeholder() {
    Hyperlink add = new Hyperlink(TEXTS.get("empty.add"));
    add.setOnAction(event -> askNode());
    EmptyState empty =
        new EmptyState(
            "mdi2p-plus-box-outline", TEXTS.get("empty.title"), TEXTS.get("empty.line"), add);
    empty.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return empty;
  }

  private NodeContent content(GraphNode node) {
    NodeModel model = run.nodes().get(new NodeId(node.key()));
    if (model == null) {
      return ghost(node);
    }
    ComponentCard card = new ComponentCard(model, components.binding(model.spec().name()));
    cards.put(node.key(), card);
    return card.content();
  }

  /// A component on its way from the palette has an icon alone.
  private NodeContent ghost(GraphNode node) {
    NodeContent content = new NodeContent();
    content.iconProperty().set(Icons.of(components.binding(node.kind()).icon(), "category-icon"));
    return content;
  }

  /// Several things change at once when a document or a run does: they are drawn together.
  private void changed() {
    if (!isUpdateDue) {
      isUpdateDue = true;
      Platform.runLater(
          () -> {
            isUpdateDue = false;
            update();
          });
    }
  }

  private void update() {
    statuses.keySet().stream()
        .filter(model -> !run.nodes().containsValue(model))
        .toList()
        .forEach(model -> Objects.requireNonNull(statuses.remove(model)).unsubscribe());
    for (NodeModel model : run.nodes().values()) {
      statuses.computeIfAbsent(model, each -> each.status().subscribe((before, now) -> changed()));
    }
    GraphDocument document =
        new GraphMapping(components, run.nodes(), run.artifacts())
            .map(part.of(project.document().get()));
    if (!document.equals(graph.getDocument())) {
      graph.setDocument(document);
    }
    cards.keySet().retainAll(document.nodes().stream().map(GraphNode::key).toList());
    cards.forEach((key, card) -> card.waitsFor(awaited(new NodeId(key))));
  }

  /// The first node among those it needs that has not made its outputs.
  private @Nullable NodeId awaited(NodeId id) {
    NodeModel model = run.nodes().get(id);
    return model == null
        ? null
        : model
            .node()
            .get()
            .sources()
            .map(Source::node)
            .filter(this::isAwaited)
            .findFirst()
            .orElse(null);
  }

  private boolean isAwaited(NodeId id) {
    NodeModel model = run.nodes().get(id);
    return model != null && !model.status().get().state().hasOutputs();
  }

  /// Does what a person wants done on the canvas.
  public void intend(GraphIntent intent) {
    switch (intent) {
      case GraphIntent.Open(String node) -> requests.open().accept(new NodeId(node));
      case GraphIntent.Preview(PortEnd port) -> requests.preview().accept(port);
      case GraphIntent.ContextMenu menu -> requests.menu().accept(menu);
      case GraphIntent.OpenAddress(String address) -> requests.address().accept(address);
      case GraphIntent.MoveItems _, GraphIntent.Collapse _, GraphIntent.SetKnots _ ->
          editing.intend(intent);
      default -> {
        if (project.isReadOnly()) {
          project.refuse();
        } else {
          editing.intend(intent);
        }
      }
    }
  }

  /// Whether the pipeline is only looked at.
  public boolean isReadOnly() {
    return project.isReadOnly();
  }

  /// The link that the canvas knows by this key.
  ///
  /// @throws IllegalArgumentException when there is none
  public Link link(String key) {
    return GraphMapping.link(project.document().get(), key);
  }

  /// The canvas itself, to look around in.
  public GraphView graph() {
    return graph;
  }

  /// Adds a component, linked with the selected node where there is only one way to, and selects
  /// it.
  public void add(String component) {
    editing.add(component);
  }

  /// Opens the list of components in the middle of what is seen.
  public void askNode() {
    Point2D middle = graph.documentPoint(graph.getWidth() / 2, graph.getHeight() / 3);
    Point2D screen = graph.localToScreen(graph.getWidth() / 2, graph.getHeight() / 3);
    intend(
        new GraphIntent.AskNode(null, middle, screen, List.copyOf(graph.getSelection().nodes())));
  }

  /// Adds a note about the middle of what is seen, where it covers nothing.
  public void addNote() {
    editing.addNoteNear(graph.documentPoint(graph.getWidth() / 2, graph.getHeight() / 3));
  }

  /// Gives a frame another colour.
  public void color(String frame, CategoryStyle style) {
    project.edit(editing.edits().layout().color(frame, style.word()));
  }

  /// Shows where a component would come to stand that is dragged over the canvas.
  ///
  /// @return whether the canvas is there
  public boolean dragOver(ComponentSpec spec, double sceneX, double sceneY) {
    Point2D view = graph.sceneToLocal(sceneX, sceneY);
    boolean isOver = graph.contains(view);
    if (isOver) {
      editing.dragOver(spec, view);
    } else {
      editing.endDrag();
    }
    return isOver;
  }

  /// A component that was dragged over the canvas is dropped.
  public void drop(double sceneX, double sceneY) {
    Point2D view = graph.sceneToLocal(sceneX, sceneY);
    if (graph.contains(view)) {
      editing.drop(view);
    }
    editing.endDrag();
  }

  /// A component is no longer dragged.
  public void endDrag() {
    editing.endDrag();
  }

  /// Puts what is selected on the clipboard.
  public void copy() {
    clipboard.copy();
  }

  /// Puts what is selected on the clipboard, and deletes it.
  public void cut() {
    clipboard.copy();
    graph.edits().delete(Wires.DROP);
  }

  /// Adds what is on the clipboard.
  public void paste() {
    try {
      clipboard.paste();
    } catch (ProjectException e) {
      requests.report().accept(e);
    }
  }

  /// Adds what is selected once more.
  public void duplicate() {
    clipboard.duplicate();
  }

  /// Places all nodes anew, or where several are selected, by themselves or in groups, those.
  public void arrange() {
    AutoLayout.places(graph.getDocument(), chosen(), graph::nodeBounds, graph::frameBounds)
        .thenAcceptAsync(this::arranged, Platform::runLater)
        .exceptionally(
            error -> {
              requests.report().accept(error);
              return null;
            });
  }

  private Set<String> chosen() {
    Set<String> chosen = new HashSet<>(graph.getSelection().nodes());
    graph
        .getDocument()
        .framesWithin(graph.getSelection().frames())
        .forEach(frame -> chosen.addAll(frame.nodes()));
    return chosen;
  }

  /// Of a project that is only looked at, places all nodes and shows them all, once the cards are
  /// there and have their sizes.
  public void arrangeAtFirst() {
    graph.setOpacity(0);
    arrangeWhenSettled(PATIENCE, List.of());
  }

  /// Cards grow when their faces have read what they show.
  private void arrangeWhenSettled(int looks, List<Rectangle2D> before) {
    graph.applyCss();
    graph.layout();
    List<Rectangle2D> now =
        graph.getDocument().nodes().stream()
            .map(node -> graph.nodeBounds(node.key()))
            .filter(Objects::nonNull)
            .map(bounds -> new Rectangle2D(0, 0, bounds.getWidth(), bounds.getHeight()))
            .toList();
    if (looks == 0 || !now.isEmpty() && now.equals(before)) {
      arrangeNow();
    } else {
      PauseTransition pause = new PauseTransition(LOOK);
      pause.setOnFinished(event -> arrangeWhenSettled(looks - 1, now));
      pause.play();
    }
  }

  private void arrangeNow() {
    AutoLayout.places(graph.getDocument(), List.of(), graph::nodeBounds, graph::frameBounds)
        .whenCompleteAsync(
            (places, error) -> {
              graph.setOpacity(1);
              if (error != null) {
                requests.report().accept(error);
              } else if (!places.nodes().isEmpty()) {
                Pipeline now = project.document().get();
                project.drawAtFirst(editing.edits().layout().arrange(places).apply(now).layout());
                update();
                graph.layout();
                graph.fit();
              }
            },
            Platform::runLater);
  }

  private void arranged(AutoLayout.Places places) {
    graph.animateNextLayout();
    editing.arrange(places);
  }

  /// Selects a node and brings it into view.
  public void reveal(NodeId node) {
    graph.getSelection().selectNodes(List.of(node.value()));
    graph.reveal(node.value());
  }

  /// How much of a pipeline a picture has.
  public enum Extent {
    /// All of it.
    ALL,
    /// What is selected.
    SELECTION
  }

  /// Whether a picture explains the types of artifacts.
  public enum Legend {
    /// It does.
    SHOWN,
    /// It does not.
    NONE
  }

  /// Whether there is anything to be drawn of a part.
  public boolean hasPart(Extent part) {
    GraphDocument document = Pictured.of(part, graph);
    return !document.nodes().isEmpty()
        || !document.frames().isEmpty()
        || !document.notes().isEmpty();
  }

  /// A picture of a part that has something in it, for a file. To be closed.
  ///
  /// @param dress gives a scene its style sheets
  public GraphPicture.Drawn picture(Extent part, Legend legend, Consumer<Scene> dress) {
    return GraphPicture.of(
        Pictured.of(part, graph),
        this::pictured,
        legend == Legend.SHOWN ? TypeLook.legend() : List.of(),
        dress);
  }

  private NodeContent pictured(GraphNode node) {
    NodeModel model = run.nodes().get(new NodeId(node.key()));
    return model == null
        ? ghost(node)
        : new ComponentCard(model, components.binding(model.spec().name())).content();
  }

  /// A file beside the project, or of its name where it has none.
  ///
  /// @param ending as `.png`
  public Path suggestedFile(String ending) {
    Path file = project.file().get();
    String name = project.document().get().name();
    return file == null
        ? Path.of(name + ending)
        : file.resolveSibling(file.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ending);
  }

  /// Lets go of the project and of all cards.
  public void dispose() {
    subscriptions.forEach(Subscription::unsubscribe);
    statuses.values().forEach(Subscription::unsubscribe);
    statuses.clear();
    run.nodes().removeListener(onChange);
    run.artifacts().removeListener(onChange);
    graph.setDocument(GraphDocument.EMPTY);
    cards.clear();
  }
}
