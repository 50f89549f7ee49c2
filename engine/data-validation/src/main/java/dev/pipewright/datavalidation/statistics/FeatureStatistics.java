package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.Column;
import dev.pipewright.datavalidation.statistics.ValueStatistics.Kind;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.Path;

/// What is accumulated of one feature.
final class FeatureStatistics {

  private final Kind kind;
  private final ValuesPerRow rows = new ValuesPerRow();
  private final ValueStatistics values;

  FeatureStatistics(Kind kind) {
    this.kind = kind;
    this.values = kind.create();
  }

  /// What a column of this feature is.
  static Kind kind(String name, Column column, StatisticsOptions options) {
    return switch (column) {
      case Column.Int64 _ ->
          options.categoricalIntegers().contains(name) ? Kind.CATEGORICAL_INTEGER : Kind.INTEGER;
      case Column.Float _ -> Kind.FLOAT;
      case Column.Bytes _ -> options.opaqueBytes().contains(name) ? Kind.OPAQUE_BYTES : Kind.STRING;
    };
  }

  FeatureStatistics add(String name, Kind columnKind, Column column) {
    requireSame(name, columnKind);
    rows.add(column.layout());
    values.add(column);
    return this;
  }

  FeatureStatistics addAll(String name, FeatureStatistics other) {
    requireSame(name, other.kind);
    rows.addAll(other.rows);
    values.addAll(other.values);
    return this;
  }

  FeatureNameStatistics result(String name, long rowCount) {
    FeatureNameStatistics.Builder feature =
        FeatureNameStatistics.newBuilder()
            .setPath(Path.newBuilder().addStep(name))
            .setType(kind.type);
    values.write(rows.result(rowCount), feature);
    return feature.build();
  }

  private void requireSame(String name, Kind other) {
    if (kind != other) {
      throw new DataException(
          "The feature has values of type "
              + kind.type
              + " in some examples and of type "
              + other.type
              + " in others.",
          Location.subject("feature " + name),
          "Give it one type in all files of the split.");
    }
  }
}
