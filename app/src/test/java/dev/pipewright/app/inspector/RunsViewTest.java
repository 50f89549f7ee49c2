package dev.pipewright.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.file.JsonText;
import dev.pipewright.runner.NodeHistory.Basis;
import dev.pipewright.runner.NodeHistory.Given;
import dev.pipewright.runner.NodeHistory.Past;
import dev.pipewright.runner.OutputArtifact;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunsViewTest {

  private static Past past(int run, int version, String parameters, long input, String content) {
    SequencedMap<String, List<Given>> inputs = new LinkedHashMap<>();
    if (input > 0) {
      Artifact artifact =
          new Artifact(input, ArtifactType.EXAMPLES, Path.of("/a"), content, new TreeMap<>());
      inputs.put("examples", List.of(new Given(new OutputArtifact(artifact, 1, 1), "Gen")));
    }
    return new Past(
        run,
        Instant.EPOCH,
        Duration.ofSeconds(1),
        ExecutionState.COMPLETE,
        new TreeMap<>(((ParameterValue.Fields) JsonText.parse(parameters)).values()),
        inputs,
        new LinkedHashMap<>(),
        new Basis(version, 1L, new TreeMap<>()),
        null);
  }

  private static List<List<String>> changes(Past... newestFirst) {
    return RunsView.rows(Arrays.asList(newestFirst)).stream().map(RunsView.Row::changes).toList();
  }

  @Test
  void tellsOldAndNewValuesDownToTheField() {
    Past before = past(1, 1, "{\"a\": 1, \"args\": {\"steps\": 5, \"s\": \"x\"}}", 0, "");
    Past now = past(2, 1, "{\"b\": 2, \"args\": {\"steps\": 9, \"s\": \"x\"}}", 0, "");
    assertEquals(
        List.of("a: 1 → not set", "args.steps: 5 → 9", "b: not set → 2"),
        changes(now, before).getFirst());
  }

  @Test
  void tellsOfInputsByTheirContent() {
    Past first = past(1, 1, "{}", 5, "x");
    assertEquals(List.of(), changes(past(2, 1, "{}", 9, "x"), first).getFirst());
    assertEquals(
        List.of("examples: Gen made other content (#5 → #9)"),
        changes(past(2, 1, "{}", 9, "y"), first).getFirst());
    assertEquals(
        List.of("examples: no longer from Gen"),
        changes(past(2, 1, "{}", 0, ""), first).getFirst());
  }

  @Test
  void tellsOfAnotherVersionOfTheComponent() {
    assertEquals(
        List.of("The component is another version: 1 → 2"),
        changes(past(2, 2, "{}", 0, ""), past(1, 1, "{}", 0, "")).getFirst());
    assertEquals(
        List.of(),
        changes(past(2, 2, "{}", 0, ""), past(1, 0, "{}", 0, "")).getFirst(),
        "what was not kept is not compared");
  }

  @Test
  void namesTheSeedAndTheRuntimeParameterThatAValueCameFrom() {
    Past before = past(1, 1, "{\"args\": {\"steps\": 5}}", 0, "");
    Past now = past(2, 1, "{\"args\": {\"steps\": 9}}", 0, "");
    Basis basis = new Basis(1, 12345L, new TreeMap<>(Map.of("args.steps", "steps")));
    assertEquals(
        List.of("Seed of the pipeline: 1 → 12345", "args.steps (${steps}): 5 → 9"),
        changes(of(now, basis), before).getFirst());
    assertEquals(
        List.of("args.steps: 5 → 9"),
        changes(of(now, new Basis(1, null, new TreeMap<>())), before).getFirst(),
        "a seed that was not kept is not compared");
  }

  private static Past of(Past past, Basis basis) {
    return new Past(
        past.run(),
        past.start(),
        past.elapsed(),
        past.state(),
        past.parameters(),
        past.inputs(),
        past.outputs(),
        basis,
        past.failure());
  }

  @Test
  void hasNothingToCompareTheFirstRunWith() {
    assertEquals(Arrays.asList((List<String>) null), changes(past(1, 1, "{}", 0, "")));
  }
}
