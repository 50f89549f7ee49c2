package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.RowLayout;
import dev.pipewright.protos.tfmd.Histogram;
import dev.pipewright.protos.tfmd.PresenceAndValencyStatistics;
import dev.pipewright.protos.tfmd.WeightedCommonStatistics;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How many rows have a feature, and how many values: TFDV's presence and valency. An empty list is
/// present, with 0 values. Of a feature list there are two: the steps of examples, and the values
/// of steps.
final class ValuesPerRow {

  // Counts of values below this are tallied in an array.
  private static final int FEW = 64;

  private final QuantileSketch counts = new QuantileSketch();
  private long present;
  private long total;
  private long least = Long.MAX_VALUE;
  private long most;
  private double weightedPresent;
  private double weightedTotal;

  /// Adds rows.
  ///
  /// @param weights the weights of the rows, or null
  void add(RowLayout layout, double @Nullable [] weights) {
    add(layout);
    if (weights != null) {
      for (int row = 0; row < layout.rowCount(); row++) {
        weightedPresent += layout.isPresent(row) ? weights[row] : 0;
        weightedTotal += layout.count(row) * weights[row];
      }
    }
  }

  private void add(RowLayout layout) {
    if (layout.isScalar()) {
      addRows(1, layout.rowCount());
      return;
    }
    int[] rowsOf = new int[FEW];
    LongCounts rowsOfMany = new LongCounts();
    for (int row = 0; row < layout.rowCount(); row++) {
      int count = layout.count(row);
      if (count >= FEW) {
        rowsOfMany.add(count, 1);
      } else if (count > 0 || layout.isPresent(row)) {
        rowsOf[count]++;
      }
    }
    for (int count = 0; count < FEW; count++) {
      addRows(count, rowsOf[count]);
    }
    long[] many = rowsOfMany.keys();
    Arrays.sort(many);
    for (long count : many) {
      addRows(count, rowsOfMany.count(count));
    }
  }

  private void addRows(long count, long rows) {
    if (rows > 0) {
      present += rows;
      total += rows * count;
      least = Math.min(least, count);
      most = Math.max(most, count);
      counts.add(QuantileSummary.of(new double[] {count}, new long[] {rows}));
    }
  }

  void addAll(ValuesPerRow other) {
    present += other.present;
    total += other.total;
    least = Math.min(least, other.least);
    most = Math.max(most, other.most);
    weightedPresent += other.weightedPresent;
    weightedTotal += other.weightedTotal;
    counts.addAll(other.counts);
  }

  /// How many values all rows have together.
  long total() {
    return total;
  }

  /// What they weigh together.
  double weightedTotal() {
    return weightedTotal;
  }

  long present() {
    return present;
  }

  double weightedPresent() {
    return weightedPresent;
  }

  /// The numbers, where there could be `rowCount` rows.
  PresenceAndValencyStatistics result(long rowCount) {
    PresenceAndValencyStatistics.Builder result =
        PresenceAndValencyStatistics.newBuilder()
            .setNumNonMissing(present)
            .setNumMissing(rowCount - present);
    if (present > 0) {
      result.setMinNumValues(least).setMaxNumValues(most).setTotNumValues(total);
    }
    return result.build();
  }

  /// The weighted numbers, where there could be rows of this weight.
  WeightedCommonStatistics weightedResult(double rowWeight) {
    WeightedCommonStatistics.Builder result =
        WeightedCommonStatistics.newBuilder()
            .setNumNonMissing(weightedPresent)
            .setNumMissing(rowWeight - weightedPresent)
            .setTotNumValues(weightedTotal);
    if (weightedPresent > 0) {
      result.setAvgNumValues(weightedTotal / weightedPresent);
    }
    return result.build();
  }

  /// Quantiles of how many values a row has; at least one row is present.
  Histogram.Builder quantilesHistogram(Detail detail) {
    return Histograms.quantiles(counts.summary().quantiles(detail.numValuesHistogramBuckets()));
  }

  /// The same in buckets of equal width.
  Histogram.Builder equalWidthHistogram(Detail detail) {
    Quantiles quantiles = counts.summary().quantiles(detail.numValuesHistogramBuckets());
    return new EqualWidthHistogram(false, least, most)
        .of(quantiles, detail.numValuesHistogramBuckets(), 0);
  }
}
