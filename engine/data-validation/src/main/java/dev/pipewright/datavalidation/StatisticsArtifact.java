package dev.pipewright.datavalidation;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.DatasetFeatureStatisticsList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// An ExampleStatistics artifact on disk: `Split-<name>/FeatureStats.pb`, a bare
/// `DatasetFeatureStatisticsList`. Transform's statistics are one such file without a split; it is
/// read as the split with the empty name.
public final class StatisticsArtifact {

  /// TFX's name of the file.
  public static final String FILE_NAME = "FeatureStats.pb";

  /// TFDV's name of the data set that has all examples, where there are slices beside it.
  private static final String ALL_EXAMPLES = "All Examples";

  private final SplitFiles files;

  private StatisticsArtifact(SplitFiles files) {
    this.files = files;
  }

  /// The artifact in this folder, its splits in the order of their names.
  ///
  /// @throws ArtifactException when there is none
  public static StatisticsArtifact open(Path uri) {
    return new StatisticsArtifact(SplitFiles.open(uri, FILE_NAME));
  }

  /// The artifact, its splits in the order in which it names them.
  ///
  /// @throws ArtifactException when there is none
  public static StatisticsArtifact open(Artifact artifact) {
    return new StatisticsArtifact(SplitFiles.open(artifact, FILE_NAME));
  }

  /// The splits' names.
  public List<String> splitNames() {
    return files.splits();
  }

  /// The statistics of a split: one data set, or one a slice.
  ///
  /// @throws ArtifactException when the file is missing or damaged
  public DatasetFeatureStatisticsList statistics(String split) throws IOException {
    try {
      return DatasetFeatureStatisticsList.parseFrom(files.read(split));
    } catch (InvalidProtocolBufferException e) {
      throw SplitFiles.damaged("The statistics are damaged.", files.file(split), e);
    }
  }

  /// The statistics of all examples of a split.
  ///
  /// @throws ArtifactException when the file is missing or damaged, or has only slices
  public DatasetFeatureStatistics allExamples(String split) throws IOException {
    List<DatasetFeatureStatistics> datasets = statistics(split).getDatasetsList();
    if (datasets.size() == 1) {
      return datasets.getFirst();
    }
    return datasets.stream()
        .filter(d -> d.getName().equals(ALL_EXAMPLES))
        .findFirst()
        .orElseThrow(
            () ->
                SplitFiles.damaged(
                    "The file has no statistics of all examples.", files.file(split), null));
  }

  /// Writes the statistics of a split into the folder of an artifact; the empty name is for an
  /// artifact without splits.
  public static void write(Path uri, String split, DatasetFeatureStatisticsList statistics)
      throws IOException {
    SplitFiles.write(SplitFiles.file(uri, split, FILE_NAME), statistics.toByteArray());
  }
}
