package dev.pipewright.runner.root;

import dev.pipewright.metadata.ArtifactId;
import dev.pipewright.metadata.ArtifactRecord;
import dev.pipewright.metadata.ContextRecord;
import dev.pipewright.metadata.ExecutionRecord;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.runner.Failure;
import dev.pipewright.runner.OutputArtifact;
import dev.pipewright.runner.RunHistory;
import dev.pipewright.runner.RunHistory.Latest;
import dev.pipewright.runner.RunHistory.LatestNode;
import dev.pipewright.runner.RunHistory.Liveness;
import dev.pipewright.runner.RunHistory.PastNode;
import dev.pipewright.runner.RunHistory.PastRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// Tells each run of a root as it was, not as later ones left the nodes.
final class StoredRuns {

  /// TFX says nowhere whether a run goes on. One whose store was written to so lately may.
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final PipelineRoot root;
  private final Map<ArtifactId, ArtifactRecord> artifacts;
  private final Relocation relocation;
  private final Map<ArtifactId, OutputArtifact> found = new HashMap<>();
  private final SortedMap<Long, String> missing = new TreeMap<>();

  StoredRuns(PipelineRoot root, Map<ArtifactId, ArtifactRecord> artifacts, Relocation relocation) {
    this.root = root;
    this.artifacts = artifacts;
    this.relocation = relocation;
  }

  /// Those that were asked for and have no files, with their URIs.
  SortedMap<Long, String> missing() {
    return missing;
  }

  Latest run(ContextRecord pipeline, ContextRecord run, List<Step> steps, int number) {
    SequencedMap<String, PastNode> past = new LinkedHashMap<>();
    SortedMap<String, LatestNode> nodes = new TreeMap<>();
    Instant start = steps.isEmpty() ? run.created() : steps.getFirst().execution().created();
    Instant end = start;
    for (Step step : steps) {
      ExecutionRecord execution = step.execution();
      Duration elapsed = Duration.between(execution.created(), execution.updated());
      PastNode node = new PastNode(execution.id(), execution.state(), elapsed);
      past.put(step.node().value(), node);
      nodes.put(step.node().value(), node(step, node, number));
      end = execution.updated().isAfter(end) ? execution.updated() : end;
    }
    return new Latest(
        new PastRun(pipeline.name(), run.name(), start, Duration.between(start, end), past),
        number,
        Liveness.ENDED,
        nodes);
  }

  private LatestNode node(Step step, PastNode node, int number) {
    ExecutionRecord execution = step.execution();
    SequencedMap<String, List<OutputArtifact>> outputs = new LinkedHashMap<>();
    if (execution.state().isSuccess()) {
      step.outputs()
          .forEach(
              (port, ids) ->
                  outputs.put(port, ids.stream().flatMap(id -> artifact(id).stream()).toList()));
    }
    Failure failure =
        execution.state() == ExecutionState.FAILED
            ? RunHistory.failure(execution).orElseGet(StoredRuns::untold)
            : null;
    return new LatestNode(node, number, execution.updated(), failure, outputs);
  }

  private static Failure untold() {
    return new Failure(
        "It failed. The metadata store does not say why.",
        Location.NONE,
        "See the log of the program that ran the pipeline.");
  }

  private Optional<OutputArtifact> artifact(ArtifactId id) {
    return Optional.ofNullable(artifacts.get(id))
        .map(record -> found.computeIfAbsent(id, each -> locate(record)));
  }

  private OutputArtifact locate(ArtifactRecord record) {
    Optional<Path> place = relocation.find(record.uri());
    if (place.isEmpty()) {
      missing.put(record.id().value(), record.uri());
    }
    Path recorded = Relocation.path(record.uri());
    Path folder = place.orElse(recorded == null ? root.folder() : recorded);
    Artifact artifact =
        Artifact.of(
            record.id().value(), new ArtifactType(record.type()), folder, record.uri(), Map.of());
    return place
        .map(there -> Sizes.of(artifact, there))
        .orElse(new OutputArtifact(artifact, -1, -1));
  }

  /// The runs, the newest first, with whether that is still at work.
  List<Latest> withLiveness(List<Latest> newestFirst) {
    if (newestFirst.isEmpty() || !seemsAtWork(newestFirst.getFirst())) {
      return newestFirst;
    }
    Latest newest = newestFirst.getFirst();
    List<Latest> runs = new ArrayList<>(newestFirst);
    runs.set(0, new Latest(newest.run(), newest.number(), Liveness.AT_WORK, newest.nodes()));
    return runs;
  }

  private boolean seemsAtWork(Latest run) {
    Path store = root.store();
    if (store == null
        || run.run().nodes().values().stream().allMatch(node -> node.state().isFinal())) {
      return false;
    }
    try {
      Instant written = Files.getLastModifiedTime(store).toInstant();
      return Duration.between(written, Instant.now()).compareTo(FRESH) < 0;
    } catch (IOException e) {
      return false; // It was there a moment ago: who writes there is gone with it.
    }
  }
}
