package dev.pipewright.runner;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Condition.Reading;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Source;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds what a part of a pipeline would run on that no earlier run made.
final class MissingSources {

  private MissingSources() {}

  /// What is missing for a node, as a sentence.
  ///
  /// @param planned the nodes that the run runs
  /// @param made what earlier runs made, or null when there was none
  static Optional<String> of(Plan.Step step, Set<NodeId> planned, @Nullable MadeArtifacts made) {
    return missing(step, planned, made).map(MissingSources::sentence);
  }

  private static Optional<Source> missing(
      Plan.Step step, Set<NodeId> planned, @Nullable MadeArtifacts made) {
    return Stream.concat(step.node().sources(), step.node().readings().map(Reading::source))
        .filter(source -> !planned.contains(source.node()))
        .filter(source -> made == null || made.latest(source.node()).isEmpty())
        .findFirst();
  }

  private static String sentence(Source source) {
    return "It needs " + source + ", but " + source.node() + " has not been run yet.";
  }

  /// Refuses a run of a part of a pipeline when what it needs of the rest was never made.
  ///
  /// @throws ArtifactException when something is missing
  static void refuse(Plan plan, MadeArtifacts made) {
    Set<NodeId> planned = new HashSet<>();
    plan.steps().forEach(step -> planned.add(step.id()));
    for (Plan.Step step : plan.steps()) {
      Optional<Source> missing = missing(step, planned, made);
      if (missing.isPresent()) {
        throw new ArtifactException(
            sentence(missing.get()),
            Location.subject(step.id().value()),
            "Run "
                + missing.get().node()
                + " first, or run to this node (--to "
                + step.id()
                + ").");
      }
    }
  }
}
