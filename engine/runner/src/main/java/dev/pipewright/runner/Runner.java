package dev.pipewright.runner;

import dev.pipewright.metadata.MetadataReader;
import dev.pipewright.metadata.MetadataStore;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.runner.NodeResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Runs plans.
public final class Runner {

  /// As TFX names its runs.
  private static final DateTimeFormatter RUN_NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

  private Runner() {}

  /// Runs a plan, and returns when it has ended. Nodes that fail do not throw: the result says so.
  /// An interrupt of the calling thread cancels the run.
  ///
  /// @throws dev.pipewright.pipeline.EngineException when it cannot begin: the root cannot be
  ///   written to, another run is using it, its metadata store is damaged
  public static RunResult run(
      Plan plan,
      RunRoot root,
      RunSettings settings,
      Cancellation cancellation,
      RunEvent.Listener listener) {
    long started = System.nanoTime();
    String name = LocalDateTime.now().format(RUN_NAME);
    Events events = new Events(listener);
    RunResult result;
    try (RootLock _ = RootLock.take(root);
        MetadataStore store = MetadataStore.open(root.metadata())) {
      Sweep.run(root, store);
      FingerprintMemory memory = FingerprintMemory.read(root.fingerprints());
      MissingSources.refuse(plan, made(plan, store, root, UnfinishedRuns.read(root)));
      UnfinishedRuns unfinished = UnfinishedRuns.begin(root, name);
      Pipeline pipeline = plan.pipeline();
      Ledger ledger =
          new Ledger(store, root, pipeline, name, memory, made(plan, store, root, unfinished));
      int number = PipelineRuns.of(store, root, pipeline.name()).runs().size() + 1;
      events.tell(new RunEvent.RunStarted(name, number, root, plan.nodes()));
      SequencedMap<NodeId, NodeResult> nodes =
          runNodes(plan, name, root, settings, cancellation, ledger, memory, events);
      UnfinishedRuns.clear(root);
      save(memory);
      result = new RunResult(name, outcome(nodes), nodes);
    } catch (IOException e) {
      Failure failure = Failure.of(e);
      throw new EnvironmentException(
          failure.what(),
          failure.where().equals(Location.NONE) ? Location.of(root.folder()) : failure.where(),
          failure.fix(),
          e);
    }
    // Who hears this may begin the next run: the root is free by now.
    Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
    events.tell(new RunEvent.RunFinished(result, elapsed));
    return result;
  }

  private static MadeArtifacts made(
      Plan plan, MetadataStore store, RunRoot root, UnfinishedRuns unfinished) throws IOException {
    return new MadeArtifacts(
        store, root, plan.pipeline().name(), unfinished, ClearedExecutions.read(root));
  }

  /// Has the cache give nothing of what these nodes made any more: the next run makes it anew.
  ///
  /// @return how many results are no longer given
  /// @throws dev.pipewright.pipeline.EngineException when the metadata store cannot be read
  public static int clearCache(RunRoot root, String pipeline, Collection<NodeId> nodes)
      throws IOException {
    if (!Files.exists(root.metadata())) {
      return 0;
    }
    int cleared = 0;
    try (MetadataReader store = MetadataReader.open(root.metadata())) {
      for (NodeId node : nodes) {
        cleared += ClearedExecutions.clear(root, store, pipeline, node);
      }
    }
    return cleared;
  }

  private static SequencedMap<NodeId, NodeResult> runNodes(
      Plan plan,
      String name,
      RunRoot root,
      RunSettings settings,
      Cancellation cancellation,
      Ledger ledger,
      FingerprintMemory memory,
      Events events) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            settings.cores(), Thread.ofPlatform().daemon().name("compute ", 1).factory());
    try {
      NodeExecution.Surroundings surroundings =
          new NodeExecution.Surroundings(
              root,
              plan.pipeline().seed(),
              pool,
              settings.cores(),
              cancellation,
              new KeptOutputs());
      return new Run(plan, name, settings, surroundings, ledger, memory, events).run();
    } finally {
      pool.shutdownNow();
    }
  }

  /// What was not remembered is read again by the next run: no reason for this one to fail.
  private static void save(FingerprintMemory memory) {
    try {
      memory.save();
    } catch (IOException e) {
      System.getLogger(Runner.class.getName())
          .log(System.Logger.Level.WARNING, "fingerprints of inputs are not remembered: {0}", e);
    }
  }

  private static RunResult.Outcome outcome(SequencedMap<NodeId, NodeResult> nodes) {
    List<Outcome> outcomes = nodes.values().stream().map(NodeResult::outcome).toList();
    if (outcomes.contains(Outcome.CANCELLED)) {
      return RunResult.Outcome.CANCELLED;
    }
    return outcomes.contains(Outcome.FAILED) ? RunResult.Outcome.FAILED : RunResult.Outcome.DONE;
  }
}
