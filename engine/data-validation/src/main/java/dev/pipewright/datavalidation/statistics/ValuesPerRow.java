package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.RowLayout;
import dev.pipewright.protos.tfmd.CommonStatistics;
import java.util.Arrays;

/// How many rows have a feature, and how many values: TFDV's presence and valency. An empty list is
/// present, with 0 values.
final class ValuesPerRow {

  private static final int BUCKETS = 10;

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
    LongCounts tally = new LongCounts();
    for (int row = 0; row < layout.rowCount(); row++) {
      if (layout.isPresent(row)) {
        tally.add(layout.count(row), 1);
      }
    }
    long[] different = tally.keys();
    Arrays.sort(different);
    for (long count : different) {
      addRows(count, tally.count(count));
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
