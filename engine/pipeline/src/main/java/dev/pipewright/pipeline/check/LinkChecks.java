package dev.pipewright.pipeline.check;

import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Quotation;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.pipeline.wiring.Wiring;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Holds the links of a pipeline against the ports of its components.
final class LinkChecks {

  private final Pipeline pipeline;
  private final ComponentRegistry registry;
  private final Wiring wiring;
  private final LinkFixes fixes;
  private final List<Problem> problems = new ArrayList<>();

  LinkChecks(Pipeline pipeline, ComponentRegistry registry, Wiring wiring) {
    this.pipeline = pipeline;
    this.registry = registry;
    this.wiring = wiring;
    this.fixes = new LinkFixes(pipeline, registry, wiring);
  }

  /// The problems of a node's links.
  List<Problem> check(Node node, ComponentSpec spec) {
    problems.clear();
    List<String> known = spec.inputs().stream().map(PortSpec::name).toList();
    for (String port : node.inputs().keySet()) {
      if (!known.contains(port)) {
        error(
            node,
            port,
            spec.name() + " has no input of this name.",
            suggest(port, known),
            fixes.move(node, port, NearestName.of(port, known)));
      }
    }
    for (PortSpec port : spec.inputs()) {
      List<Source> sources = node.inputs(port.name());
      count(node, port, sources);
      sources.stream().distinct().forEach(source -> link(node, port, source));
    }
    return List.copyOf(problems);
  }

  private void count(Node node, PortSpec port, List<Source> sources) {
    String name = port.name();
    if (sources.isEmpty() && port.arity() != PortSpec.Arity.OPTIONAL) {
      error(
          node,
          name,
          "Nothing is linked to this input.",
          "Link " + port.type() + " to it.",
          fixes.feed(node, port));
    }
    if (sources.size() > 1 && port.arity() != PortSpec.Arity.MANY) {
      error(
          node,
          name,
          sources.size() + " outputs are linked to this input, which takes one.",
          "Remove all links but one.",
          fixes.keepOne(node, name, sources));
    }
    Set<Source> seen = new HashSet<>();
    sources.stream()
        .filter(source -> !seen.add(source))
        .distinct()
        .forEach(
            s ->
                error(
                    node,
                    name,
                    s + " is linked twice.",
                    "Remove one of the links.",
                    List.of(fixes.distinct(node, name, sources))));
  }

  private void link(Node node, PortSpec port, Source source) {
    Optional<Node> from = pipeline.node(source.node());
    if (from.isEmpty()) {
      List<String> nodes = pipeline.nodes().stream().map(n -> n.id().value()).toList();
      String wanted = source.node().value();
      String what = "It is linked to " + source + ", but there is no node " + wanted + ".";
      Optional<Source> meant =
          NearestName.of(wanted, nodes).map(n -> new Source(new NodeId(n), source.port()));
      Link link = new Link(source, node.id(), port.name());
      error(node, port.name(), what, suggest(wanted, nodes), fixes.redirect(link, meant));
      return;
    }
    Optional<ComponentSpec> spec = registry.find(from.get().component()).map(Component::spec);
    // An unknown component is a problem of its own, at its node.
    spec.ifPresent(s -> output(node, port, source, s));
  }

  private void output(Node node, PortSpec port, Source source, ComponentSpec spec) {
    Link link = new Link(source, node.id(), port.name());
    if (spec.output(source.port()).isEmpty()) {
      List<String> outputs = spec.outputs().stream().map(PortSpec::name).toList();
      String what = source.node() + " has no output " + Quotation.of(source.port()) + ".";
      Optional<Source> meant =
          NearestName.of(source.port(), outputs).map(name -> new Source(source.node(), name));
      error(node, port.name(), what, suggest(source.port(), outputs), fixes.redirect(link, meant));
      return;
    }
    ArtifactType type = wiring.type(source).orElseThrow();
    if (!type.equals(port.type())) {
      error(
          node,
          port.name(),
          source + " is " + type + ", but this input takes " + port.type() + ".",
          "Link an output of type " + port.type() + ".",
          fixes.convert(link, type, port));
    }
  }

  private static String suggest(String name, List<String> known) {
    return NearestName.suggest(name, known);
  }

  private void error(Node node, String port, String what, String fix, List<Fix> ways) {
    problems.add(Problem.error(node.id(), "inputs." + port, what, fix).withFixes(ways));
  }
}
