package dev.pipewright.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.app.run.RunProgress.Outcome;
import dev.pipewright.metadata.ExecutionId;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.runner.Failure;
import dev.pipewright.runner.OutputArtifact;
import dev.pipewright.runner.RunHistory.Latest;
import dev.pipewright.runner.RunHistory.LatestNode;
import dev.pipewright.runner.RunHistory.Liveness;
import dev.pipewright.runner.RunHistory.PastNode;
import dev.pipewright.runner.RunHistory.PastRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PastRunsTest {

  private static final Duration TOOK = Duration.ofSeconds(2);
  private static final Failure NO_LUCK =
      new Failure("no luck", Location.of("data.csv", 3), "Try again.");

  /// A → B → C, the last run being the fourth.
  private static final Pipeline DOCUMENT =
      ProjectFile.parse(
          """
          {"format": 1, "name": "p", "nodes": [
            {"id": "A", "component": "X"},
            {"id": "B", "component": "X", "inputs": {"in": "A.out"}},
            {"id": "C", "component": "X", "inputs": {"in": "B.out"}}]}
          """
              .getBytes(StandardCharsets.UTF_8),
          null);

  @Test
  void tellsNodesAsTheirLastExecutionsEnded() {
    PastRuns past = past(Liveness.ENDED, "A CACHED 4", "B COMPLETE 4", "C COMPLETE 3");
    assertEquals(List.of("A CACHED 4", "B DONE 4", "C DONE 3"), states(past));
    assertEquals(progress(Outcome.DONE, 2, 2, 1, 0), past.progress());
  }

  @Test
  void tellsWhatDependsOnAFailedNodeAsSkipped() {
    PastRuns past = past(Liveness.ENDED, "A COMPLETE 4", "B FAILED 4", "C COMPLETE 3");
    assertEquals(List.of("A DONE 4", "B FAILED 4", "C SKIPPED 4"), states(past));
    assertEquals("It needs B.", status(past, "C").message());
    assertEquals(NO_LUCK, status(past, "B").failure());
    assertEquals(progress(Outcome.FAILED, 3, 3, 0, 1), past.progress());
    assertEquals(1, past.rows(new NodeId("C")).size());
  }

  @Test
  void tellsWhatDependsOnAStoppedNodeAsStopped() {
    PastRuns past = past(Liveness.ENDED, "A CANCELED 4");
    assertEquals(List.of("A CANCELLED 4", "B CANCELLED 4", "C CANCELLED 4"), states(past));
    assertEquals(progress(Outcome.CANCELLED, 3, 3, 0, 0), past.progress());
  }

  @Test
  void tellsANodeWhoseProcessWasKilledAsFailed() {
    PastRuns past = past(Liveness.ENDED, "A COMPLETE 4", "B RUNNING 4");
    assertEquals(List.of("A DONE 4", "B FAILED 4", "C CANCELLED 4"), states(past));
    assertEquals(Outcome.ENGINE_ENDED, past.progress().outcome());
    assertEquals(1, past.progress().failed());
  }

  @Test
  void tellsARunOfAnotherProcessAsAtWork() {
    PastRuns past = past(Liveness.AT_WORK, "A COMPLETE 4", "B RUNNING 4");
    assertEquals(List.of("A DONE 4", "B RUNNING 4", "C NEW 0"), states(past));
    assertEquals(List.of(new NodeId("B")), past.progress().running());
    assertEquals(Outcome.UNDER_WAY, past.progress().outcome());
    assertEquals(1, past.progress().done());
  }

  @Test
  void listsWhatNodesMade() {
    PastRuns past = past(Liveness.ENDED, "A COMPLETE 4");
    ArtifactRow row = past.rows(new NodeId("A")).getFirst();
    assertEquals(
        new ArtifactRow(
            9,
            new NodeId("A"),
            "out",
            ArtifactType.EXAMPLES,
            Path.of("/root/A"),
            100,
            Instant.EPOCH,
            4),
        row);
    assertEquals(List.of(), past.rows(new NodeId("B")));
  }

  private static List<String> states(PastRuns past) {
    return DOCUMENT.nodes().stream()
        .map(node -> node.id() + " " + text(past.status(node.id())))
        .toList();
  }

  private static String text(NodeStatus status) {
    return status.state() + " " + status.run();
  }

  private static NodeStatus status(PastRuns past, String node) {
    return past.status(new NodeId(node));
  }

  private static RunProgress progress(
      Outcome outcome, int done, int total, int cached, int failed) {
    return new RunProgress(outcome, 4, done, total, cached, failed, List.of(), TOOK);
  }

  /// The last executions of nodes: name, state and run.
  private static PastRuns past(Liveness liveness, String... nodes) {
    Map<String, LatestNode> latest = new TreeMap<>();
    SequencedMap<String, PastNode> last = new LinkedHashMap<>();
    for (String line : nodes) {
      String[] words = line.split(" ");
      ExecutionState state = ExecutionState.valueOf(words[1]);
      PastNode node = new PastNode(new ExecutionId(1), state, TOOK);
      int run = Integer.parseInt(words[2]);
      latest.put(words[0], latest(words[0], node, run));
      if (run == 4) {
        last.put(words[0], node);
      }
    }
    PastRun run = new PastRun("p", "2026", Instant.EPOCH, TOOK, last);
    return new PastRuns(new Latest(run, 4, liveness, new TreeMap<>(latest)), DOCUMENT);
  }

  private static LatestNode latest(String name, PastNode node, int run) {
    boolean isFailed = node.state() == ExecutionState.FAILED;
    Path folder = Path.of("/root").resolve(name);
    Artifact artifact = Artifact.of(9, ArtifactType.EXAMPLES, folder, "", Map.of());
    SequencedMap<String, List<OutputArtifact>> outputs = new LinkedHashMap<>();
    outputs.put("out", List.of(new OutputArtifact(artifact, 1, 100)));
    return new LatestNode(node, run, Instant.EPOCH, isFailed ? NO_LUCK : null, outputs);
  }
}
