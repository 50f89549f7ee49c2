package dev.pipewright.datavalidation.statistics;

import java.util.Arrays;

/// Values in ascending order, each with its weight and bounds on its rank: what quantiles are asked
/// of. It is exact until `compressed`; merging never adds to the error.
///
/// The summary, its merge and its query are those of the weighted quantiles of TensorFlow's boosted
/// trees (after Greenwald and Khanna, and Zhang and Wang), which tfx_bsl's `QuantilesSketch` and so
/// TFDV uses.
public final class QuantileSummary {

  static final QuantileSummary EMPTY =
      new QuantileSummary(new double[0], new double[0], new double[0], new double[0], 0);

  private final double[] values;
  private final double[] weights;
  // Weight of all that is certainly smaller, and of all that is certainly not greater.
  private final double[] minRanks;
  private final double[] maxRanks;
  private final int size;

  private QuantileSummary(
      double[] values, double[] weights, double[] minRanks, double[] maxRanks, int size) {
    this.values = values;
    this.weights = weights;
    this.minRanks = minRanks;
    this.maxRanks = maxRanks;
    this.size = size;
  }

  private QuantileSummary(int capacity) {
    this(new double[capacity], new double[capacity], new double[capacity], new double[capacity], 0);
  }

  /// A summary of different, ascending values that occur so often.
  public static QuantileSummary of(double[] ascending, long[] counts) {
    double[] weights = new double[counts.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = counts[i];
    }
    return of(ascending, weights);
  }

  /// A summary of different, ascending values that have these weights, all above 0.
  public static QuantileSummary of(double[] ascending, double[] weights) {
    double[] minRanks = new double[ascending.length];
    double[] maxRanks = new double[ascending.length];
    double rank = 0;
    for (int i = 0; i < ascending.length; i++) {
      minRanks[i] = rank;
      rank += weights[i];
      maxRanks[i] = rank;
    }
    return new QuantileSummary(ascending, weights, minRanks, maxRanks, ascending.length);
  }

  int size() {
    return size;
  }

  /// How many values it stands for, or what they weigh together.
  public double totalWeight() {
    return size == 0 ? 0 : maxRanks[size - 1];
  }

  /// Both together.
  QuantileSummary merge(QuantileSummary other) {
    if (size == 0 || other.size == 0) {
      return size == 0 ? other : this;
    }
    QuantileSummary room = new QuantileSummary(size + other.size);
    int n = 0;
    int a = 0;
    int b = 0;
    while (a < size || b < other.size) {
      int order = a == size ? 1 : b == other.size ? -1 : Double.compare(values[a], other.values[b]);
      if (order < 0) {
        room.set(n++, this, a, other.rankBefore(b), other.rankUpTo(b));
        a++;
      } else if (order > 0) {
        room.set(n++, other, b, rankBefore(a), rankUpTo(a));
        b++;
      } else {
        room.set(n, this, a, other.minRanks[b], other.maxRanks[b]);
        room.weights[n++] += other.weights[b];
        a++;
        b++;
      }
    }
    return new QuantileSummary(room.values, room.weights, room.minRanks, room.maxRanks, n);
  }

  /// At most about `limit` of the entries, the first and the last among them. What it adds to the
  /// error of a rank is at most `totalWeight() / limit`.
  QuantileSummary compressed(int limit) {
    if (size <= limit) {
      return this;
    }
    double gap = 2.0 * totalWeight() / limit;
    QuantileSummary room = new QuantileSummary(size);
    int n = 0;
    room.set(n++, this, 0, 0, 0);
    int kept = 0;
    for (int i = 1; i < size; i++) {
      boolean isLast = i == size - 1;
      if (isLast || prevMaxRank(i + 1) - nextMinRank(kept) > gap) {
        room.set(n++, this, i, 0, 0);
        kept = i;
      }
    }
    return new QuantileSummary(
        Arrays.copyOf(room.values, n),
        Arrays.copyOf(room.weights, n),
        Arrays.copyOf(room.minRanks, n),
        Arrays.copyOf(room.maxRanks, n),
        n);
  }

  /// The boundaries of `buckets` quantiles (`buckets + 1` of them, from the minimum to the maximum)
  /// with the weight up to each.
  public Quantiles quantiles(int buckets) {
    if (size == 0) {
      throw new IllegalStateException("no values");
    }
    double[] boundaries = new double[buckets + 1];
    double[] cumulative = new double[buckets + 1];
    int current = 0;
    for (int rank = 0; rank <= buckets; rank++) {
      double twiceWanted = 2 * (rank * totalWeight() / buckets);
      int next = current + 1;
      while (next < size && twiceWanted >= minRanks[next] + maxRanks[next]) {
        next++;
      }
      current = next - 1;
      boolean isCurrent = next == size || twiceWanted < nextMinRank(current) + prevMaxRank(next);
      int chosen = isCurrent ? current : next;
      boundaries[rank] = values[chosen];
      cumulative[rank] = maxRanks[chosen];
    }
    return new Quantiles(boundaries, cumulative);
  }

  // Entry `index` of `from`, where the other summary has these ranks about it.
  private void set(int at, QuantileSummary from, int index, double minRank, double maxRank) {
    values[at] = from.values[index];
    weights[at] = from.weights[index];
    minRanks[at] = from.minRanks[index] + minRank;
    maxRanks[at] = from.maxRanks[index] + maxRank;
  }

  // Bounds of the rank of a value that lies between entry `index - 1` and entry `index`.
  private double rankBefore(int index) {
    return index == 0 ? 0 : nextMinRank(index - 1);
  }

  private double rankUpTo(int index) {
    return index == size ? totalWeight() : prevMaxRank(index);
  }

  private double prevMaxRank(int index) {
    return maxRanks[index] - weights[index];
  }

  private double nextMinRank(int index) {
    return minRanks[index] + weights[index];
  }
}
