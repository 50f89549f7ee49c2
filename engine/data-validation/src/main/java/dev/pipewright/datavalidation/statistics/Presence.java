package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.RowLayout;
import dev.pipewright.protos.tfmd.CommonStatistics;
import dev.pipewright.protos.tfmd.CustomStatistic;
import dev.pipewright.protos.tfmd.PresenceAndValencyStatistics;
import dev.pipewright.protos.tfmd.WeightedCommonStatistics;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Common statistics of a feature or, with two levels of lists, of a feature list.
final class Presence {

  private final ValuesPerRow outer = new ValuesPerRow();
  private @Nullable ValuesPerRow inner;
  // Values of all steps of an example together.
  private @Nullable ValuesPerRow innermost;
  private boolean isWeighted;

  /// Adds rows of values.
  void add(RowLayout layout, double @Nullable [] weights) {
    outer.add(layout, weights);
    isWeighted |= weights != null;
  }

  /// Adds rows of steps, which have values.
  void add(RowLayout steps, RowLayout values, double @Nullable [] weights) {
    add(steps, weights);
    inner = inner == null ? new ValuesPerRow() : inner;
    innermost = innermost == null ? new ValuesPerRow() : innermost;
    inner.add(values, weights == null ? null : WeightedNumbers.ofValues(steps, weights));
    innermost.add(together(steps, values), null);
  }

  private static RowLayout together(RowLayout steps, RowLayout values) {
    int[] offsets = new int[steps.rowCount() + 1];
    BitSet absent = new BitSet();
    for (int row = 0; row < steps.rowCount(); row++) {
      int count = 0;
      for (int step = steps.start(row); step < steps.end(row); step++) {
        count += values.count(step);
      }
      offsets[row + 1] = offsets[row] + count;
      absent.set(row, !steps.isPresent(row));
    }
    return RowLayout.ragged(offsets, absent);
  }

  void addAll(Presence other) {
    outer.addAll(other.outer);
    isWeighted |= other.isWeighted;
    if (other.inner != null && other.innermost != null) {
      inner = inner == null ? new ValuesPerRow() : inner;
      innermost = innermost == null ? new ValuesPerRow() : innermost;
      inner.addAll(other.inner);
      innermost.addAll(other.innermost);
    }
  }

  /// How many values there are.
  long total() {
    return inner == null ? outer.total() : inner.total();
  }

  /// The statistics, where there are so many examples of this weight.
  CommonStatistics.Builder result(long rowCount, double rowWeight, Detail detail) {
    CommonStatistics.Builder common =
        CommonStatistics.newBuilder()
            .setNumNonMissing(outer.present())
            .setNumMissing(rowCount - outer.present())
            .setTotNumValues(total());
    if (outer.present() > 0) {
      ValuesPerRow counted = innermost == null ? outer : innermost;
      PresenceAndValencyStatistics ofExamples = counted.result(rowCount);
      common
          .setMinNumValues(ofExamples.getMinNumValues())
          .setMaxNumValues(ofExamples.getMaxNumValues())
          .setAvgNumValues((float) ((double) total() / outer.present()))
          .setNumValuesHistogram(counted.quantilesHistogram(detail));
    }
    if (inner != null) {
      common.addPresenceAndValencyStats(outer.result(rowCount));
      common.addPresenceAndValencyStats(inner.result(outer.total()));
    }
    if (isWeighted) {
      addWeighted(common, rowWeight);
    }
    return common;
  }

  private void addWeighted(CommonStatistics.Builder common, double rowWeight) {
    WeightedCommonStatistics ofExamples = outer.weightedResult(rowWeight);
    double total = inner == null ? outer.weightedTotal() : inner.weightedTotal();
    common.setWeightedCommonStats(
        ofExamples.toBuilder()
            .setTotNumValues(total)
            .setAvgNumValues(outer.weightedPresent() == 0 ? 0 : total / outer.weightedPresent()));
    if (inner != null) {
      common.addWeightedPresenceAndValencyStats(ofExamples);
      common.addWeightedPresenceAndValencyStats(inner.weightedResult(outer.weightedTotal()));
    }
  }

  /// The lengths of inner lists, which TFDV writes as custom statistics.
  List<CustomStatistic> listLengths(Detail detail) {
    if (inner == null || inner.present() == 0) {
      return List.of();
    }
    return List.of(
        CustomStatistic.newBuilder()
            .setName("level_2_value_list_length_quantiles")
            .setHistogram(inner.quantilesHistogram(detail))
            .build(),
        CustomStatistic.newBuilder()
            .setName("level_2_value_list_length_standard")
            .setHistogram(inner.equalWidthHistogram(detail))
            .build());
  }
}
