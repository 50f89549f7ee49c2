package dev.pipewright.pipeline.wiring;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Quotation;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Says why two ports do not fit, and what would.
record Misfit(Wiring wiring, ComponentRegistry registry) {

  private static final int NAMED = 3;

  String reason(Source source, NodeId node, String input) {
    Optional<ArtifactType> given = wiring.type(source);
    Optional<ArtifactType> taken = wiring.type(node, input);
    if (given.isEmpty()) {
      return source + " is no output.";
    }
    if (taken.isEmpty()) {
      return node + " has no input " + Quotation.of(input) + ".";
    }
    if (source.node().equals(node)) {
      return "A node cannot feed itself.";
    }
    if (wiring.isLinked(source, node, input)) {
      return "They are linked already.";
    }
    if (!given.equals(taken)) {
      return input
          + " takes "
          + taken.get()
          + ", not "
          + given.get()
          + "."
          + offer(taken.get(), node);
    }
    return node + " feeds " + source.node() + ": the link would close a cycle.";
  }

  private String offer(ArtifactType type, NodeId node) {
    List<String> there =
        wiring.outputs(type).stream()
            .filter(s -> !s.node().equals(node) && !wiring.feeds(node, s.node()))
            .map(Source::toString)
            .toList();
    if (!there.isEmpty()) {
      return " " + named(there) + (there.size() == 1 ? " fits." : " fit.");
    }
    List<String> makers = makers(type).map(ComponentSpec::name).toList();
    return makers.isEmpty()
        ? ""
        : " Add " + named(makers).replace(" and ", " or ") + ": it makes one.";
  }

  private Stream<ComponentSpec> makers(ArtifactType type) {
    return registry.specs().stream()
        .filter(
            spec ->
                spec.outputs().stream()
                    .anyMatch(o -> o.typeParameter() == null && o.type().equals(type)));
  }

  private static String named(List<String> names) {
    List<String> first = names.subList(0, Math.min(NAMED, names.size()));
    if (names.size() > NAMED) {
      return String.join(", ", first) + " and others";
    }
    return first.size() < 2
        ? first.getFirst()
        : String.join(", ", first.subList(0, first.size() - 1)) + " and " + first.getLast();
  }
}
