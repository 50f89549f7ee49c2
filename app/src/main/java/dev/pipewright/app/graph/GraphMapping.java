package dev.pipewright.app.graph;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.components.TypeLook;
import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.canvas.GraphDocument;
import dev.pipewright.canvas.GraphLink;
import dev.pipewright.canvas.GraphNode;
import dev.pipewright.canvas.GraphPort;
import dev.pipewright.canvas.LinkState;
import dev.pipewright.canvas.PortRef;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue.Text;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.PortSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Says which graph a pipeline is. Links that no port fits are left out: the problems tell of them.
final class GraphMapping {

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
    return GraphDocument.of(
        nodes.values().stream().map(node -> node(node, pipeline)).toList(), links(nodes));
  }

  private GraphNode node(Node node, Pipeline pipeline) {
    NodeModel model = model(node.id());
    Position place = pipeline.layout().positions().get(node.id());
    return new GraphNode(
        node.id().value(),
        node.id().value(),
        node.component(),
        components.style(node.component()).styleClass(),
        place == null ? Double.NaN : place.x(),
        place == null ? Double.NaN : place.y(),
        components.binding(node.component()).width(),
        model.spec().inputs().stream().map(port -> port(port, node)).toList(),
        model.spec().outputs().stream().map(port -> port(port, node)).toList());
  }

  private static GraphPort port(PortSpec port, Node node) {
    return new GraphPort(port.name(), TypeLook.of(type(port, node)), port.doc());
  }

  private static ArtifactType type(PortSpec port, Node node) {
    return Optional.ofNullable(port.typeParameter())
        .flatMap(name -> node.parameters().get(name))
        .filter(value -> value instanceof Text(String name) && !name.isBlank())
        .map(value -> new ArtifactType(((Text) value).value()))
        .orElse(port.type());
  }

  private List<GraphLink> links(Map<NodeId, Node> nodes) {
    SequencedMap<String, GraphLink> links = new LinkedHashMap<>();
    for (Node node : nodes.values()) {
      for (PortSpec input : model(node.id()).spec().inputs()) {
        for (Source source : node.inputs(input.name())) {
          link(source, node, input, nodes).ifPresent(link -> links.putIfAbsent(link.key(), link));
        }
      }
    }
    return new ArrayList<>(links.values());
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
                    key(source, to.id(), input.name()),
                    new PortRef(source.node().value(), source.port()),
                    new PortRef(to.id().value(), input.name()),
                    type(output, from).equals(type(input, to))
                        ? state(source, to.id())
                        : LinkState.INVALID,
                    label(source)));
  }

  /// Names a link; no other has the name.
  static String key(Source source, NodeId to, String port) {
    return source + " → " + to + "." + port;
  }

  private LinkState state(Source source, NodeId to) {
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

  private String label(Source source) {
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
