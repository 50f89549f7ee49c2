package dev.pipewright.pipeline.wiring;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.Topology;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Bindings;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.PortSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The ports of a pipeline's nodes: what they carry, which of them fit, and the edits that join
/// them. Answers are for the pipeline as it was given; not safe for use by several threads.
public final class Wiring {

  private final Pipeline pipeline;
  private final ComponentRegistry registry;
  private final Bindings bindings;
  private final Map<NodeId, Node> nodes = new LinkedHashMap<>();
  private final Map<NodeId, Set<NodeId>> upstream = new HashMap<>();
  private final Map<ArtifactType, List<Source>> outputs = new HashMap<>();
  private final Topology topology;

  /// The wiring of a pipeline whose runtime parameters have their defaults.
  public Wiring(ComponentRegistry registry, Pipeline pipeline) {
    this(registry, pipeline, defaults(pipeline));
  }

  /// The wiring of a pipeline.
  ///
  /// @param bindings the values of its runtime parameters
  public Wiring(ComponentRegistry registry, Pipeline pipeline, Bindings bindings) {
    this.pipeline = pipeline;
    this.registry = registry;
    this.bindings = bindings;
    this.topology = new Topology(pipeline);
    pipeline.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
  }

  private static Bindings defaults(Pipeline pipeline) {
    Map<String, ParameterValue> values = new TreeMap<>();
    for (RuntimeParameter parameter : pipeline.parameters()) {
      if (parameter.defaultValue() != null) {
        values.put(parameter.name(), parameter.defaultValue());
      }
    }
    return Bindings.of(values);
  }

  /// The spec of a node's component; empty for an unknown node or component.
  public Optional<ComponentSpec> spec(NodeId node) {
    return Optional.ofNullable(nodes.get(node))
        .flatMap(n -> registry.find(n.component()))
        .map(Component::spec);
  }

  /// What an output carries; empty where there is none such, or its component is unknown.
  public Optional<ArtifactType> type(Source source) {
    return spec(source.node())
        .flatMap(
            spec -> spec.output(source.port()).map(port -> type(port, get(source.node()), spec)));
  }

  private ArtifactType type(PortSpec output, Node node, ComponentSpec spec) {
    if (output.typeParameter() == null) {
      return output.type();
    }
    return bindings
        .bind(node.id().value(), spec.parameters(), node.parameters())
        .value(output.typeParameter())
        .filter(v -> v instanceof ParameterValue.Text(String text) && !text.isBlank())
        .map(v -> new ArtifactType(((ParameterValue.Text) v).value()))
        .orElse(output.type());
  }

  private Node get(NodeId id) {
    Node node = nodes.get(id);
    if (node == null) {
      throw new IllegalArgumentException("no node " + id);
    }
    return node;
  }

  /// What an input takes; empty where there is none such, or its component is unknown.
  public Optional<ArtifactType> type(NodeId node, String input) {
    return spec(node).flatMap(spec -> spec.input(input)).map(PortSpec::type);
  }

  /// All outputs of the pipeline that carry this, in its order.
  public List<Source> outputs(ArtifactType type) {
    return outputs.computeIfAbsent(
        type,
        wanted ->
            nodes.keySet().stream()
                .flatMap(this::outputs)
                .filter(source -> type(source).filter(wanted::equals).isPresent())
                .toList());
  }

  private Stream<Source> outputs(NodeId node) {
    return spec(node).stream()
        .flatMap(spec -> spec.outputs().stream())
        .map(port -> new Source(node, port.name()));
  }

  /// Whether the output may be linked to the input. An input that takes one link and has it is no
  /// hindrance: the link would take the other's place.
  public boolean fits(Source source, NodeId node, String input) {
    return !source.node().equals(node)
        && type(source).isPresent()
        && type(source).equals(type(node, input))
        && !get(node).inputs(input).contains(source)
        && !feeds(node, source.node());
  }

  private Set<NodeId> upstream(NodeId node) {
    return upstream.computeIfAbsent(node, n -> topology.withUpstream(List.of(n)));
  }

  /// Why the output may not be linked to the input, as a sentence or two that say what may; empty
  /// when it may.
  public Optional<String> misfit(Source source, NodeId node, String input) {
    return fits(source, node, input)
        ? Optional.empty()
        : Optional.of(new Misfit(this, registry).reason(source, node, input));
  }

  /// Whether a node feeds another, however far off, or is it.
  public boolean feeds(NodeId node, NodeId other) {
    return upstream(other).contains(node);
  }

  boolean isLinked(Source source, NodeId node, String input) {
    return nodes.containsKey(node) && get(node).inputs(input).contains(source);
  }

  /// The links that would join two nodes: from each output of `from` to each input of `to` that
  /// fits it and can take one more.
  public List<Link> joins(NodeId from, NodeId to) {
    return outputs(from).flatMap(source -> free(source, to)).toList();
  }

  /// The link that nobody would ask about: the only one; or, of several from one output, that to
  /// the input of the output's name. Empty where there is none or no telling.
  public static Optional<Link> plain(List<Link> links) {
    if (links.size() == 1) {
      return Optional.of(links.getFirst());
    }
    return links.stream().map(Link::source).distinct().count() == 1
        ? links.stream().filter(link -> link.port().equals(link.source().port())).findFirst()
        : Optional.empty();
  }

  private Stream<Link> free(Source source, NodeId to) {
    return spec(to).stream()
        .flatMap(spec -> spec.inputs().stream())
        .filter(input -> isFree(to, input) && fits(source, to, input.name()))
        .map(input -> new Link(source, to, input.name()));
  }

  private boolean isFree(NodeId node, PortSpec input) {
    return input.arity() == PortSpec.Arity.MANY || get(node).inputs(input.name()).isEmpty();
  }

  /// The edit that makes a link; it takes the place of the one at an input that takes one only.
  ///
  /// @throws IllegalArgumentException when it does not fit
  public Edit connect(Link link) {
    misfit(link.source(), link.node(), link.port())
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(link + ": " + reason);
            });
    List<Edit> edits = new ArrayList<>();
    PortSpec input = spec(link.node()).flatMap(s -> s.input(link.port())).orElseThrow();
    if (input.arity() != PortSpec.Arity.MANY) {
      get(link.node()).inputs(link.port()).stream()
          .distinct()
          .forEach(old -> edits.add(new Edit.Disconnect(old, link.node(), link.port())));
    }
    edits.add(new Edit.Connect(link.source(), link.node(), link.port()));
    return edits.size() == 1 ? edits.getFirst() : new Edit.Sequence(edits);
  }

  /// The edit that puts a node on a link: the link's source feeds it, and it feeds what the link
  /// fed. Empty unless a plain link leads to the node, and exactly one of its outputs fits.
  public Optional<Edit> insert(NodeId node, Link link) {
    if (link.touches(node) || !isLinked(link.source(), link.node(), link.port())) {
      return Optional.empty();
    }
    Optional<Link> in = plain(free(link.source(), node).toList());
    List<Source> out =
        outputs(node).filter(source -> fits(source, link.node(), link.port())).toList();
    if (in.isEmpty() || out.size() != 1) {
      return Optional.empty();
    }
    int index = get(link.node()).inputs(link.port()).indexOf(link.source());
    return Optional.of(
        new Edit.Sequence(
            List.of(
                new Edit.Disconnect(link.source(), link.node(), link.port()),
                new Edit.ConnectAt(index, out.getFirst(), link.node(), link.port()),
                new Edit.Connect(link.source(), node, in.get().port()))));
  }

  /// What comes to an output's consumers when some nodes are left out: the output itself, or the
  /// one source that feeds its node with the same type. Empty when there is none or several.
  public Optional<Source> around(Source source, Predicate<NodeId> isLeftOut) {
    Source near = source;
    Set<Source> seen = new HashSet<>();
    while (isLeftOut.test(near.node())) {
      Optional<ArtifactType> type = type(near);
      List<Source> feeding = type.isEmpty() ? List.of() : feeding(near.node(), type.get());
      if (feeding.size() != 1 || !seen.add(near)) {
        return Optional.empty();
      }
      near = feeding.getFirst();
    }
    return Optional.of(near);
  }

  private List<Source> feeding(NodeId node, ArtifactType type) {
    return get(node)
        .sources()
        .distinct()
        .filter(source -> type(source).filter(type::equals).isPresent())
        .toList();
  }

  /// The edit that removes nodes and keeps the wires: what used their outputs gets what fed them
  /// with the same type, where that is one source only.
  public Edit removeKeepingWires(Collection<NodeId> removed) {
    Set<NodeId> gone = new HashSet<>(removed);
    List<Edit> edits = new ArrayList<>();
    for (Node node : pipeline.nodes()) {
      if (!gone.contains(node.id()) && node.sources().anyMatch(s -> gone.contains(s.node()))) {
        edits.add(new Edit.ReplaceNode(joined(node, gone)));
      }
    }
    removed.stream().distinct().forEach(id -> edits.add(new Edit.RemoveNode(id)));
    return new Edit.Sequence(edits);
  }

  private Node joined(Node node, Set<NodeId> gone) {
    Node joined = node;
    for (String port : node.inputs().keySet()) {
      joined =
          joined.withInput(
              port,
              node.inputs(port).stream()
                  .flatMap(source -> around(source, gone::contains).stream())
                  .distinct()
                  .toList());
    }
    return joined;
  }
}
