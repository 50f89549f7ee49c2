package dev.pipewright.runner;

import dev.pipewright.metadata.ArtifactId;
import dev.pipewright.metadata.Published;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.ExitAction;
import dev.pipewright.pipeline.component.Importation;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.pipeline.component.Resolution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Finds out what is to be done for a node whose sources are done.
final class Preparation {

  /// What is to be done.
  sealed interface Finding {
    /// Nothing: its outputs were found.
    ///
    /// @param outcome `DONE` for a node that only looks for its outputs, or `CACHED`
    record Found(
        NodeResult.Outcome outcome,
        long execution,
        SequencedMap<String, List<OutputArtifact>> outputs)
        implements Finding {}

    /// Nothing: its condition does not hold.
    record Skipped(String reason) implements Finding {}

    /// Its executor is to be run.
    record Run(Executor executor, String key, SequencedMap<String, List<Artifact>> inputs)
        implements Finding {}
  }

  private final Plan plan;
  private final RunRoot root;
  private final RunSettings.CacheUse cache;
  private final Ledger ledger;
  private final FingerprintMemory memory;
  private final Map<NodeId, NodeResult> results;

  /// @param results how the nodes of this run ended so far; others add to it
  Preparation(
      Plan plan,
      RunRoot root,
      RunSettings.CacheUse cache,
      Ledger ledger,
      FingerprintMemory memory,
      Map<NodeId, NodeResult> results) {
    this.plan = plan;
    this.root = root;
    this.cache = cache;
    this.ledger = ledger;
    this.memory = memory;
    this.results = results;
  }

  Finding prepare(Plan.Step step) throws IOException {
    Optional<String> skips = ConditionReading.skips(step.node(), this::artifacts);
    return skips.isPresent() ? new Finding.Skipped(skips.get()) : find(step);
  }

  private Finding find(Plan.Step step) throws IOException {
    return switch (step.component().behavior()) {
      case Resolution resolution -> resolve(step, resolution);
      case Importation importation -> importArtifact(step, importation);
      case Executor executor -> lookUp(step, executor);
      case ExitAction exit -> throw new IllegalStateException(step.id() + " runs at the end");
    };
  }

  private Finding resolve(Plan.Step step, Resolution resolution) {
    SequencedMap<String, List<OutputArtifact>> outputs = new LinkedHashMap<>();
    resolution
        .resolve(ledger.made()::ofType, step.parameters())
        .forEach(
            (port, artifacts) ->
                outputs.put(
                    port,
                    artifacts.stream()
                        .map(a -> ledger.made().artifact(new ArtifactId(a.id())))
                        .toList()));
    return new Finding.Found(NodeResult.Outcome.DONE, ledger.resolved(step, outputs), outputs);
  }

  private Finding importArtifact(Plan.Step step, Importation importation) throws IOException {
    Importation.Imported imported = importation.imported(step.parameters());
    Published published = ledger.imported(step, imported);
    SequencedMap<String, List<OutputArtifact>> outputs = new LinkedHashMap<>();
    published
        .outputs()
        .forEach(
            (port, ids) -> outputs.put(port, ids.stream().map(ledger.made()::artifact).toList()));
    return new Finding.Found(NodeResult.Outcome.DONE, published.execution().value(), outputs);
  }

  private Finding lookUp(Plan.Step step, Executor executor) throws IOException {
    SequencedMap<String, List<Artifact>> inputs = inputs(step);
    String key =
        CacheKey.of(step, plan.pipeline().seed(), inputs, CacheKey.externals(step, root, memory));
    if (cache == RunSettings.CacheUse.IGNORE) {
      return new Finding.Run(executor, key, inputs);
    }
    var found = ledger.made().find(key, step.spec());
    if (found.isEmpty()) {
      return new Finding.Run(executor, key, inputs);
    }
    // Left when the process was killed right after the outputs were recorded.
    Folders.delete(root.work(key));
    long execution = ledger.cached(step, key, inputs, found.get());
    return new Finding.Found(NodeResult.Outcome.CACHED, execution, found.get());
  }

  private SequencedMap<String, List<Artifact>> inputs(Plan.Step step) {
    SequencedMap<String, List<Artifact>> inputs = new LinkedHashMap<>();
    for (PortSpec port : step.spec().inputs()) {
      List<Artifact> artifacts = new ArrayList<>();
      for (Source source : step.node().inputs(port.name())) {
        artifacts.addAll(artifacts(source));
      }
      if (artifacts.isEmpty() && port.arity() != PortSpec.Arity.OPTIONAL) {
        throw new ArtifactException(
            "Its input " + port.name() + " has no artifact: " + sources(step, port) + " gave none.",
            Location.subject(step.id().value()),
            "Run the pipeline until there is one, or link another output.");
      }
      inputs.put(port.name(), artifacts);
    }
    return inputs;
  }

  private static String sources(Plan.Step step, PortSpec port) {
    return String.join(
        ", ", step.node().inputs(port.name()).stream().map(Source::toString).toList());
  }

  private List<Artifact> artifacts(Source source) {
    @Nullable NodeResult result = results.get(source.node());
    SequencedMap<String, List<OutputArtifact>> outputs =
        result != null ? result.outputs() : ledger.made().latest(source.node()).orElseThrow();
    return outputs.getOrDefault(source.port(), List.of()).stream()
        .map(OutputArtifact::artifact)
        .toList();
  }
}
