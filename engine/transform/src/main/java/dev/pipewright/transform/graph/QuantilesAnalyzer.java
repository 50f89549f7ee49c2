package dev.pipewright.transform.graph;

import dev.pipewright.data.Accumulator;
import dev.pipewright.data.Column;
import dev.pipewright.datavalidation.statistics.QuantileSketch;
import dev.pipewright.datavalidation.statistics.QuantileSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Boundaries of quantile buckets as `tft.quantiles` gives them, NaN left out. They are exact up to
/// the sketch's limit of distinct values, and beyond that closer than TFT's default `epsilon`.
///
/// @param buckets how many buckets
record QuantilesAnalyzer(int buckets) implements Accumulator<Column, QuantileSketch, Analyzed> {

  @Override
  public QuantileSketch create() {
    return new QuantileSketch();
  }

  @Override
  public QuantileSketch add(QuantileSketch sketch, Column column) {
    double[] values = new double[column.layout().valueCount()];
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      double value = NumberAnalyzers.real(column, i);
      if (!Double.isNaN(value)) {
        // 0.0 for -0.0, which sorts apart from it.
        values[n++] = value + 0.0;
      }
    }
    sketch.add(summary(Arrays.copyOf(values, n)));
    return sketch;
  }

  private static QuantileSummary summary(double[] values) {
    Arrays.sort(values);
    double[] distinct = new double[values.length];
    long[] counts = new long[values.length];
    int n = 0;
    for (double value : values) {
      if (n == 0 || distinct[n - 1] != value) {
        distinct[n++] = value;
      }
      counts[n - 1]++;
    }
    return QuantileSummary.of(Arrays.copyOf(distinct, n), Arrays.copyOf(counts, n));
  }

  @Override
  public QuantileSketch merge(QuantileSketch left, QuantileSketch right) {
    left.addAll(right);
    return left;
  }

  @Override
  public Analyzed result(QuantileSketch sketch) {
    QuantileSummary summary = sketch.summary();
    List<Float> boundaries = new ArrayList<>();
    double[] all =
        summary.totalWeight() == 0
            ? new double[buckets + 1]
            : summary.quantiles(buckets).boundaries();
    for (int i = 1; i < buckets; i++) {
      boundaries.add((float) all[i]);
    }
    return new Analyzed.Boundaries(boundaries);
  }
}
