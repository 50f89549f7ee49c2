package dev.pipewright.summaries;

import java.util.ArrayList;
import java.util.List;

/// How values spread, as `tf.summary.histogram` of TensorFlow 2 records it.
///
/// @param buckets the buckets from left to right
public record Histogram(List<Bucket> buckets) {

  /// How many buckets TensorBoard makes when it is not told.
  public static final int DEFAULT_BUCKETS = 30;

  /// Values from `left` to before `right`; the last bucket has its `right` too.
  public record Bucket(double left, double right, double count) {}

  public Histogram {
    buckets = List.copyOf(buckets);
  }

  /// Counts values into `DEFAULT_BUCKETS` buckets of one width between the smallest and the
  /// largest. Without values every bucket is zero; where all values are one, every bucket is that
  /// value and the last has the count (tensorboard/plugins/histogram/summary_v2.py). Values that
  /// are not finite have no place in a bucket and are left out.
  public static Histogram of(float[] values) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    int finite = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        min = Math.min(min, value);
        max = Math.max(max, value);
        finite++;
      }
    }
    if (finite == 0 || min == max) {
      return constant(finite == 0 ? 0 : max, finite);
    }
    return spread(values, min, max);
  }

  private static Histogram constant(double value, int count) {
    var buckets = new ArrayList<Bucket>();
    for (int i = 0; i < DEFAULT_BUCKETS; i++) {
      buckets.add(new Bucket(value, value, i == DEFAULT_BUCKETS - 1 ? count : 0));
    }
    return new Histogram(buckets);
  }

  private static Histogram spread(float[] values, double min, double max) {
    double width = (max - min) / DEFAULT_BUCKETS;
    var counts = new long[DEFAULT_BUCKETS];
    for (float value : values) {
      if (Float.isFinite(value)) {
        counts[(int) Math.min(Math.floor((value - min) / width), DEFAULT_BUCKETS - 1)]++;
      }
    }
    var buckets = new ArrayList<Bucket>();
    for (int i = 0; i < DEFAULT_BUCKETS; i++) {
      double right = i == DEFAULT_BUCKETS - 1 ? max : min + (i + 1) * width;
      buckets.add(new Bucket(min + i * width, right, counts[i]));
    }
    return new Histogram(buckets);
  }
}
