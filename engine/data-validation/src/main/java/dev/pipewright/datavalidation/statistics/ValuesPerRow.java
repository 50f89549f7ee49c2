package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.RowLayout;
import dev.pipewright.protos.tfmd.CommonStatistics;
import java.util.Arrays;

/// How many rows have a feature, and how many values: TFDV's presence and valency. An empty list is
/// present, with 0 values.
final class ValuesPerRow {

  private static final int BUCKETS = 10;
  // Counts of values below this are tallied in an array.
  private static final int FEW = 64;

  private final QuantileSketch counts = new QuantileSketch();
  private long present;
  private long total;
  private long least = Long.MAX_VALUE;
  private long most;

  void add(RowLayout layout) {
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
    counts.addAll(other.counts);
  }

  /// How many values all rows have together.
  long total() {
    return total;
  }

  CommonStatistics.Builder result(long rowCount) {
    CommonStatistics.Builder common =
        CommonStatistics.newBuilder()
            .setNumNonMissing(present)
            .setNumMissing(rowCount - present)
            .setTotNumValues(total);
    if (present > 0) {
      common
          .setMinNumValues(least)
          .setMaxNumValues(most)
          .setAvgNumValues((float) ((double) total / present))
          .setNumValuesHistogram(Histograms.quantiles(counts.summary().quantiles(BUCKETS)));
    }
    return common;
  }
}
