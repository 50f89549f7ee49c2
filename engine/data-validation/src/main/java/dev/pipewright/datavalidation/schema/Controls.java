package dev.pipewright.datavalidation.schema;

import dev.pipewright.datavalidation.schema.FeatureView.Measure;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Other statistics that statistics are compared with, where a schema says how far they may differ.
///
/// @param previousSpan of earlier data, for drift; or null
/// @param serving of the data that a model is served, for skew; or null
/// @param previousVersion of an earlier version of the same data, for their numbers; or null
public record Controls(
    @Nullable DatasetFeatureStatistics previousSpan,
    @Nullable DatasetFeatureStatistics serving,
    @Nullable DatasetFeatureStatistics previousVersion) {

  /// Nothing to compare with.
  public static final Controls NONE = new Controls(null, null, null);

  /// The features of one of them, by name.
  static Map<String, FeatureView> features(DatasetFeatureStatistics dataset, Measure measure) {
    Map<String, FeatureView> features = new HashMap<>();
    FeatureView.of(dataset, measure).forEach(f -> features.put(f.name(), f));
    return features;
  }

  Optional<DatasetFeatureStatistics> drift() {
    return Optional.ofNullable(previousSpan);
  }

  Optional<DatasetFeatureStatistics> skew() {
    return Optional.ofNullable(serving);
  }
}
