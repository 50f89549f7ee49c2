package dev.pipewright.runner;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.runner.NodeResult.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A project to run in tests, and what the last run told.
final class Project {

  /// Text → Trainer → Evaluator (against what the Resolver finds) → Pusher.
  static final String TRAINING =
      """
      {"format": 1, "name": "taxi", "nodes": [
        {"id": "Gen", "component": "Text"},
        {"id": "Resolver", "component": "Resolver"},
        {"id": "Trainer", "component": "Trainer", "inputs": {"examples": "Gen.examples"}},
        {"id": "Evaluator", "component": "Evaluator",
         "inputs": {"model": "Trainer.model", "baseline_model": "Resolver.model"}},
        {"id": "Pusher", "component": "Pusher",
         "inputs": {"model": "Trainer.model", "model_blessing": "Evaluator.blessing"}}
      ]}
      """;

  final Fakes fakes = new Fakes();
  final List<RunEvent> events = new ArrayList<>();
  final Path folder;
  final RunRoot root;
  Pipeline pipeline;
  Cancellation cancellation = new Cancellation();
  RunSettings settings = RunSettings.DEFAULT.withCores(4);
  RunEvent.Listener also = event -> {};

  Project(Path folder, String document) {
    this.folder = folder;
    this.root = RunRoot.of(folder.resolve("p.pipewright"));
    this.pipeline = ProjectFile.parse(document.getBytes(StandardCharsets.UTF_8), null);
  }

  /// A pipeline of nodes from lines as `D: Join B C`, D being a Join of the outputs of B and C.
  static Project of(Path folder, String... lines) {
    List<String> nodes = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split("[: ]+");
      String inputs =
          List.of(parts).subList(2, parts.length).stream()
              .map(n -> "\"" + n + ".examples\"")
              .toList()
              .toString();
      nodes.add(
          "{\"id\": \"%s\", \"component\": \"%s\", \"inputs\": {\"examples\": %s}}"
              .formatted(parts[0], parts[1], inputs));
    }
    return new Project(folder, "{\"format\": 1, \"name\": \"p\", \"nodes\": " + nodes + "}");
  }

  Project edit(Edit edit) {
    pipeline = edit.apply(pipeline);
    return this;
  }

  Project set(String node, String parameter, String text) {
    return edit(new Edit.SetParameter(new NodeId(node), parameter, ParameterValue.of(text)));
  }

  RunResult run() {
    return run(Selection.ALL);
  }

  RunResult run(Selection selection) {
    return run(Plan.of(pipeline, folder, fakes.registry(), selection, Map.of()));
  }

  RunResult run(Plan plan) {
    events.clear();
    return Runner.run(
        plan,
        root,
        settings,
        cancellation,
        event -> {
          events.add(event);
          also.accept(event);
        });
  }

  /// How each node ended, as `{A=DONE, B=CACHED}`.
  static String outcomes(RunResult result) {
    SequencedMap<String, Outcome> outcomes = new LinkedHashMap<>();
    result.nodes().forEach((node, r) -> outcomes.put(node.value(), r.outcome()));
    return outcomes.toString();
  }

  static String text(RunResult result, String node, String port) {
    return Fakes.all(output(result, node, port).artifact().uri());
  }

  static OutputArtifact output(RunResult result, String node, String port) {
    return result.nodes().get(new NodeId(node)).outputs().get(port).getFirst();
  }

  <E extends RunEvent> List<E> events(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
