package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.Column;
import dev.pipewright.protos.tfmd.Histogram.HistogramType;
import dev.pipewright.protos.tfmd.NumericStatistics;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Numeric statistics: moments, extremes and quantiles of all values but NaN, and with weights the
/// same once more.
final class NumericAccumulation {

  // TFDV takes 100 quantiles for each bucket of equal width.
  static final int FINENESS = 100;

  private final boolean isSinglePrecision;
  private final QuantileSketch sketch = new QuantileSketch();
  private @Nullable WeightedNumbers weighted;
  private Moments moments = Moments.NONE;
  private long nans;
  private long zeros;
  private long positiveInfinities;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private long leastInteger = Long.MAX_VALUE;
  private long greatestInteger = Long.MIN_VALUE;
  private double finiteMin = Double.POSITIVE_INFINITY;
  private double finiteMax = Double.NEGATIVE_INFINITY;

  NumericAccumulation(boolean isSinglePrecision) {
    this.isSinglePrecision = isSinglePrecision;
  }

  /// @param weights those of the column's rows, or null
  void add(Column column, double @Nullable [] weights) {
    if (weights != null) {
      weighted = weighted == null ? new WeightedNumbers() : weighted;
      weighted.add(column, weights);
    }
    switch (column) {
      case Column.Int64(var layout, long[] values) -> {
        for (int i = 0; i < layout.valueCount(); i++) {
          leastInteger = Math.min(leastInteger, values[i]);
          greatestInteger = Math.max(greatestInteger, values[i]);
        }
        addDistinct(DistinctValues.of(values, layout.valueCount()));
      }
      case Column.Float(var layout, float[] values) -> {
        DistinctValues distinct = DistinctValues.of(values, layout.valueCount());
        nans += layout.valueCount() - Arrays.stream(distinct.counts()).sum();
        addDistinct(distinct);
      }
      case Column.Bytes _ -> throw new IllegalArgumentException("bytes are no numbers");
    }
  }

  private void addDistinct(DistinctValues distinct) {
    if (distinct.size() == 0) {
      return;
    }
    double[] values = distinct.values();
    moments = moments.merge(Moments.of(values, distinct.counts()));
    int zero = Arrays.binarySearch(values, 0.0);
    zeros += zero < 0 ? 0 : distinct.counts()[zero];
    int last = values.length - 1;
    positiveInfinities += values[last] == Double.POSITIVE_INFINITY ? distinct.counts()[last] : 0;
    addExtremes(values);
    sketch.add(QuantileSummary.of(values, distinct.counts()));
  }

  private void addExtremes(double[] ascending) {
    int first = 0;
    int last = ascending.length - 1;
    min = Math.min(min, ascending[first]);
    max = Math.max(max, ascending[last]);
    first += ascending[first] == Double.NEGATIVE_INFINITY ? 1 : 0;
    last -= ascending[last] == Double.POSITIVE_INFINITY ? 1 : 0;
    if (first <= last) {
      finiteMin = Math.min(finiteMin, ascending[first]);
      finiteMax = Math.max(finiteMax, ascending[last]);
    }
  }

  void addAll(NumericAccumulation other) {
    moments = moments.merge(other.moments);
    nans += other.nans;
    zeros += other.zeros;
    positiveInfinities += other.positiveInfinities;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
    leastInteger = Math.min(leastInteger, other.leastInteger);
    greatestInteger = Math.max(greatestInteger, other.greatestInteger);
    finiteMin = Math.min(finiteMin, other.finiteMin);
    finiteMax = Math.max(finiteMax, other.finiteMax);
    sketch.addAll(other.sketch);
    if (weighted == null) {
      weighted = other.weighted;
    } else if (other.weighted != null) {
      weighted.addAll(other.weighted);
    }
  }

  NumericStatistics.Builder result(Detail detail) {
    NumericStatistics.Builder result = NumericStatistics.newBuilder();
    QuantileSummary summary = sketch.summary();
    if (summary.size() == 0) {
      return nans == 0 ? result : onlyNans(result);
    }
    Quantiles quantiles = summary.quantiles(FINENESS * detail.numQuantilesHistogramBuckets());
    EqualWidthHistogram equalWidth =
        new EqualWidthHistogram(isSinglePrecision, finiteMin, finiteMax, isConstant());
    if (weighted != null) {
      result.setWeightedNumericStats(weighted.result(detail, equalWidth, nans));
    }
    return result
        .setMean(moments.mean())
        .setStdDev(moments.standardDeviation())
        .setNumZeros(zeros)
        .setMin(min)
        .setMedian(quantiles.median())
        .setMax(max)
        .addHistograms(
            equalWidth
                .of(quantiles, detail.numHistogramBuckets(), positiveInfinities)
                .setNumNan(nans))
        .addHistograms(Histograms.quantiles(quantiles.everyNth(FINENESS)).setNumNan(nans));
  }

  private boolean isConstant() {
    return finiteMin == finiteMax && leastInteger >= greatestInteger;
  }

  private NumericStatistics.Builder onlyNans(NumericStatistics.Builder result) {
    result.addHistogramsBuilder().setType(HistogramType.STANDARD).setNumNan(nans);
    result.addHistogramsBuilder().setType(HistogramType.QUANTILES).setNumNan(nans);
    return result;
  }
}
