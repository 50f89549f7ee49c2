package dev.pipewright.transform.graph;

import dev.pipewright.data.Accumulator;
import dev.pipewright.data.Column;

/// Analyzers of numbers: moments, extremes, sums and counts, as `analyzers.py` of TFT defines them.
/// Sums are kept in float64 where TFT keeps float32: the results agree to float32's precision.
final class NumberAnalyzers {

  private NumberAnalyzers() {}

  /// Count, mean and variance of what was seen.
  record MomentsState(long count, double mean, double variance) {

    MomentsState merge(MomentsState other) {
      if (count < other.count) {
        return other.merge(this);
      }
      if (other.count == 0) {
        return this;
      }
      double ratio = (double) other.count / (count + other.count);
      double newMean = mean + ratio * (other.mean - mean);
      double newVariance =
          variance
              + ratio * (other.variance - variance + (other.mean - newMean) * (other.mean - mean));
      return new MomentsState(count + other.count, newMean, newVariance);
    }
  }

  /// `WeightedMeanAndVarCombiner`: values that are NaN or infinite do not count.
  static final class MomentsAnalyzer implements Accumulator<Column, MomentsState, Analyzed> {
    @Override
    public MomentsState create() {
      return new MomentsState(0, 0, 0);
    }

    @Override
    public MomentsState add(MomentsState state, Column column) {
      int n = column.layout().valueCount();
      double sum = 0;
      long count = 0;
      for (int i = 0; i < n; i++) {
        float value = real(column, i);
        if (Float.isFinite(value)) {
          sum += value;
          count++;
        }
      }
      double mean = count == 0 ? 0 : sum / count;
      double squares = 0;
      for (int i = 0; i < n; i++) {
        float value = real(column, i);
        if (Float.isFinite(value)) {
          squares += (value - mean) * (value - mean);
        }
      }
      return state.merge(new MomentsState(count, mean, count == 0 ? 0 : squares / count));
    }

    @Override
    public MomentsState merge(MomentsState left, MomentsState right) {
      return left.merge(right);
    }

    @Override
    public Analyzed result(MomentsState state) {
      return new Analyzed.Moments((float) state.mean, (float) state.variance);
    }
  }

  /// Extremes of float32 values; NaN wins.
  static final class RealRangeAnalyzer
      implements Accumulator<Column, Analyzed.RealRange, Analyzed> {
    @Override
    public Analyzed.RealRange create() {
      return new Analyzed.RealRange(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
    }

    @Override
    public Analyzed.RealRange add(Analyzed.RealRange state, Column column) {
      float min = state.min();
      float max = state.max();
      for (int i = 0; i < column.layout().valueCount(); i++) {
        min = Math.min(min, real(column, i));
        max = Math.max(max, real(column, i));
      }
      return new Analyzed.RealRange(min, max);
    }

    @Override
    public Analyzed.RealRange merge(Analyzed.RealRange left, Analyzed.RealRange right) {
      return new Analyzed.RealRange(
          Math.min(left.min(), right.min()), Math.max(left.max(), right.max()));
    }

    @Override
    public Analyzed result(Analyzed.RealRange state) {
      return state;
    }
  }

  /// Extremes of int64 values.
  static final class IntRangeAnalyzer implements Accumulator<Column, Analyzed.IntRange, Analyzed> {
    @Override
    public Analyzed.IntRange create() {
      return new Analyzed.IntRange(Long.MAX_VALUE, -Long.MAX_VALUE);
    }

    @Override
    public Analyzed.IntRange add(Analyzed.IntRange state, Column column) {
      long min = state.min();
      long max = state.max();
      for (int i = 0; i < column.layout().valueCount(); i++) {
        min = Math.min(min, whole(column, i));
        max = Math.max(max, whole(column, i));
      }
      return new Analyzed.IntRange(min, max);
    }

    @Override
    public Analyzed.IntRange merge(Analyzed.IntRange left, Analyzed.IntRange right) {
      return new Analyzed.IntRange(
          Math.min(left.min(), right.min()), Math.max(left.max(), right.max()));
    }

    @Override
    public Analyzed result(Analyzed.IntRange state) {
      return state;
    }
  }

  /// The sum of float32 values.
  static final class RealSumAnalyzer implements Accumulator<Column, Double, Analyzed> {
    @Override
    public Double create() {
      return 0.0;
    }

    @Override
    public Double add(Double sum, Column column) {
      double block = 0;
      for (int i = 0; i < column.layout().valueCount(); i++) {
        block += real(column, i);
      }
      return sum + block;
    }

    @Override
    public Double merge(Double left, Double right) {
      return left + right;
    }

    @Override
    public Analyzed result(Double sum) {
      return new Analyzed.RealSum(sum.floatValue());
    }
  }

  /// The sum of int64 values, which may wrap around as in TensorFlow.
  static final class IntSumAnalyzer implements Accumulator<Column, Long, Analyzed> {
    @Override
    public Long create() {
      return 0L;
    }

    @Override
    public Long add(Long sum, Column column) {
      long block = 0;
      for (int i = 0; i < column.layout().valueCount(); i++) {
        block += whole(column, i);
      }
      return sum + block;
    }

    @Override
    public Long merge(Long left, Long right) {
      return left + right;
    }

    @Override
    public Analyzed result(Long sum) {
      return new Analyzed.IntSum(sum);
    }
  }

  /// How many values there are.
  static final class SizeAnalyzer implements Accumulator<Column, Long, Analyzed> {
    @Override
    public Long create() {
      return 0L;
    }

    @Override
    public Long add(Long count, Column column) {
      return count + column.layout().valueCount();
    }

    @Override
    public Long merge(Long left, Long right) {
      return left + right;
    }

    @Override
    public Analyzed result(Long count) {
      return new Analyzed.IntSum(count);
    }
  }

  /// A number as float32, whole ones converted.
  static float real(Column column, int index) {
    return switch (column) {
      case Column.Float floats -> floats.values()[index];
      case Column.Int64 longs -> longs.values()[index];
      case Column.Bytes _ -> throw new IllegalArgumentException("a string is no number");
    };
  }

  private static long whole(Column column, int index) {
    if (column instanceof Column.Int64 longs) {
      return longs.values()[index];
    }
    throw new IllegalArgumentException("not a column of int64");
  }
}
