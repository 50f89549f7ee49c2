package dev.pipewright.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.metadata.ExecutionId;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.runner.RunHistory.PastNode;
import dev.pipewright.runner.RunHistory.PastRun;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class RunsViewTest {

  private static PastRun run(String pipeline, String... nodes) {
    SequencedMap<String, PastNode> past = new LinkedHashMap<>();
    for (String node : nodes) {
      past.put(
          node, new PastNode(new ExecutionId(7), ExecutionState.COMPLETE, Duration.ofSeconds(1)));
    }
    return new PastRun(pipeline, "r", Instant.EPOCH, Duration.ofSeconds(2), past);
  }

  private static List<Integer> numbers(List<PastRun> newestFirst, String node) {
    return RunsView.rows(newestFirst, "p", node).stream().map(RunsView.Row::number).toList();
  }

  @Test
  void countsRunsFromTheOldestAndShowsTheNewestFirst() {
    assertEquals(
        List.of(3, 2, 1), numbers(List.of(run("p", "A"), run("p", "A"), run("p", "A")), "A"));
  }

  @Test
  void leavesRunsOutThatDidNotComeToTheNode() {
    List<PastRun> runs = List.of(run("p", "A", "B"), run("p", "A"), run("p", "B"));
    assertEquals(List.of(3, 1), numbers(runs, "B"));
    assertEquals(List.of(), numbers(runs, "C"));
    assertEquals(List.of(), numbers(List.of(), "A"));
  }

  @Test
  void countsTheRunsOfThisPipelineAlone() {
    List<PastRun> runs = List.of(run("p", "A"), run("old name", "A"), run("p", "A"));
    assertEquals(List.of(2, 1), numbers(runs, "A"));
  }
}
