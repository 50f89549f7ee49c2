package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch.Sequence;
import dev.pipewright.datavalidation.statistics.ValueStatistics.Kind;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import org.jspecify.annotations.Nullable;

/// What is accumulated of one feature.
final class FeatureStatistics {

  private final FeaturePath path;
  private final Kind kind;
  private final Presence presence = new Presence();
  private final ValueStatistics values;
  private final @Nullable SemanticStatistics semantics;

  FeatureStatistics(FeaturePath path, Kind kind, StatisticsOptions options) {
    this.path = path;
    this.kind = kind;
    this.values = kind.create();
    this.semantics =
        options.semanticSampleRate() == 0
            ? null
            : new SemanticStatistics(options.semanticSampleRate());
  }

  /// What a column of this feature is.
  static Kind kind(FeaturePath path, Column column, StatisticsOptions options) {
    return switch (column) {
      case Column.Int64 _ ->
          options.categoricalIntegers().contains(path) ? Kind.CATEGORICAL_INTEGER : Kind.INTEGER;
      case Column.Float _ -> Kind.FLOAT;
      case Column.Bytes _ -> options.opaqueBytes().contains(path) ? Kind.OPAQUE_BYTES : Kind.STRING;
    };
  }

  /// Adds the feature's values, which are of the kind given.
  ///
  /// @param weights the examples' weights, or null
  void add(Kind columnKind, Column column, double @Nullable [] weights) {
    requireSame(columnKind);
    presence.add(column.layout(), weights);
    addValues(column, weights);
  }

  /// Adds the values of a feature list, which are of the kind given.
  ///
  /// @param weights the examples' weights, or null
  void add(Kind columnKind, Sequence sequence, double @Nullable [] weights) {
    requireSame(columnKind);
    presence.add(sequence.steps(), sequence.values().layout(), weights);
    addValues(
        sequence.values(),
        weights == null ? null : WeightedNumbers.ofValues(sequence.steps(), weights));
  }

  private void addValues(Column column, double @Nullable [] weights) {
    values.add(column, weights);
    if (semantics != null) {
      semantics.add(column);
    }
  }

  FeatureStatistics addAll(FeatureStatistics other) {
    requireSame(other.kind);
    presence.addAll(other.presence);
    values.addAll(other.values);
    if (semantics != null && other.semantics != null) {
      semantics.addAll(other.semantics);
    }
    return this;
  }

  /// @param rowWeight what all examples weigh together
  FeatureNameStatistics result(long rowCount, double rowWeight, Detail detail) {
    FeatureNameStatistics.Builder feature =
        FeatureNameStatistics.newBuilder().setPath(path.proto()).setType(kind.type);
    values.write(presence.result(rowCount, rowWeight, detail), detail, feature);
    feature.addAllCustomStats(presence.listLengths(detail));
    if (semantics != null) {
      feature.addAllCustomStats(semantics.result());
    }
    return feature.build();
  }

  private void requireSame(Kind other) {
    if (kind != other) {
      throw new DataException(
          "The feature has values of type "
              + kind.type
              + " in some examples and of type "
              + other.type
              + " in others.",
          Location.subject("feature " + String.join(".", path.steps())),
          "Give it one type in all files of the split.");
    }
  }
}
