package dev.pipewright.datavalidation.schema;

import dev.pipewright.protos.tfmd.Histogram;
import dev.pipewright.protos.tfmd.Histogram.HistogramType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// How far two distributions are apart: TFDV's `metrics.cc`.
final class Distances {

  /// The greatest difference, and the value that has it.
  record Greatest(String value, double distance) {}

  private Distances() {}

  /// The greatest difference of the shares of a value.
  static Greatest infinityNorm(FeatureView a, FeatureView b) {
    return greatest(a.strings(), sum(a.strings()), b.strings(), sum(b.strings()));
  }

  /// The greatest difference of the counts of a value, in shares of all counts.
  static Greatest normalizedAbsoluteDifference(FeatureView a, FeatureView b) {
    double all = sum(a.strings()) + sum(b.strings());
    return greatest(a.strings(), all, b.strings(), all);
  }

  private static double sum(Map<String, Double> counts) {
    return counts.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  // Of equal differences, that of the last value.
  private static Greatest greatest(
      Map<String, Double> a, double scaleA, Map<String, Double> b, double scaleB) {
    SortedSet<String> values = new TreeSet<>(FeatureView.BY_BYTES);
    values.addAll(a.keySet());
    values.addAll(b.keySet());
    Greatest greatest = new Greatest("", 0);
    for (String value : values) {
      double share = a.getOrDefault(value, 0.0) / (scaleA == 0 ? 1 : scaleA);
      double other = b.getOrDefault(value, 0.0) / (scaleB == 0 ? 1 : scaleB);
      if (Math.abs(share - other) >= greatest.distance) {
        greatest = new Greatest(value, Math.abs(share - other));
      }
    }
    return greatest;
  }

  /// The Jensen-Shannon divergence, from 0 to 1, of strings or else of numbers; empty when one of
  /// both has no values, or they are of different types.
  static OptionalDouble jensenShannon(FeatureView a, FeatureView b, HistogramType source) {
    SortedMap<String, Double> stringsA = a.strings();
    SortedMap<String, Double> stringsB = b.strings();
    if (!stringsA.isEmpty() && !stringsB.isEmpty()) {
      SortedSet<String> values = new TreeSet<>(FeatureView.BY_BYTES);
      values.addAll(stringsA.keySet());
      values.addAll(stringsB.keySet());
      return divergence(
          values.stream().map(v -> stringsA.getOrDefault(v, 0.0)).toList(),
          values.stream().map(v -> stringsB.getOrDefault(v, 0.0)).toList());
    }
    return a.histogram(source).isPresent() && b.histogram(source).isPresent()
        ? ofHistograms(a.histogram(source).get(), b.histogram(source).get())
        : OptionalDouble.empty();
  }

  private static OptionalDouble ofHistograms(Histogram a, Histogram b) {
    Parts partsA = Parts.of(a);
    Parts partsB = Parts.of(b);
    SortedSet<Double> bounds = new TreeSet<>(partsA.bounds());
    bounds.addAll(partsB.bounds());
    boolean areAligned = partsA.bounds().equals(partsB.bounds());
    List<Double> countsA = partsA.counts(List.copyOf(bounds), areAligned);
    List<Double> countsB = partsB.counts(List.copyOf(bounds), areAligned);
    SortedSet<Double> points = new TreeSet<>(partsA.points.keySet());
    points.addAll(partsB.points.keySet());
    for (double point : points) {
      countsA.add(partsA.points.getOrDefault(point, 0.0));
      countsB.add(partsB.points.getOrDefault(point, 0.0));
    }
    // What is infinite or no number never matches. TFDV forgets NaN where bounds differ.
    List<double[]> unmatched = new ArrayList<>();
    unmatched.add(new double[] {partsA.infinite, 0});
    unmatched.add(new double[] {0, partsB.infinite});
    if (areAligned) {
      unmatched.add(new double[] {0, b.getNumNan()});
      unmatched.add(new double[] {a.getNumNan(), 0});
    }
    for (double[] pair : unmatched) {
      countsA.add(pair[0]);
      countsB.add(pair[1]);
    }
    return divergence(countsA, countsB);
  }

  private static OptionalDouble divergence(List<Double> a, List<Double> b) {
    double sumA = a.stream().mapToDouble(Double::doubleValue).sum();
    double sumB = b.stream().mapToDouble(Double::doubleValue).sum();
    if (sumA == 0 || sumB == 0) {
      return OptionalDouble.empty();
    }
    double divergence = 0;
    for (int i = 0; i < a.size(); i++) {
      double p = a.get(i) / sumA;
      double q = b.get(i) / sumB;
      divergence += term(p, (p + q) / 2) + term(q, (p + q) / 2);
    }
    return OptionalDouble.of(Math.min(divergence / 2, 1));
  }

  private static double term(double share, double mean) {
    return share > 0 && mean > 0 ? share * Math.log(share / mean) / Math.log(2) : 0;
  }

  /// A histogram taken apart.
  ///
  /// @param buckets those with a width
  /// @param points the counts of those without
  /// @param infinite the count of those that have no end
  private record Parts(
      List<Histogram.Bucket> buckets, Map<Double, Double> points, double infinite) {

    static Parts of(Histogram histogram) {
      List<Histogram.Bucket> buckets = new ArrayList<>();
      Map<Double, Double> points = new HashMap<>();
      double infinite = 0;
      for (Histogram.Bucket bucket : histogram.getBucketsList()) {
        double low = bucket.getLowValue();
        double high = bucket.getHighValue();
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
          infinite += bucket.getSampleCount();
        } else if (low == high) {
          points.merge(low + 0.0, bucket.getSampleCount(), Double::sum);
        } else {
          buckets.add(bucket);
        }
      }
      return new Parts(buckets, points, infinite);
    }

    Set<Double> bounds() {
      SortedSet<Double> bounds = new TreeSet<>();
      for (Histogram.Bucket bucket : buckets) {
        bounds.add(bucket.getLowValue() + 0.0);
        bounds.add(bucket.getHighValue() + 0.0);
      }
      return bounds;
    }

    /// The counts between each two bounds, among which are all of this histogram's.
    List<Double> counts(List<Double> bounds, boolean areOwn) {
      List<Double> counts = new ArrayList<>();
      if (areOwn) {
        buckets.forEach(bucket -> counts.add(bucket.getSampleCount()));
        return counts;
      }
      for (int i = 0; i + 1 < bounds.size(); i++) {
        double low = bounds.get(i);
        double high = bounds.get(i + 1);
        double count = 0;
        for (Histogram.Bucket bucket : buckets) {
          if (bucket.getLowValue() <= low && high <= bucket.getHighValue()) {
            double width = bucket.getHighValue() - bucket.getLowValue();
            count += (high - low) / width * bucket.getSampleCount();
          }
        }
        counts.add(count);
      }
      return counts;
    }
  }
}
