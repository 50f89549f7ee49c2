package dev.pipewright.runner;

import dev.pipewright.metadata.ArtifactId;
import dev.pipewright.metadata.MetadataReader;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.ExitAction;
import dev.pipewright.pipeline.component.Importation;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.pipeline.component.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a run of a plan would do, found out without doing it. A node that comes after one that runs
/// is said to run; should it be given the same as before, the run itself finds it in the cache.
///
/// @param nodes what becomes of each node of the plan, in its order
public record Forecast(SequencedMap<NodeId, NodeForecast> nodes) {

  /// What a run does with a node.
  public enum Action {
    /// It does its work.
    RUN,
    /// Its outputs are there.
    CACHED,
    /// It is left out.
    SKIPPED,
    /// It cannot run: the run would be refused.
    BLOCKED,
  }

  /// What becomes of a node.
  ///
  /// @param reason why it is skipped or blocked, as a sentence; else empty
  /// @param estimate how long its work took the last time, or null where it never was done
  public record NodeForecast(Action action, String reason, @Nullable Duration estimate) {}

  public Forecast {
    nodes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(nodes));
  }

  /// The forecast of a run. Reads what earlier runs left, and files outside that changed since; may
  /// be asked while a run is at work.
  ///
  /// @throws EngineException when the metadata store cannot be read
  public static Forecast of(Plan plan, RunRoot root, RunSettings.CacheUse cache)
      throws IOException {
    if (!Files.exists(root.metadata())) {
      return new Reading(plan, root, cache, null, FingerprintMemory.read(root.fingerprints()))
          .forecast();
    }
    try (MetadataReader store = MetadataReader.open(root.metadata())) {
      MadeArtifacts made =
          new MadeArtifacts(
              store,
              root,
              plan.pipeline().name(),
              UnfinishedRuns.read(root),
              ClearedExecutions.read(root));
      FingerprintMemory memory = FingerprintMemory.read(root.fingerprints());
      Forecast forecast = new Reading(plan, root, cache, made, memory).forecast();
      memory.save();
      return forecast;
    }
  }

  /// Goes through a plan as a run does.
  private static final class Reading {

    private final Plan plan;
    private final RunRoot root;
    private final RunSettings.CacheUse cache;
    private final @Nullable MadeArtifacts made;
    private final FingerprintMemory memory;
    private final Map<NodeId, Map<String, List<Artifact>>> known = new HashMap<>();
    private final Set<NodeId> planned = new HashSet<>();
    private final Set<NodeId> skipped = new HashSet<>();
    private final Set<String> keys = new HashSet<>();

    Reading(
        Plan plan,
        RunRoot root,
        RunSettings.CacheUse cache,
        @Nullable MadeArtifacts made,
        FingerprintMemory memory) {
      this.plan = plan;
      this.root = root;
      this.cache = cache;
      this.made = made;
      this.memory = memory;
    }

    Forecast forecast() {
      SequencedMap<NodeId, NodeForecast> nodes = new LinkedHashMap<>();
      plan.steps().forEach(step -> planned.add(step.id()));
      for (Plan.Step step : plan.steps()) {
        nodes.put(step.id(), forecast(step));
      }
      plan.leftOut()
          .forEach((id, why) -> nodes.put(id, new NodeForecast(Action.SKIPPED, why, null)));
      return new Forecast(nodes);
    }

    private NodeForecast forecast(Plan.Step step) {
      Duration estimate = made == null ? null : made.lastDuration(step.id()).orElse(null);
      Optional<String> missing = MissingSources.of(step, planned, made);
      if (missing.isPresent()) {
        return new NodeForecast(Action.BLOCKED, missing.get(), estimate);
      }
      Optional<NodeId> cause = step.node().needs().filter(skipped::contains).findFirst();
      if (cause.isPresent()) {
        return skipped(step, "It needs " + cause.get() + ".");
      }
      try {
        Optional<String> condition = made == null ? Optional.empty() : condition(step, made);
        if (condition.isPresent()) {
          return skipped(step, condition.get());
        }
        Action action = made == null ? Action.RUN : action(step, made);
        return new NodeForecast(action, "", action == Action.CACHED ? Duration.ZERO : estimate);
      } catch (IOException | EngineException e) {
        // The run will tell at the node; all that is known now is that it is not in the cache.
        return new NodeForecast(Action.RUN, Failure.of(e).what(), estimate);
      }
    }

    private NodeForecast skipped(Plan.Step step, String reason) {
      skipped.add(step.id());
      return new NodeForecast(Action.SKIPPED, reason, null);
    }

    /// Why the condition will not hold, where what it reads is there already.
    private Optional<String> condition(Plan.Step step, MadeArtifacts made) throws IOException {
      boolean isKnown =
          step.node().readings().allMatch(reading -> isKnown(reading.source().node()));
      return isKnown
          ? ConditionReading.skips(step.node(), source -> artifacts(source, made))
          : Optional.empty();
    }

    private boolean isKnown(NodeId node) {
      return !planned.contains(node) || known.containsKey(node);
    }

    private Action action(Plan.Step step, MadeArtifacts made) throws IOException {
      return switch (step.component().behavior()) {
        case Resolution resolution -> {
          Map<String, List<Artifact>> found = new HashMap<>();
          resolution
              .resolve(made::ofType, step.parameters())
              .forEach((port, list) -> found.put(port, list));
          known.put(step.id(), found);
          yield Action.RUN;
        }
        case Importation importation -> {
          Importation.Imported imported = importation.imported(step.parameters());
          brought(imported, made)
              .ifPresent(
                  artifact -> known.put(step.id(), Map.of(imported.output(), List.of(artifact))));
          yield Action.RUN;
        }
        case ExitAction exit -> Action.RUN;
        case Executor executor -> lookUp(step, made);
      };
    }

    private Optional<Artifact> brought(Importation.Imported imported, MadeArtifacts made)
        throws IOException {
      if (imported.reuse() == Importation.Imported.Reuse.NEVER) {
        return Optional.empty();
      }
      Content content = Content.of(imported.uri(), memory);
      Ledger.Made wanted =
          new Ledger.Made(imported.type(), imported.uri(), content, imported.properties());
      return made.existing(Ledger.external(wanted))
          .map((ArtifactId id) -> made.artifact(id).artifact());
    }

    private Action lookUp(Plan.Step step, MadeArtifacts made) throws IOException {
      Optional<SequencedMap<String, List<Artifact>>> inputs = inputs(step, made);
      if (inputs.isEmpty() || cache == RunSettings.CacheUse.IGNORE) {
        return Action.RUN;
      }
      String key =
          CacheKey.of(
              step, plan.pipeline().seed(), inputs.get(), CacheKey.externals(step, root, memory));
      var found = made.find(key, step.spec());
      if (found.isEmpty()) {
        return keys.add(key) ? Action.RUN : Action.CACHED;
      }
      Map<String, List<Artifact>> outputs = new HashMap<>();
      found
          .get()
          .forEach(
              (port, list) ->
                  outputs.put(port, list.stream().map(OutputArtifact::artifact).toList()));
      known.put(step.id(), outputs);
      return Action.CACHED;
    }

    /// What the node gets; empty where it is still to be made.
    private Optional<SequencedMap<String, List<Artifact>>> inputs(
        Plan.Step step, MadeArtifacts made) {
      SequencedMap<String, List<Artifact>> inputs = new LinkedHashMap<>();
      for (PortSpec port : step.spec().inputs()) {
        List<Artifact> artifacts = new ArrayList<>();
        for (Source source : step.node().inputs(port.name())) {
          if (!isKnown(source.node())) {
            return Optional.empty();
          }
          artifacts.addAll(artifacts(source, made));
        }
        inputs.put(port.name(), artifacts);
      }
      return Optional.of(inputs);
    }

    private List<Artifact> artifacts(Source source, MadeArtifacts made) {
      Map<String, List<Artifact>> outputs = known.get(source.node());
      return outputs != null
          ? outputs.getOrDefault(source.port(), List.of())
          : made.latest(source.node()).orElseThrow().getOrDefault(source.port(), List.of()).stream()
              .map(OutputArtifact::artifact)
              .toList();
    }
  }
}
