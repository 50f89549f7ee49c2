package dev.pipewright.app.compare;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.components.TypeLook;
import dev.pipewright.app.text.Texts;
import dev.pipewright.canvas.FrameState;
import dev.pipewright.canvas.GraphDocument;
import dev.pipewright.canvas.GraphFrame;
import dev.pipewright.canvas.GraphLink;
import dev.pipewright.canvas.GraphNode;
import dev.pipewright.canvas.GraphNote;
import dev.pipewright.canvas.GraphPort;
import dev.pipewright.canvas.LinkState;
import dev.pipewright.canvas.NodeMode;
import dev.pipewright.canvas.PortRef;
import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Note;
import dev.pipewright.pipeline.PipelineDiff.Status;
import dev.pipewright.pipeline.PipelineUnion;
import dev.pipewright.pipeline.PipelineUnion.Drawn;
import dev.pipewright.pipeline.PipelineUnion.Item;
import dev.pipewright.pipeline.PipelineUnion.Wire;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.PortSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Point2D;

/// The graph of two pipelines in one: nodes and links that only one of them has are marked.
/// Components that are not installed have the ports that their links need.
final class CompareGraph {

  private static final Texts TEXTS = Texts.of(CompareGraph.class);

  private final PipelineUnion union;
  private final Components components;
  private final Map<NodeId, Set<String>> inputs = new HashMap<>();
  private final Map<NodeId, Set<String>> outputs = new HashMap<>();
  private final Map<NodeId, Item> items = new LinkedHashMap<>();

  private CompareGraph(PipelineUnion union, Components components) {
    this.union = union;
    this.components = components;
    union.nodes().forEach(item -> items.put(item.node().id(), item));
  }

  static GraphDocument of(PipelineUnion union, Components components) {
    return new CompareGraph(union, components).map();
  }

  private GraphDocument map() {
    List<Wire> wires =
        union.links().stream()
            .filter(wire -> items.containsKey(wire.link().source().node()))
            .filter(wire -> items.containsKey(wire.link().node()))
            .toList();
    for (Wire wire : wires) {
      used(inputs, wire.link().node()).add(wire.link().port());
      used(outputs, wire.link().source().node()).add(wire.link().source().port());
    }
    Layout layout = union.after().layout();
    return GraphDocument.of(
        items.values().stream().map(this::node).toList(),
        wires.stream().map(wire -> link(wire, layout)).toList(),
        union.frames().stream().map(this::frame).toList(),
        union.notes().stream().map(CompareGraph::note).toList());
  }

  private static Set<String> used(Map<NodeId, Set<String>> ports, NodeId node) {
    return ports.computeIfAbsent(node, id -> new LinkedHashSet<>());
  }

  private GraphNode node(Item item) {
    Node node = item.node();
    double x = item.place().map(Layout.Position::x).orElse(Double.NaN);
    double y = item.place().map(Layout.Position::y).orElse(Double.NaN);
    return new GraphNode(
            node.id().value(),
            node.id().value(),
            TEXTS.get("spoken." + item.status(), node.component()),
            style(item.status()),
            x,
            y,
            components.binding(node.component()).width(),
            ports(node, spec -> spec.inputs(), used(inputs, node.id())),
            ports(node, spec -> spec.outputs(), used(outputs, node.id())))
        .with(
            switch (node.mode()) {
              case ACTIVE -> NodeMode.NORMAL;
              case MUTED -> NodeMode.MUTED;
              case BYPASSED -> NodeMode.BYPASSED;
            });
  }

  static String style(Status status) {
    return "compare-" + status.name().toLowerCase(Locale.ROOT);
  }

  private List<GraphPort> ports(
      Node node,
      Function<dev.pipewright.pipeline.component.ComponentSpec, List<PortSpec>> side,
      Set<String> used) {
    Map<String, GraphPort> ports = new LinkedHashMap<>();
    components
        .spec(node.component())
        .map(side)
        .orElse(List.of())
        .forEach(
            port ->
                ports.put(
                    port.name(), new GraphPort(port.name(), TypeLook.of(port.type()), port.doc())));
    for (String name : used) {
      ports.computeIfAbsent(
          name, each -> new GraphPort(each, TypeLook.of(new ArtifactType(each)), ""));
    }
    return List.copyOf(ports.values());
  }

  private static GraphLink link(Wire wire, Layout layout) {
    return new GraphLink(
            wire.link().toString(),
            new PortRef(wire.link().source().node().value(), wire.link().source().port()),
            new PortRef(wire.link().node().value(), wire.link().port()),
            switch (wire.status()) {
              case ADDED -> LinkState.ADDED;
              case REMOVED -> LinkState.REMOVED;
              case SAME, CHANGED -> LinkState.DISABLED;
            },
            "")
        .withKnots(
            layout.knots(wire.link()).stream()
                .map(knot -> new Point2D(knot.x(), knot.y()))
                .toList());
  }

  private GraphFrame frame(Drawn<Frame> drawn) {
    Frame frame = drawn.item();
    // A frame that is gone may have been around nodes that are in another now.
    List<String> inside =
        drawn.status() == Status.REMOVED
            ? List.of()
            : frame.nodes().stream()
                .filter(items::containsKey)
                .distinct()
                .map(NodeId::value)
                .toList();
    Area area = frame.area();
    return new GraphFrame(
        frame.id(),
        frame.title(),
        words(drawn.status()),
        style(drawn.status()),
        area.x(),
        area.y(),
        Math.max(area.width(), GraphFrame.LEAST),
        Math.max(area.height(), GraphFrame.LEAST),
        inside,
        List.of(),
        FrameState.OPEN,
        frame.outer());
  }

  /// What became of a frame or a note; nothing for one that is the same.
  private static String words(Status status) {
    return status == Status.SAME ? "" : TEXTS.get("chip." + status);
  }

  private static GraphNote note(Drawn<Note> drawn) {
    Note note = drawn.item();
    Area area = note.area();
    return new GraphNote(
        note.id(),
        note.text(),
        area.x(),
        area.y(),
        Math.max(area.width(), GraphNote.LEAST),
        Math.max(area.height(), GraphNote.LEAST),
        words(drawn.status()),
        style(drawn.status()));
  }
}
