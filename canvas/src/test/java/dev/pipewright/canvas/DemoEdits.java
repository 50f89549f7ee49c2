package dev.pipewright.canvas;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// Does to a view's document what a person wants done, as an application would: what is linked must
/// be of one type and must not close a circle.
final class DemoEdits implements Consumer<GraphIntent> {

  private final GraphView view;
  private final List<GraphIntent> seen = new ArrayList<>();
  private @Nullable GraphNode ghost;
  private int made;

  private DemoEdits(GraphView view) {
    this.view = view;
  }

  /// Lets a view be edited.
  static DemoEdits of(GraphView view) {
    DemoEdits edits = new DemoEdits(view);
    view.setOnIntent(edits);
    view.setLinkRule(edits::fits);
    view.setInsertRule(edits::insertFits);
    return edits;
  }

  /// All that was wanted so far.
  List<GraphIntent> seen() {
    return seen;
  }

  private GraphDocument document() {
    return view.getDocument();
  }

  GraphNode node(String key) {
    return Stream.concat(document().nodes().stream(), Stream.ofNullable(ghost))
        .filter(n -> n.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  /// Lets the rules know a node that is dragged in from outside.
  GraphNode ghost(GraphNode kind) {
    GraphNode made =
        new GraphNode(
            "ghost",
            kind.title(),
            kind.kind(),
            kind.category(),
            0,
            0,
            kind.width(),
            kind.inputs(),
            kind.outputs());
    ghost = made;
    return made;
  }

  GraphLink link(String key) {
    return document().links().stream().filter(l -> l.key().equals(key)).findFirst().orElseThrow();
  }

  private GraphFrame frame(String key) {
    return document().frames().stream().filter(f -> f.key().equals(key)).findFirst().orElseThrow();
  }

  private static PortType type(List<GraphPort> ports, PortRef port) {
    return ports.stream().filter(port::isPort).findFirst().orElseThrow().type();
  }

  private String fits(PortRef output, PortRef input) {
    if (Reach.downstream(document().links(), List.of(input.node())).contains(output.node())) {
      return "This would close a circle";
    }
    PortType gives = type(node(output.node()).outputs(), output);
    PortType takes = type(node(input.node()).inputs(), input);
    return gives.equals(takes) ? "" : "Takes " + takes.name() + ", not " + gives.name();
  }

  private String insertFits(String key, String linkKey) {
    GraphLink link = link(linkKey);
    PortType type = type(node(link.from().node()).outputs(), link.from());
    boolean fits =
        Stream.of(node(key))
            .anyMatch(node -> has(node.inputs(), type) && has(node.outputs(), type));
    return fits ? "" : "Has no " + type.name() + " on both sides";
  }

  private static boolean has(List<GraphPort> ports, PortType type) {
    return ports.stream().anyMatch(port -> port.type().equals(type));
  }

  @Override
  public void accept(GraphIntent intent) {
    seen.add(intent);
    switch (intent) {
      case GraphIntent.MoveItems move -> move(move);
      case GraphIntent.Connect(PortRef from, PortRef to) -> connect(from, to);
      case GraphIntent.Disconnect(String link) -> links(l -> l.key().equals(link) ? null : l);
      case GraphIntent.Reconnect(String link, PortRef from, PortRef to) -> {
        links(l -> l.to().equals(to) && !l.key().equals(link) && takesOne(to) ? null : l);
        links(l -> l.key().equals(link) ? l.between(from, to) : l);
      }
      case GraphIntent.InsertOnLink insert -> insert(insert);
      case GraphIntent.Rename(String node, String title) ->
          nodes(n -> n.key().equals(node) ? n.withTitle(title) : n);
      case GraphIntent.SetMode(List<String> nodes, NodeMode mode) ->
          nodes(n -> nodes.contains(n.key()) ? n.with(mode) : n);
      case GraphIntent.Collapse(List<String> nodes, NodeShape shape) ->
          nodes(n -> nodes.contains(n.key()) ? n.with(shape) : n);
      case GraphIntent.SetKnots(String link, List<Point2D> knots) ->
          links(l -> l.key().equals(link) ? l.withKnots(knots) : l);
      case GraphIntent.Group group -> group(group);
      case GraphIntent.Ungroup(List<String> frames) -> frames.forEach(this::ungroup);
      case GraphIntent.FoldFrame(String frame, FrameState state) ->
          frames(f -> f.key().equals(frame) ? f.withState(state) : f);
      case GraphIntent.RenameFrame(String frame, String title) ->
          frames(f -> f.key().equals(frame) ? f.withTitle(title) : f);
      case GraphIntent.ResizeFrame resize -> resize(resize);
      case GraphIntent.ResizeNote(String note, Rectangle2D at) ->
          notes(
              n ->
                  n.key().equals(note)
                      ? n.in(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight())
                      : n);
      case GraphIntent.AddNote(Point2D place) -> addNote(place);
      case GraphIntent.EditNote(String note, String text) ->
          notes(n -> n.key().equals(note) ? n.withText(text) : n);
      case GraphIntent.Delete delete -> delete(delete);
      case GraphIntent.Open(String node) -> view.reveal(node);
      case GraphIntent.AskNode _,
          GraphIntent.Preview _,
          GraphIntent.ContextMenu _,
          GraphIntent.OpenAddress _ -> {}
    }
  }

  private void resize(GraphIntent.ResizeFrame resize) {
    String outer = frame(resize.frame()).outer();
    frames(
        f -> {
          if (f.key().equals(resize.frame())) {
            return in(f, resize.bounds()).withMembers(resize.nodes(), resize.notes());
          }
          boolean isIn = resize.frames().contains(f.key());
          boolean was = f.outer().equals(resize.frame());
          return isIn ? f.withOuter(resize.frame()) : was ? f.withOuter(outer) : f;
        });
  }

  // What was in it is in the frame that it lay in.
  private void ungroup(String key) {
    GraphFrame gone = frame(key);
    frames(
        f -> {
          if (f.key().equals(key)) {
            return null;
          }
          if (!gone.outer().isEmpty() && f.key().equals(gone.outer())) {
            return f.withMembers(both(f.nodes(), gone.nodes()), both(f.notes(), gone.notes()));
          }
          return f.outer().equals(key) ? f.withOuter(gone.outer()) : f;
        });
  }

  private static List<String> both(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  // Each after the one that it lies in.
  private static List<GraphFrame> ordered(List<GraphFrame> frames) {
    List<GraphFrame> rest = new ArrayList<>(frames);
    List<GraphFrame> ordered = new ArrayList<>();
    while (!rest.isEmpty()) {
      List<GraphFrame> next =
          rest.stream()
              .filter(f -> rest.stream().noneMatch(other -> other.key().equals(f.outer())))
              .toList();
      if (next.isEmpty()) {
        throw new IllegalStateException("a circle of frames: " + rest);
      }
      ordered.addAll(next);
      rest.removeAll(next);
    }
    return ordered;
  }

  private static GraphFrame in(GraphFrame frame, Rectangle2D at) {
    return frame.in(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
  }

  private static <T> List<T> changed(List<T> items, UnaryOperator<T> change) {
    return items.stream().map(change).filter(item -> item != null).toList();
  }

  private void nodes(UnaryOperator<GraphNode> change) {
    set(changed(document().nodes(), change), document().links(), document().frames());
  }

  private void links(UnaryOperator<GraphLink> change) {
    set(document().nodes(), changed(document().links(), change), document().frames());
  }

  private void frames(UnaryOperator<GraphFrame> change) {
    set(document().nodes(), document().links(), changed(document().frames(), change));
  }

  private void set(List<GraphNode> nodes, List<GraphLink> links, List<GraphFrame> frames) {
    view.setDocument(GraphDocument.of(nodes, links, ordered(frames), document().notes()));
  }

  private void notes(UnaryOperator<GraphNote> change) {
    view.setDocument(
        GraphDocument.of(
            document().nodes(),
            document().links(),
            document().frames(),
            changed(document().notes(), change)));
  }

  private void move(GraphIntent.MoveItems move) {
    List<GraphFrame> frames =
        changed(
            document().frames(),
            frame -> {
              Point2D at = move.frames().get(frame.key());
              List<String> nodes = joined(frame, frame.nodes(), move.nodeFrames());
              List<String> notes = joined(frame, frame.notes(), move.noteFrames());
              GraphFrame now =
                  frame
                      .withMembers(nodes, notes)
                      .withOuter(move.frameFrames().getOrDefault(frame.key(), frame.outer()));
              return at == null ? now : now.at(at.getX(), at.getY());
            });
    view.setDocument(
        GraphDocument.of(
            changed(
                document().nodes(),
                node -> {
                  Point2D at = move.nodes().get(node.key());
                  return at == null ? node : node.at(at.getX(), at.getY());
                }),
            changed(
                document().links(),
                link -> link.withKnots(move.knots().getOrDefault(link.key(), link.knots()))),
            ordered(frames),
            changed(
                document().notes(),
                note -> {
                  Point2D at = move.notes().get(note.key());
                  return at == null ? note : note.at(at.getX(), at.getY());
                })));
  }

  private static List<String> joined(
      GraphFrame frame, List<String> members, Map<String, String> joins) {
    List<String> all = new ArrayList<>(members);
    joins.forEach(
        (key, to) -> {
          all.remove(key);
          if (to.equals(frame.key())) {
            all.add(key);
          }
        });
    return all;
  }

  private boolean takesOne(PortRef input) {
    return node(input.node()).inputs().stream()
        .anyMatch(port -> input.isPort(port) && port.arity() == Arity.ONE);
  }

  private void connect(PortRef from, PortRef to) {
    links(link -> link.to().equals(to) && takesOne(to) ? null : link);
    List<GraphLink> links = new ArrayList<>(document().links());
    links.add(DemoGraph.link(from.node(), from.port(), to.node(), to.port(), LinkState.NORMAL));
    set(document().nodes(), links, document().frames());
  }

  private void insert(GraphIntent.InsertOnLink insert) {
    move(insert.move());
    GraphLink link = link(insert.link());
    GraphNode node = node(insert.node());
    PortType type = type(node(link.from().node()).outputs(), link.from());
    links(each -> each == link ? null : each);
    connect(link.from(), port(node, node.inputs(), type));
    connect(port(node, node.outputs(), type), link.to());
  }

  private static PortRef port(GraphNode node, List<GraphPort> ports, PortType type) {
    return new PortRef(
        node.key(),
        ports.stream().filter(port -> port.type().equals(type)).findFirst().orElseThrow().name());
  }

  /// Adds a node of a kind, linked to a port where one of its fits.
  void add(GraphNode kind, Point2D place, @Nullable PortEnd from) {
    String key = kind.key() + ++made;
    List<GraphNode> nodes = new ArrayList<>(document().nodes());
    nodes.add(
        new GraphNode(
            key,
            kind.title(),
            kind.kind(),
            kind.category(),
            place.getX(),
            place.getY(),
            kind.width(),
            kind.inputs(),
            kind.outputs()));
    set(nodes, document().links(), document().frames());
    if (from != null) {
      boolean gives = from.side() == PortSide.OUTPUT;
      for (GraphPort port : gives ? kind.inputs() : kind.outputs()) {
        PortRef own = new PortRef(key, port.name());
        PortRef output = gives ? from.port() : own;
        PortRef input = gives ? own : from.port();
        if (fits(output, input).isEmpty()) {
          connect(output, input);
          return;
        }
      }
    }
  }

  private void group(GraphIntent.Group group) {
    Rectangle2D at = group.bounds();
    List<GraphFrame> frames = new ArrayList<>();
    for (GraphFrame frame : document().frames()) {
      List<String> nodes = new ArrayList<>(frame.nodes());
      nodes.removeAll(group.nodes());
      List<String> notes = new ArrayList<>(frame.notes());
      notes.removeAll(group.notes());
      frames.add(
          frame
              .withMembers(nodes, notes)
              .withOuter(
                  group.frames().contains(frame.key()) ? "group" + (made + 1) : frame.outer()));
    }
    frames.add(
        new GraphFrame(
            "group" + ++made,
            "Group",
            group.nodes().size() + " components",
            "category-transform",
            at.getMinX(),
            at.getMinY(),
            at.getWidth(),
            at.getHeight(),
            group.nodes(),
            group.notes(),
            FrameState.OPEN,
            outer(group)));
    set(document().nodes(), document().links(), frames);
  }

  // The innermost frame that all of them are in.
  private String outer(GraphIntent.Group group) {
    List<String> homes =
        Stream.of(
                group.nodes().stream().map(key -> Frames.ofNode(document(), key)),
                group.notes().stream().map(key -> Frames.ofNote(document(), key)),
                group.frames().stream().map(key -> Frames.ofFrame(document(), key)))
            .flatMap(each -> each)
            .toList();
    String outer = homes.isEmpty() ? "" : homes.getFirst();
    while (!outer.isEmpty()) {
      String all = outer;
      Set<String> within =
          document().framesWithin(List.of(all)).stream()
              .map(GraphFrame::key)
              .collect(java.util.stream.Collectors.toSet());
      if (within.containsAll(homes)) {
        return outer;
      }
      outer = frame(outer).outer();
    }
    return outer;
  }

  private void addNote(Point2D place) {
    List<GraphNote> notes = new ArrayList<>(document().notes());
    notes.add(new GraphNote("note" + ++made, "", place.getX(), place.getY(), 180, 96, ""));
    view.setDocument(
        GraphDocument.of(document().nodes(), document().links(), document().frames(), notes));
  }

  private void delete(GraphIntent.Delete delete) {
    delete.frames().forEach(this::ungroup);
    Set<String> gone = new HashSet<>(delete.nodes());
    List<GraphLink> links = new ArrayList<>();
    for (GraphLink link : document().links()) {
      boolean stays = !gone.contains(link.from().node()) && !gone.contains(link.to().node());
      if (stays && !delete.links().contains(link.key())) {
        links.add(link);
      }
    }
    if (delete.wires() == Wires.KEEP) {
      links.addAll(bridges(gone));
    }
    view.setDocument(
        GraphDocument.of(
            document().nodes().stream().filter(node -> !gone.contains(node.key())).toList(),
            links,
            document().frames().stream()
                .map(
                    frame ->
                        frame.withMembers(
                            without(frame.nodes(), gone),
                            without(frame.notes(), Set.copyOf(delete.notes()))))
                .toList(),
            document().notes().stream()
                .filter(note -> !delete.notes().contains(note.key()))
                .toList()));
  }

  private static List<String> without(List<String> keys, Set<String> gone) {
    return keys.stream().filter(key -> !gone.contains(key)).toList();
  }

  // From each output that led in to each input of its type that was led to.
  private List<GraphLink> bridges(Set<String> gone) {
    Map<String, GraphLink> bridges = new LinkedHashMap<>();
    for (GraphLink in : document().links()) {
      if (!gone.contains(in.from().node()) && gone.contains(in.to().node())) {
        PortType type = type(node(in.from().node()).outputs(), in.from());
        Deque<String> through = new ArrayDeque<>(List.of(in.to().node()));
        while (!through.isEmpty()) {
          String node = through.remove();
          for (GraphLink out : document().links()) {
            if (out.from().node().equals(node) && gone.contains(out.to().node())) {
              through.add(out.to().node());
            } else if (out.from().node().equals(node)
                && type(node(out.to().node()).inputs(), out.to()).equals(type)) {
              GraphLink bridge =
                  DemoGraph.link(
                      in.from().node(),
                      in.from().port(),
                      out.to().node(),
                      out.to().port(),
                      LinkState.NORMAL);
              bridges.put(bridge.key(), bridge);
            }
          }
        }
      }
    }
    return List.copyOf(bridges.values());
  }
}
