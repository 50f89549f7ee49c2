package dev.pipewright.app.graph;

import dev.pipewright.canvas.GraphIntent;
import dev.pipewright.canvas.PortRef;
import dev.pipewright.canvas.Wires;
import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.wiring.Wiring;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The edits of what a person does on the canvas with nodes and links.
///
/// @param shown where all nodes are drawn
record CanvasEdits(Pipeline pipeline, ComponentRegistry registry, Map<NodeId, Position> shown) {

  LayoutEdits layout() {
    return new LayoutEdits(pipeline, shown);
  }

  /// A name that no node has: the component's, or the component's with a number.
  NodeId freeName(String component) {
    return Stream.concat(
            Stream.of(component), IntStream.iterate(2, i -> i + 1).mapToObj(i -> component + i))
        .map(NodeId::new)
        .filter(id -> pipeline.node(id).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /// A component is to stand there.
  Edit add(NodeId id, String component, Position place) {
    return new Edit.Sequence(
        List.of(
            Edit.AddNode.last(pipeline, Node.of(id, component)),
            new Edit.SetLayout(layout().pinned().with(id, place))));
  }

  /// The edit, and then what is to be done to the pipeline that it leaves.
  private Edit then(Edit first, java.util.function.Function<CanvasEdits, @Nullable Edit> second) {
    CanvasEdits after = new CanvasEdits(first.apply(pipeline), registry, shown);
    Edit next = second.apply(after);
    return next == null ? first : new Edit.Sequence(List.of(first, next));
  }

  private Wiring wiring() {
    return new Wiring(registry, pipeline);
  }

  /// A component is to stand there and be linked to the port of a node that it was asked for at.
  ///
  /// @param own the port of the new node
  Edit addAt(NodeId id, String component, Position place, Asked asked, String own) {
    Link link =
        asked.isOutput()
            ? new Link(new Source(asked.node(), asked.port()), id, own)
            : new Link(new Source(id, own), asked.node(), asked.port());
    return then(add(id, component, place), after -> after.wiring().connect(link));
  }

  /// A port that something is to be linked to.
  record Asked(NodeId node, String port, boolean isOutput) {}

  /// A component is to stand there and be linked with a node, where there is only one way to.
  Edit addBeside(NodeId id, String component, Position place, NodeId beside) {
    return then(
        add(id, component, place),
        after -> {
          Wiring wiring = after.wiring();
          List<Link> behind = wiring.joins(beside, id);
          List<Link> links = behind.isEmpty() ? wiring.joins(id, beside) : behind;
          return Wiring.plain(links).map(wiring::connect).orElse(null);
        });
  }

  /// The edit that adds a node, and then the node in a frame, which grows around its card.
  Edit in(String frame, NodeId id, Edit added, Area card) {
    return then(
        then(added, after -> after.layout().join(id, frame)),
        after -> new Edit.SetLayout(Homes.grown(after.pipeline().layout(), frame, card)));
  }

  /// A component is to stand there, on a link if it fits into it, or linked as is said.
  ///
  /// @param frame the frame it is dropped in; null for none
  Edit drop(
      @Nullable String frame,
      NodeId id,
      String component,
      Position place,
      @Nullable Link into,
      GraphIntent.@Nullable Connect wire) {
    Edit added = add(id, component, place);
    return then(
        frame == null ? added : then(added, after -> after.layout().join(id, frame)),
        after ->
            into != null
                ? after.wiring().insert(id, into).orElse(null)
                : wire == null ? null : after.wiring().connect(link(wire.from(), wire.to())));
  }

  static Link link(PortRef from, PortRef to) {
    return new Link(source(from), new NodeId(to.node()), to.port());
  }

  private static Source source(PortRef port) {
    return new Source(new NodeId(port.node()), port.port());
  }

  private Link link(String key) {
    return GraphMapping.link(pipeline, key);
  }

  Edit connect(GraphIntent.Connect made) {
    return wiring().connect(link(made.from(), made.to()));
  }

  Edit disconnect(String key) {
    Link link = link(key);
    return new Edit.Disconnect(link.source(), link.node(), link.port());
  }

  Edit reconnect(GraphIntent.Reconnect moved) {
    return then(
        disconnect(moved.link()), after -> after.wiring().connect(link(moved.from(), moved.to())));
  }

  Edit insert(GraphIntent.InsertOnLink dropped) {
    return then(
        layout().move(dropped.move()),
        after ->
            after.wiring().insert(new NodeId(dropped.node()), link(dropped.link())).orElse(null));
  }

  Edit setMode(GraphIntent.SetMode asked) {
    Node.Mode mode =
        switch (asked.mode()) {
          case NORMAL -> Node.Mode.ACTIVE;
          case MUTED -> Node.Mode.MUTED;
          case BYPASSED -> Node.Mode.BYPASSED;
        };
    return new Edit.Sequence(
        asked.nodes().stream().<Edit>map(key -> new Edit.SetMode(new NodeId(key), mode)).toList());
  }

  /// Nodes, links, frames and notes are to go.
  Edit delete(GraphIntent.Delete deleted) {
    Set<NodeId> nodes = new LinkedHashSet<>(ids(deleted.nodes()));
    List<Edit> edits = new ArrayList<>();
    deleted.links().stream()
        .map(this::link)
        .filter(link -> nodes.stream().noneMatch(link::touches))
        .forEach(link -> edits.add(new Edit.Disconnect(link.source(), link.node(), link.port())));
    if (!deleted.frames().isEmpty() || !deleted.notes().isEmpty()) {
      Layout layout = pipeline.layout();
      for (String frame : deleted.frames()) {
        layout = layout.withoutFrame(frame);
      }
      for (String note : deleted.notes()) {
        layout = layout.withoutNote(note);
      }
      edits.add(new Edit.SetLayout(layout));
    }
    return then(
        new Edit.Sequence(edits),
        after ->
            deleted.wires() == Wires.KEEP
                ? after.wiring().removeKeepingWires(nodes)
                : new Edit.Sequence(nodes.stream().<Edit>map(Edit.RemoveNode::new).toList()));
  }

  static List<NodeId> ids(Collection<String> keys) {
    return keys.stream().map(NodeId::new).toList();
  }
}
