package dev.pipewright.app.graph;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.components.TypeLook;
import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.app.text.Texts;
import dev.pipewright.canvas.Arity;
import dev.pipewright.canvas.FrameState;
import dev.pipewright.canvas.GraphDocument;
import dev.pipewright.canvas.GraphFrame;
import dev.pipewright.canvas.GraphLink;
import dev.pipewright.canvas.GraphNode;
import dev.pipewright.canvas.GraphNote;
import dev.pipewright.canvas.GraphPort;
import dev.pipewright.canvas.LinkState;
import dev.pipewright.canvas.NodeMode;
import dev.pipewright.canvas.NodeShape;
import dev.pipewright.canvas.PortRef;
import dev.pipewright.nodes.CategoryStyle;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Note;
import dev.pipewright.pipeline.ParameterValue.Text;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.PortSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Point2D;

/// Says which graph a pipeline is. Links that no port fits are left out: the problems tell of them.
final class GraphMapping {

  private static final Texts TEXTS = Texts.of(GraphMapping.class);

  private final Components components;
  private final Map<NodeId, NodeModel> models;
  private final List<ArtifactRow> artifacts;

  GraphMapping(Components components, Map<NodeId, NodeModel> models, List<ArtifactRow> artifacts) {
    this.components = components;
    this.models = models;
    this.artifacts = artifacts;
  }

  GraphDocument map(Pipeline pipeline) {
    SequencedMap<NodeId, Node> nodes = new LinkedHashMap<>();
    pipeline.nodes().stream()
        .filter(node -> models.containsKey(node.id()))
        .forEach(node -> nodes.putIfAbsent(node.id(), node));
    Layout layout = pipeline.layout();
    return GraphDocument.of(
        nodes.values().stream().map(node -> node(node, layout)).toList(),
        links(nodes, layout),
        layout.frames().stream().map(frame -> frame(frame, layout, nodes.keySet())).toList(),
        layout.notes().stream().map(GraphMapping::note).toList());
  }

  private static GraphFrame frame(Frame frame, Layout layout, Set<NodeId> nodes) {
    List<String> inside =
        frame.nodes().stream().filter(nodes::contains).distinct().map(NodeId::value).toList();
    long all = layout.nodesWithin(frame.id()).stream().filter(nodes::contains).count();
    Area area = frame.area();
    return new GraphFrame(
        frame.id(),
        frame.title(),
        TEXTS.get("frame.detail", all),
        CategoryStyle.named(frame.color()).styleClass(),
        area.x(),
        area.y(),
        Math.max(area.width(), GraphFrame.LEAST),
        Math.max(area.height(), GraphFrame.LEAST),
        inside,
        frame.notes().stream().filter(id -> layout.note(id).isPresent()).distinct().toList(),
        frame.isFolded() ? FrameState.FOLDED : FrameState.OPEN,
        frame.outer());
  }

  private static GraphNote note(Note note) {
    Area area = note.area();
    return new GraphNote(
        note.id(),
        note.text(),
        area.x(),
        area.y(),
        Math.max(area.width(), GraphNote.LEAST),
        Math.max(area.height(), GraphNote.LEAST),
        "");
  }

  private GraphNode node(Node node, Layout layout) {
    Position place = layout.positions().get(node.id());
    return card(node, model(node.id()).spec())
        .at(place == null ? Double.NaN : place.x(), place == null ? Double.NaN : place.y())
        .with(layout.collapsed().contains(node.id()) ? NodeShape.COLLAPSED : NodeShape.FULL);
  }

  /// A node that has no place.
  GraphNode card(Node node, ComponentSpec spec) {
    return new GraphNode(
            node.id().value(),
            node.id().value(),
            node.component(),
            components.style(node.component()).styleClass(),
            Double.NaN,
            Double.NaN,
            components.binding(node.component()).width(),
            spec.inputs().stream().map(port -> port(port, node)).toList(),
            spec.outputs().stream().map(port -> port(port, node)).toList())
        .with(
            switch (node.mode()) {
              case ACTIVE -> NodeMode.NORMAL;
              case MUTED -> NodeMode.MUTED;
              case BYPASSED -> NodeMode.BYPASSED;
            });
  }

  private static GraphPort port(PortSpec port, Node node) {
    return new GraphPort(port.name(), TypeLook.of(type(port, node)), port.doc())
        .with(port.arity() == PortSpec.Arity.MANY ? Arity.MANY : Arity.ONE);
  }

  private static ArtifactType type(PortSpec port, Node node) {
    return Optional.ofNullable(port.typeParameter())
        .flatMap(name -> node.parameters().get(name))
        .filter(value -> value instanceof Text(String name) && !name.isBlank())
        .map(value -> new ArtifactType(((Text) value).value()))
        .orElse(port.type());
  }

  private List<GraphLink> links(Map<NodeId, Node> nodes, Layout layout) {
    SequencedMap<String, GraphLink> links = new LinkedHashMap<>();
    for (Node node : nodes.values()) {
      for (PortSpec input : model(node.id()).spec().inputs()) {
        for (Source source : node.inputs(input.name())) {
          link(source, node, input, nodes)
              .map(link -> link.withKnots(knots(layout, source, node, input)))
              .ifPresent(link -> links.putIfAbsent(link.key(), link));
        }
      }
    }
    return new ArrayList<>(links.values());
  }

  private static List<Point2D> knots(Layout layout, Source source, Node to, PortSpec input) {
    return layout.knots(new Link(source, to.id(), input.name())).stream()
        .map(knot -> new Point2D(knot.x(), knot.y()))
        .toList();
  }

  private Optional<GraphLink> link(
      Source source, Node to, PortSpec input, Map<NodeId, Node> nodes) {
    Node from = nodes.get(source.node());
    if (from == null) {
      return Optional.empty();
    }
    return model(from.id())
        .spec()
        .output(source.port())
        .map(
            output ->
                new GraphLink(
                    key(new Link(source, to.id(), input.name())),
                    new PortRef(source.node().value(), source.port()),
                    new PortRef(to.id().value(), input.name()),
                    type(output, from).equals(type(input, to))
                        ? state(source, to.id())
                        : LinkState.INVALID,
                    label(source, to)));
  }

  /// Names a link; no other has the name.
  static String key(Link link) {
    return link.toString();
  }

  /// The link of this name.
  ///
  /// @throws IllegalArgumentException when there is none
  static Link link(Pipeline pipeline, String key) {
    return pipeline.nodes().stream()
        .flatMap(Node::links)
        .filter(link -> key(link).equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no link " + key));
  }

  private LinkState state(Source source, NodeId to) {
    if (isMuted(source.node()) || isMuted(to)) {
      return LinkState.DISABLED;
    }
    if (model(to).status().get().state() == NodeStatus.State.RUNNING) {
      return LinkState.FEEDING;
    }
    NodeModel from = model(source.node());
    NodeStatus.State state = from.status().get().state();
    boolean isThere =
        state.hasOutputs()
            || (state == NodeStatus.State.NEW && from.outputs().get().containsKey(source.port()));
    return isThere ? LinkState.NORMAL : LinkState.PENDING;
  }

  private boolean isMuted(NodeId id) {
    return model(id).node().get().mode() == Node.Mode.MUTED;
  }

  /// The artifact that went through it last, and when more will.
  private String label(Source source, Node to) {
    boolean isRead = to.readings().anyMatch(reading -> reading.source().equals(source));
    String condition = isRead ? TEXTS.get("link.condition", to.condition().strip()) : "";
    return Stream.of(artifact(source), condition)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String artifact(Source source) {
    return artifacts.stream()
        .filter(a -> a.node().equals(source.node()) && a.port().equals(source.port()))
        .findFirst()
        .map(a -> a.type().name() + " #" + a.id())
        .orElse("");
  }

  private NodeModel model(NodeId id) {
    NodeModel model = models.get(id);
    if (model == null) {
      throw new IllegalStateException("no model of " + id);
    }
    return model;
  }
}
