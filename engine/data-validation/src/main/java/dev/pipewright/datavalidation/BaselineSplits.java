package dev.pipewright.datavalidation;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Statistics of other data to compare with, at a port that may be without a link: a split is
/// compared with that of the same name, or with the only one.
record BaselineSplits(String port, Optional<StatisticsArtifact> statistics) {

  static BaselineSplits of(Execution execution, String port) {
    Optional<Artifact> artifact = execution.optionalInput(port);
    return new BaselineSplits(port, artifact.map(StatisticsArtifact::open));
  }

  /// What a split is compared with; null when there is nothing at the port.
  ///
  /// @throws ArtifactException when there are several splits, but none of this name
  @Nullable DatasetFeatureStatistics of(String split) throws IOException {
    if (statistics.isEmpty()) {
      return null;
    }
    var names = statistics.get().splitNames();
    if (names.contains(split)) {
      return statistics.get().allExamples(split);
    }
    if (names.size() == 1) {
      return statistics.get().allExamples(names.getFirst());
    }
    throw new ArtifactException(
        "The statistics have no split %s to compare with, but %s."
            .formatted(split, String.join(", ", names)),
        Location.subject(port),
        "Exclude the split, or link statistics that have it.");
  }
}
