package dev.pipewright.pipeline.check;

import dev.pipewright.pipeline.Condition;
import dev.pipewright.pipeline.Condition.Reading;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Quotation;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.PortSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds a node's condition against the outputs that it reads.
final class ConditionChecks {

  private final Pipeline pipeline;
  private final ComponentRegistry registry;
  private final List<Problem> problems = new ArrayList<>();

  ConditionChecks(Pipeline pipeline, ComponentRegistry registry) {
    this.pipeline = pipeline;
    this.registry = registry;
  }

  List<Problem> check(Node node) {
    if (node.condition().isBlank()) {
      return List.of();
    }
    try {
      Condition condition = Condition.parse(node.condition());
      if (condition.readings().findAny().isEmpty()) {
        error(node, "It reads no output, and so always comes to the same.", "", List.of());
      }
      condition.readings().distinct().forEach(reading -> reading(node, condition, reading));
    } catch (ParameterException e) {
      error(node, e.what(), e.fix(), List.of());
    }
    return problems;
  }

  private void reading(Node node, Condition condition, Reading reading) {
    NodeId from = reading.source().node();
    String port = reading.source().port();
    Optional<Node> source = pipeline.node(from);
    if (source.isEmpty()) {
      List<String> nodes = pipeline.nodes().stream().map(n -> n.id().value()).toList();
      List<Fix> fixes =
          NearestName.of(from.value(), nodes)
              .map(n -> read(node, condition, reading, new Source(new NodeId(n), port)))
              .stream()
              .toList();
      error(
          node,
          "It reads " + reading.source() + ", but there is no node " + from + ".",
          NearestName.suggest(from.value(), nodes),
          fixes);
      return;
    }
    registry
        .find(source.get().component())
        .ifPresent(component -> output(node, condition, reading, component.spec()));
  }

  private void output(Node node, Condition condition, Reading reading, ComponentSpec spec) {
    Source source = reading.source();
    if (spec.output(source.port()).isPresent()) {
      return;
    }
    List<String> outputs = spec.outputs().stream().map(PortSpec::name).toList();
    List<Fix> fixes =
        NearestName.of(source.port(), outputs)
            .map(o -> read(node, condition, reading, new Source(source.node(), o)))
            .stream()
            .toList();
    error(
        node,
        source.node() + " has no output " + Quotation.of(source.port()) + ".",
        NearestName.suggest(source.port(), outputs),
        fixes);
  }

  private static Fix read(Node node, Condition condition, Reading wrong, Source right) {
    Condition mended =
        condition.mapReadings(r -> r.source().equals(wrong.source()) ? r.of(right) : r);
    return new Fix("Read " + right, new Edit.SetCondition(node.id(), mended.text()));
  }

  private void error(Node node, String what, String fix, List<Fix> fixes) {
    List<Fix> all = new ArrayList<>(fixes);
    all.add(new Fix("Remove the condition", new Edit.SetCondition(node.id(), "")));
    problems.add(Problem.error(node.id(), "condition", what, fix).withFixes(all));
  }
}
