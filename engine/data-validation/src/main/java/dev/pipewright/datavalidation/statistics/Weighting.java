package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.RowLayout;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What says how much an example weighs: TFDV's `weight_feature` and `per_feature_weight_override`.
///
/// @param feature the feature with the weights of examples; null for none
/// @param overrides the features with the weights for single features, by those features' names
public record Weighting(@Nullable String feature, Map<String, String> overrides) {

  /// No weights.
  public static final Weighting NONE = new Weighting(null, Map.of());

  public Weighting {
    overrides = Map.copyOf(overrides);
  }

  /// The feature whose values weigh those of a feature, if any does.
  Optional<String> of(String name) {
    return Optional.ofNullable(overrides.getOrDefault(name, feature));
  }

  /// The weight of each row.
  ///
  /// @throws DataException unless each row has exactly one number
  static double[] ofRows(ExampleBatch batch, String feature) {
    Column column = batch.column(feature);
    if (column == null || !isScalar(column.layout())) {
      throw wrong("The weight is missing in some examples, or is a list.", feature);
    }
    double[] weights = new double[batch.rowCount()];
    switch (column) {
      case Column.Int64(_, long[] values) -> {
        for (int i = 0; i < weights.length; i++) {
          weights[i] = values[i];
        }
      }
      case Column.Float(_, float[] values) -> {
        for (int i = 0; i < weights.length; i++) {
          weights[i] = values[i];
        }
      }
      case Column.Bytes _ -> throw wrong("The weight is no number, but text.", feature);
    }
    return weights;
  }

  private static boolean isScalar(RowLayout layout) {
    for (int row = 0; row < layout.rowCount(); row++) {
      if (layout.count(row) != 1) {
        return false;
      }
    }
    return true;
  }

  private static DataException wrong(String what, String feature) {
    return new DataException(
        what,
        Location.subject("feature " + feature),
        "Choose a feature as weight_feature that has exactly one number in every example.");
  }
}
