package dev.pipewright.runner.root;

import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.PortSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is known of the components of a root: the ports and parameters that were seen, in the words
/// of the installed component where there is one of the name.
final class KnownSpecs {

  private final ComponentRegistry registry;
  private final SortedMap<String, Seen> seen = new TreeMap<>();

  /// What was seen of a component.
  private static final class Seen {
    final SequencedMap<String, ArtifactType> inputs = new LinkedHashMap<>();
    final SequencedSet<String> lists = new LinkedHashSet<>();
    final SequencedMap<String, ArtifactType> outputs = new LinkedHashMap<>();
    final SequencedMap<String, ParameterValue> parameters = new LinkedHashMap<>();
  }

  KnownSpecs(ComponentRegistry registry) {
    this.registry = registry;
  }

  private Seen of(String component) {
    return seen.computeIfAbsent(component, name -> new Seen());
  }

  void input(String component, String port, ArtifactType type) {
    of(component).inputs.putIfAbsent(port, type);
  }

  void output(String component, String port, ArtifactType type) {
    of(component).outputs.putIfAbsent(port, type);
  }

  /// A node with its links and parameters.
  void node(Node node) {
    Seen known = of(node.component());
    known.parameters.putAll(node.parameters().values());
    node.inputs()
        .forEach(
            (port, sources) -> {
              if (sources.size() > 1) {
                known.lists.add(port);
              }
            });
  }

  SortedMap<String, ComponentSpec> specs() {
    SortedMap<String, ComponentSpec> specs = new TreeMap<>();
    seen.forEach((name, known) -> specs.put(name, spec(name, known)));
    return specs;
  }

  private ComponentSpec spec(String name, Seen known) {
    Optional<ComponentSpec> ours = registry.find(name).map(Component::spec);
    boolean isBare = known.inputs.isEmpty() && known.outputs.isEmpty();
    return new ComponentSpec(
        name,
        ours.map(ComponentSpec::category).orElse(ComponentSpec.Category.DATA),
        ours.map(ComponentSpec::version).orElse(1),
        ours.map(ComponentSpec::doc).orElse(""),
        isBare ? ours.map(ComponentSpec::inputs).orElse(List.of()) : inputs(known, ours),
        isBare ? ours.map(ComponentSpec::outputs).orElse(List.of()) : outputs(known, ours),
        parameters(known, ours),
        ComponentSpec.Resources.LIGHT);
  }

  private static List<PortSpec> inputs(Seen known, Optional<ComponentSpec> ours) {
    List<PortSpec> ports = new ArrayList<>();
    for (String port : inOrder(known.inputs, ours.map(ComponentSpec::inputs).orElse(List.of()))) {
      String doc = ours.flatMap(spec -> spec.input(port)).map(PortSpec::doc).orElse("");
      ArtifactType type = Objects.requireNonNull(known.inputs.get(port));
      ports.add(
          known.lists.contains(port)
              ? PortSpec.many(port, type, doc)
              : PortSpec.optional(port, type, doc));
    }
    return ports;
  }

  private static List<PortSpec> outputs(Seen known, Optional<ComponentSpec> ours) {
    List<PortSpec> ports = new ArrayList<>();
    for (String port : inOrder(known.outputs, ours.map(ComponentSpec::outputs).orElse(List.of()))) {
      String doc = ours.flatMap(spec -> spec.output(port)).map(PortSpec::doc).orElse("");
      ports.add(PortSpec.one(port, Objects.requireNonNull(known.outputs.get(port)), doc));
    }
    return ports;
  }

  private static List<String> inOrder(Map<String, ArtifactType> found, List<PortSpec> order) {
    SequencedSet<String> names = new LinkedHashSet<>();
    order.stream().map(PortSpec::name).filter(found::containsKey).forEach(names::add);
    names.addAll(new TreeMap<>(found).keySet());
    return List.copyOf(names);
  }

  private static List<ParameterSpec> parameters(Seen known, Optional<ComponentSpec> ours) {
    SequencedMap<String, ParameterSpec> parameters = new LinkedHashMap<>();
    ours.map(ComponentSpec::parameters).orElse(List.of()).stream()
        .filter(each -> known.parameters.containsKey(each.name()))
        .forEach(each -> parameters.put(each.name(), each));
    known.parameters.forEach(
        (name, value) ->
            parameters.putIfAbsent(name, ParameterSpec.optional(name, type(value), "")));
    return List.copyOf(parameters.values());
  }

  private static ParameterType type(ParameterValue value) {
    return switch (value) {
      case ParameterValue.Bool b -> new ParameterType.Bool();
      case ParameterValue.Int n -> new ParameterType.Int(Long.MIN_VALUE, Long.MAX_VALUE);
      case ParameterValue.Real x -> new ParameterType.Real(-Double.MAX_VALUE, Double.MAX_VALUE);
      case ParameterValue.Text s -> new ParameterType.Text();
      default -> new ParameterType.Json();
    };
  }
}
