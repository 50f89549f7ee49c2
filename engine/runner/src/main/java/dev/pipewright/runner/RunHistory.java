package dev.pipewright.runner;

import dev.pipewright.metadata.ContextRecord;
import dev.pipewright.metadata.ExecutionId;
import dev.pipewright.metadata.ExecutionRecord;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.metadata.MetadataReader;
import dev.pipewright.metadata.TfxTypes;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What earlier runs did, read from ML Metadata: ours or TFX's own. May be asked while a run is at
/// work.
public final class RunHistory {

  private RunHistory() {}

  /// A run.
  ///
  /// @param pipeline the pipeline's name
  /// @param run the run's name
  /// @param start when it began
  /// @param elapsed to the end of its last node so far
  /// @param nodes how its nodes are, in the order in which they began; nodes that were skipped left
  ///   no trace
  public record PastRun(
      String pipeline,
      String run,
      Instant start,
      Duration elapsed,
      SequencedMap<String, PastNode> nodes) {}

  /// A node in a run.
  ///
  /// @param execution its id in ML Metadata
  /// @param state how it is; RUNNING also for one whose process was killed, until the next run
  /// @param elapsed how long it took
  public record PastNode(ExecutionId execution, ExecutionState state, Duration elapsed) {}

  /// A node after all that runs did to it.
  ///
  /// @param last its last execution
  /// @param run the number of the run that this was in, from 1
  /// @param end when that ended; of one at work, when it began
  /// @param failure why it failed; null when it did not
  /// @param outputs what its last execution that succeeded made or took from the cache, by output;
  ///   empty when there was none
  public record LatestNode(
      PastNode last,
      int run,
      Instant end,
      @Nullable Failure failure,
      SequencedMap<String, List<OutputArtifact>> outputs) {}

  /// A pipeline after all its runs.
  ///
  /// @param run its last run
  /// @param number which that is, from 1
  /// @param liveness whether the last run is still at work, in whatever process
  /// @param nodes the nodes by name, as their last executions left them
  public record Latest(
      PastRun run, int number, Liveness liveness, SortedMap<String, LatestNode> nodes) {}

  /// Whether a run goes on.
  public enum Liveness {
    /// A process has the run's root.
    AT_WORK,
    /// It has ended, or its process has.
    ENDED,
  }

  /// How a pipeline's runs under a root have left it; empty when there was no run of it.
  ///
  /// @param pipeline what the pipeline is called
  /// @throws dev.pipewright.pipeline.EngineException when the metadata store cannot be read
  public static Optional<Latest> latest(RunRoot root, String pipeline) {
    return read(root, pipeline, (store, runs) -> new LatestReading(store, root, runs).read());
  }

  /// One run of a pipeline by itself: the nodes that it came to, and what they made or took from
  /// the cache in it. Empty when there was no such run.
  ///
  /// @param pipeline what the pipeline is called
  /// @param number which run, from 1
  /// @throws dev.pipewright.pipeline.EngineException when the metadata store cannot be read
  public static Optional<Latest> run(RunRoot root, String pipeline, int number) {
    return read(
            root,
            pipeline,
            (store, runs) ->
                number < 1 || number > runs.runs().size()
                    ? Optional.<Latest>empty()
                    : Optional.of(new LatestReading(store, root, runs).read(number)))
        .flatMap(found -> found);
  }

  /// A pipeline's runs by their numbers, the newest first.
  ///
  /// @param pipeline what the pipeline is called
  /// @throws dev.pipewright.pipeline.EngineException when the metadata store cannot be read
  public static SequencedMap<Integer, PastRun> numbered(RunRoot root, String pipeline) {
    SequencedMap<Integer, PastRun> numbered = new LinkedHashMap<>();
    read(
        root,
        pipeline,
        (store, runs) -> {
          for (int number = runs.runs().size(); number > 0; number--) {
            numbered.put(number, runs.past(runs.runs().get(number - 1)));
          }
          return numbered;
        });
    return numbered;
  }

  private static <T> Optional<T> read(
      RunRoot root, String pipeline, BiFunction<MetadataReader, PipelineRuns, T> reading) {
    if (!Files.exists(root.metadata())) {
      return Optional.empty();
    }
    try (MetadataReader store = MetadataReader.open(root.metadata())) {
      PipelineRuns runs = PipelineRuns.of(store, root, pipeline);
      return runs.runs().isEmpty() ? Optional.empty() : Optional.of(reading.apply(store, runs));
    }
  }

  /// The nodes that failed in a pipeline's last run, were cancelled, or cut off with their process.
  ///
  /// @param pipeline what the pipeline is called
  /// @throws dev.pipewright.pipeline.EngineException when the metadata store cannot be read
  public static List<String> failed(RunRoot root, String pipeline) {
    return latest(root, pipeline)
        .map(
            latest ->
                latest.run().nodes().entrySet().stream()
                    .filter(node -> !node.getValue().state().isSuccess())
                    .map(Map.Entry::getKey)
                    .toList())
        .orElse(List.of());
  }

  /// Why an execution failed; empty where its record does not tell, as TFX's do not.
  public static Optional<Failure> failure(ExecutionRecord execution) {
    return StoredFailure.read(execution.properties().custom());
  }

  /// The runs under a root, the newest first; none when there was no run.
  ///
  /// @throws dev.pipewright.pipeline.EngineException when the metadata store cannot be read
  public static List<PastRun> runs(RunRoot root) {
    if (!Files.exists(root.metadata())) {
      return List.of();
    }
    List<PastRun> runs = new ArrayList<>();
    try (MetadataReader store = MetadataReader.open(root.metadata())) {
      for (ContextRecord pipeline : store.contextsOfType(TfxTypes.PIPELINE.name())) {
        Map<ExecutionId, String> names = nodeNames(store, pipeline.name());
        for (ContextRecord run : store.children(pipeline.id())) {
          runs.add(run(store, pipeline, run, names));
        }
      }
    }
    runs.sort((a, b) -> b.start().compareTo(a.start()));
    return List.copyOf(runs);
  }

  private static Map<ExecutionId, String> nodeNames(MetadataReader store, String pipeline) {
    Map<ExecutionId, String> names = new TreeMap<>();
    String prefix = TfxTypes.nodeName(pipeline, "");
    for (ContextRecord node : store.contextsOfType(TfxTypes.NODE.name())) {
      if (node.name().startsWith(prefix)) {
        store
            .executionsIn(node.id())
            .forEach(e -> names.put(e.id(), node.name().substring(prefix.length())));
      }
    }
    return names;
  }

  static PastRun run(
      MetadataReader store,
      ContextRecord pipeline,
      ContextRecord run,
      Map<ExecutionId, String> names) {
    SequencedMap<String, PastNode> nodes = new LinkedHashMap<>();
    Instant end = run.created();
    for (ExecutionRecord execution : store.executionsIn(run.id())) {
      Duration elapsed = Duration.between(execution.created(), execution.updated());
      nodes.put(
          names.getOrDefault(execution.id(), execution.type()),
          new PastNode(execution.id(), execution.state(), elapsed));
      end = execution.updated().isAfter(end) ? execution.updated() : end;
    }
    Duration elapsed = Duration.between(run.created(), end);
    return new PastRun(pipeline.name(), run.name(), run.created(), elapsed, nodes);
  }
}
