package dev.pipewright.nodes.statisticsgen;

import dev.pipewright.charts.Bar;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.Histogram;
import java.util.Comparator;
import java.util.List;

/// How the values of a feature are distributed.
///
/// @param feature its name
/// @param bars bins of numbers, or the most frequent values
record Distribution(String feature, List<? extends Bar> bars) {

  private static final int MOST_VALUES = 12;
  private static final double NEARLY_EMPTY = 0.002;

  Distribution {
    bars = List.copyOf(bars);
  }

  /// The features whose distributions tell the most, numbers before texts: those that are neither
  /// all in one bar nor spread evenly. Of equal ones, those that come first.
  static List<Distribution> mostTelling(List<FeatureNameStatistics> features, int limit) {
    return features.stream()
        .map(Distribution::of)
        .filter(d -> d.bars.size() > 1)
        .sorted(
            Comparator.comparing((Distribution d) -> d.bars.getFirst() instanceof Bar.Category)
                .thenComparing(Comparator.comparingDouble(Distribution::telling).reversed()))
        .limit(limit)
        .toList();
  }

  static Distribution of(FeatureNameStatistics feature) {
    return new Distribution(
        String.join(".", feature.getPath().getStepList()),
        feature.hasNumStats() ? bins(feature) : values(feature));
  }

  private static List<Bar.Bin> bins(FeatureNameStatistics feature) {
    return feature.getNumStats().getHistogramsList().stream()
        .filter(h -> h.getType() == Histogram.HistogramType.STANDARD)
        .findFirst()
        .map(
            h ->
                h.getBucketsList().stream()
                    .filter(b -> b.getLowValue() <= b.getHighValue())
                    .map(b -> new Bar.Bin(b.getLowValue(), b.getHighValue(), b.getSampleCount()))
                    .toList())
        .orElse(List.of());
  }

  private static List<Bar.Category> values(FeatureNameStatistics feature) {
    return feature.getStringStats().getRankHistogram().getBucketsList().stream()
        .limit(MOST_VALUES)
        .map(b -> new Bar.Category(b.getLabel(), b.getSampleCount()))
        .toList();
  }

  /// `h (1 - h)` of the bars' entropy `h`, which is 0 for all in one and 1 for all equal; by the
  /// share of bars that are not (nearly) empty, so that a few values far apart count for little.
  private double telling() {
    double total = bars.stream().mapToDouble(Bar::count).sum();
    double entropy = 0;
    int filled = 0;
    for (Bar bar : bars) {
      if (bar.count() > 0) {
        entropy -= bar.count() / total * Math.log(bar.count() / total);
        filled += bar.count() / total > NEARLY_EMPTY ? 1 : 0;
      }
    }
    double evenness = entropy / Math.log(bars.size());
    double share = (double) filled / bars.size();
    return evenness * (1 - evenness) * share * share;
  }
}
