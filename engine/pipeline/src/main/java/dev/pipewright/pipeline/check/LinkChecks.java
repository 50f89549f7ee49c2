package dev.pipewright.pipeline.check;

import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Quotation;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Bindings;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.PortSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Holds the links of a pipeline against the ports of its components.
final class LinkChecks {

  private final Pipeline pipeline;
  private final ComponentRegistry registry;
  private final Bindings bindings;
  private final List<Problem> problems = new ArrayList<>();

  LinkChecks(Pipeline pipeline, ComponentRegistry registry, Bindings bindings) {
    this.pipeline = pipeline;
    this.registry = registry;
    this.bindings = bindings;
  }

  List<Problem> check(Node node, ComponentSpec spec) {
    List<String> known = spec.inputs().stream().map(PortSpec::name).toList();
    for (String port : node.inputs().keySet()) {
      if (!known.contains(port)) {
        error(node, port, spec.name() + " has no input of this name.", suggest(port, known));
      }
    }
    for (PortSpec port : spec.inputs()) {
      List<Source> sources = node.inputs(port.name());
      count(node, port, sources);
      sources.forEach(source -> link(node, port, source));
    }
    return problems;
  }

  private void count(Node node, PortSpec port, List<Source> sources) {
    String name = port.name();
    if (sources.isEmpty() && port.arity() != PortSpec.Arity.OPTIONAL) {
      error(node, name, "Nothing is linked to this input.", "Link " + port.type() + " to it.");
    }
    if (sources.size() > 1 && port.arity() != PortSpec.Arity.MANY) {
      error(
          node,
          name,
          sources.size() + " outputs are linked to this input, which takes one.",
          "Remove all links but one.");
    }
    Set<Source> seen = new HashSet<>();
    sources.stream()
        .filter(source -> !seen.add(source))
        .distinct()
        .forEach(s -> error(node, name, s + " is linked twice.", "Remove one of the links."));
  }

  private void link(Node node, PortSpec port, Source source) {
    Optional<Node> from = pipeline.node(source.node());
    if (from.isEmpty()) {
      List<String> nodes = pipeline.nodes().stream().map(n -> n.id().value()).toList();
      String what = "It is linked to " + source + ", but there is no node " + source.node() + ".";
      error(node, port.name(), what, suggest(source.node().value(), nodes));
      return;
    }
    Optional<ComponentSpec> spec = registry.find(from.get().component()).map(Component::spec);
    // An unknown component is a problem of its own, at its node.
    spec.ifPresent(s -> output(node, port, source, from.get(), s));
  }

  private void output(Node node, PortSpec port, Source source, Node from, ComponentSpec spec) {
    Optional<PortSpec> output = spec.output(source.port());
    if (output.isEmpty()) {
      List<String> outputs = spec.outputs().stream().map(PortSpec::name).toList();
      String what = source.node() + " has no output " + Quotation.of(source.port()) + ".";
      error(node, port.name(), what, suggest(source.port(), outputs));
      return;
    }
    ArtifactType type = type(output.get(), from, spec);
    if (!type.equals(port.type())) {
      error(
          node,
          port.name(),
          source + " is " + type + ", but this input takes " + port.type() + ".",
          "Link an output of type " + port.type() + ".");
    }
  }

  private ArtifactType type(PortSpec output, Node from, ComponentSpec spec) {
    if (output.typeParameter() == null) {
      return output.type();
    }
    return bindings
        .bind(from.id().value(), spec.parameters(), from.parameters())
        .value(output.typeParameter())
        .filter(v -> v instanceof ParameterValue.Text(String text) && !text.isBlank())
        .map(v -> new ArtifactType(((ParameterValue.Text) v).value()))
        .orElse(output.type());
  }

  private static String suggest(String name, List<String> known) {
    return NearestName.suggest(name, known);
  }

  private void error(Node node, String port, String what, String fix) {
    problems.add(Problem.error(node.id(), "inputs." + port, what, fix));
  }
}
