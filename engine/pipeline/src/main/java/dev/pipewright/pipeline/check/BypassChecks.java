package dev.pipewright.pipeline.check;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.wiring.Wiring;
import java.util.List;

/// Finds outputs that are used of a bypassed node, and that nothing can stand in for.
record BypassChecks(Pipeline pipeline, Wiring wiring) {

  /// The field of these problems.
  static final String FIELD = "mode";

  List<Problem> check(Node node) {
    if (node.mode() != Node.Mode.BYPASSED) {
      return List.of();
    }
    List<Fix> fixes =
        List.of(
            new Fix("Make it active", new Edit.SetMode(node.id(), Node.Mode.ACTIVE)),
            new Fix("Mute it instead", new Edit.SetMode(node.id(), Node.Mode.MUTED)));
    return pipeline.nodes().stream()
        .filter(user -> user.mode() == Node.Mode.ACTIVE)
        .flatMap(Node::sources)
        .filter(source -> source.node().equals(node.id()) && wiring.type(source).isPresent())
        .distinct()
        .filter(source -> wiring.around(source, node.id()::equals).isEmpty())
        .map(source -> problem(node, source).withFixes(fixes))
        .toList();
  }

  private Problem problem(Node node, Source source) {
    return Problem.warning(
        node.id(),
        FIELD,
        "It is bypassed, but no one input of it is "
            + wiring.type(source).orElseThrow()
            + ", to stand in for "
            + source.port()
            + ".",
        "What needs " + source + " does not run.");
  }
}
