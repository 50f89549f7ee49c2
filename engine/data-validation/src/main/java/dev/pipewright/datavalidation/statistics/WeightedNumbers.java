package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.Column;
import dev.pipewright.data.RowLayout;
import dev.pipewright.protos.tfmd.WeightedNumericStatistics;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Weighted numeric statistics: moments and quantiles of all values but NaN, where each value
/// weighs what its example does. As in TFDV, values without weight have no part in quantiles.
final class WeightedNumbers {

  private final QuantileSketch sketch = new QuantileSketch();
  private Moments moments = Moments.NONE;
  private double positiveInfinities;

  /// Adds the values of a column of numbers.
  ///
  /// @param weights those of the column's rows
  void add(Column column, double[] weights) {
    double[] values = numbers(column);
    double[] ofValues = ofValues(column.layout(), weights);
    int[] ascending =
        IntStream.range(0, values.length)
            .filter(i -> !Double.isNaN(values[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] distinct = new double[ascending.length];
    double[] sums = new double[ascending.length];
    int n = 0;
    for (int i : ascending) {
      if (n == 0 || distinct[n - 1] != values[i]) {
        distinct[n++] = values[i];
      }
      sums[n - 1] += ofValues[i];
    }
    addDistinct(Arrays.copyOf(distinct, n), Arrays.copyOf(sums, n));
  }

  private void addDistinct(double[] values, double[] weights) {
    int last = values.length - 1;
    if (last < 0) {
      return;
    }
    moments = moments.merge(Moments.of(values, weights));
    positiveInfinities += values[last] == Double.POSITIVE_INFINITY ? weights[last] : 0;
    int[] weighty = IntStream.rangeClosed(0, last).filter(i -> weights[i] > 0).toArray();
    sketch.add(
        QuantileSummary.of(
            Arrays.stream(weighty).mapToDouble(i -> values[i]).toArray(),
            Arrays.stream(weighty).mapToDouble(i -> weights[i]).toArray()));
  }

  // 0.0 is added to make 0.0 of -0.0.
  private static double[] numbers(Column column) {
    double[] numbers = new double[column.layout().valueCount()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          switch (column) {
            case Column.Int64(_, long[] values) -> values[i];
            case Column.Float(_, float[] values) -> values[i] + 0f;
            case Column.Bytes _ -> throw new IllegalArgumentException("bytes are no numbers");
          };
    }
    return numbers;
  }

  /// The weight of each value, which is that of its row.
  static double[] ofValues(RowLayout layout, double[] weights) {
    if (layout.isScalar()) {
      return weights;
    }
    double[] ofValues = new double[layout.valueCount()];
    for (int row = 0; row < layout.rowCount(); row++) {
      Arrays.fill(ofValues, layout.start(row), layout.end(row), weights[row]);
    }
    return ofValues;
  }

  void addAll(WeightedNumbers other) {
    moments = moments.merge(other.moments);
    positiveInfinities += other.positiveInfinities;
    sketch.addAll(other.sketch);
  }

  WeightedNumericStatistics.Builder result(
      Detail detail, EqualWidthHistogram equalWidth, long nans) {
    WeightedNumericStatistics.Builder result =
        WeightedNumericStatistics.newBuilder()
            .setMean(moments.mean())
            .setStdDev(moments.standardDeviation());
    QuantileSummary summary = sketch.summary();
    if (summary.size() == 0) {
      return result;
    }
    int fineness = NumericAccumulation.FINENESS;
    Quantiles quantiles = summary.quantiles(fineness * detail.numQuantilesHistogramBuckets());
    return result
        .setMedian(quantiles.median())
        .addHistograms(
            equalWidth
                .of(quantiles, detail.numHistogramBuckets(), positiveInfinities)
                .setNumNan(nans))
        .addHistograms(Histograms.quantiles(quantiles.everyNth(fineness)).setNumNan(nans));
  }
}
