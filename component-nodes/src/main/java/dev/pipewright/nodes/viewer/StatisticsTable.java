package dev.pipewright.nodes.viewer;

import dev.pipewright.datavalidation.StatisticsArtifact;
import dev.pipewright.protos.tfmd.CommonStatistics;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.Histogram;
import dev.pipewright.protos.tfmd.NumericStatistics;
import dev.pipewright.protos.tfmd.StringStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What is shown of statistics: each feature with its numbers in every split.
///
/// @param splits the splits, in the order in which they are shown
/// @param numeric the features that are numbers, in the order of the file
/// @param categorical all others
record StatisticsTable(
    List<Split> splits, List<Feature<Numbers>> numeric, List<Feature<Values>> categorical) {

  /// More values are not drawn.
  private static final int MOST_VALUES = 26;

  /// A split.
  record Split(String name, long examples) {}

  /// A feature.
  ///
  /// @param type its type, as `float`
  /// @param splits what is known of it by split; a split that lacks it is absent
  record Feature<S>(String name, String type, Map<String, S> splits) {}

  /// A numeric feature in a split. Without a value it has no mean and no range: they are NaN.
  ///
  /// @param missing the share of examples without a value
  /// @param zeros the share of values that are 0
  /// @param bins the histogram
  record Numbers(
      long count,
      double missing,
      double mean,
      double stdDev,
      double zeros,
      double min,
      double median,
      double max,
      List<Bin> bins) {}

  /// A bar of a histogram.
  ///
  /// @param share of all values that are in it
  record Bin(double low, double high, double share) {}

  /// Another feature in a split.
  ///
  /// @param missing the share of examples without a value
  /// @param top the most frequent value; empty where there is none
  /// @param topCount how often it is there
  /// @param values the most frequent values
  record Values(
      long count,
      double missing,
      long unique,
      String top,
      long topCount,
      double averageLength,
      List<Value> values) {}

  /// A value.
  ///
  /// @param share of all values that are it
  record Value(String text, double share) {}

  static StatisticsTable read(Path folder) throws IOException {
    StatisticsArtifact artifact = StatisticsArtifact.open(folder);
    List<Split> splits = new ArrayList<>();
    Map<String, Feature<Numbers>> numeric = new LinkedHashMap<>();
    Map<String, Feature<Values>> categorical = new LinkedHashMap<>();
    for (String split : SplitStyle.ordered(artifact.splitNames())) {
      DatasetFeatureStatistics statistics = artifact.allExamples(split);
      splits.add(new Split(split, statistics.getNumExamples()));
      for (FeatureNameStatistics feature : statistics.getFeaturesList()) {
        if (feature.hasNumStats()) {
          put(numeric, split, feature, numbers(feature.getNumStats()));
        } else {
          put(categorical, split, feature, values(feature));
        }
      }
    }
    return new StatisticsTable(
        splits, List.copyOf(numeric.values()), List.copyOf(categorical.values()));
  }

  private static <S> void put(
      Map<String, Feature<S>> features, String split, FeatureNameStatistics proto, S statistics) {
    String name =
        proto.hasPath() ? String.join(".", proto.getPath().getStepList()) : proto.getName();
    features
        .computeIfAbsent(
            name,
            n ->
                new Feature<>(
                    n, proto.getType().name().toLowerCase(Locale.ROOT), new LinkedHashMap<>()))
        .splits()
        .put(split, statistics);
  }

  private static Numbers numbers(NumericStatistics s) {
    CommonStatistics common = s.getCommonStats();
    double none = common.getTotNumValues() == 0 ? Double.NaN : 0;
    return new Numbers(
        present(common),
        missing(common),
        none + s.getMean(),
        none + s.getStdDev(),
        none + share(s.getNumZeros(), common.getTotNumValues()),
        none + s.getMin(),
        none + s.getMedian(),
        none + s.getMax(),
        bins(s));
  }

  private static List<Bin> bins(NumericStatistics s) {
    return s.getHistogramsList().stream()
        .filter(h -> h.getType() == Histogram.HistogramType.STANDARD)
        .findFirst()
        .map(StatisticsTable::bins)
        .orElse(List.of());
  }

  private static List<Bin> bins(Histogram histogram) {
    double total =
        histogram.getBucketsList().stream().mapToDouble(Histogram.Bucket::getSampleCount).sum();
    return histogram.getBucketsList().stream()
        .filter(b -> Double.isFinite(b.getLowValue()) && Double.isFinite(b.getHighValue()))
        .map(
            b ->
                new Bin(
                    b.getLowValue(), b.getHighValue(), total == 0 ? 0 : b.getSampleCount() / total))
        .toList();
  }

  private static Values values(FeatureNameStatistics feature) {
    if (!feature.hasStringStats()) {
      CommonStatistics common = feature.getBytesStats().getCommonStats();
      return new Values(
          present(common),
          missing(common),
          feature.getBytesStats().getUnique(),
          "",
          0,
          feature.getBytesStats().getAvgNumBytes(),
          List.of());
    }
    StringStatistics s = feature.getStringStats();
    CommonStatistics common = s.getCommonStats();
    boolean hasTop = s.getTopValuesCount() > 0;
    return new Values(
        present(common),
        missing(common),
        s.getUnique(),
        hasTop ? s.getTopValues(0).getValue() : "",
        hasTop ? (long) s.getTopValues(0).getFrequency() : 0,
        s.getAvgLength(),
        s.getRankHistogram().getBucketsList().stream()
            .limit(MOST_VALUES)
            .map(b -> new Value(b.getLabel(), b.getSampleCount() / common.getTotNumValues()))
            .toList());
  }

  /// TFX writes an empty cell as an empty list, which counts as present: a row without a value is
  /// missing here.
  private static long empty(CommonStatistics s) {
    return s.getMaxNumValues() <= 1 ? Math.max(0, s.getNumNonMissing() - s.getTotNumValues()) : 0;
  }

  private static long present(CommonStatistics s) {
    return s.getNumNonMissing() - empty(s);
  }

  private static double missing(CommonStatistics s) {
    return share(s.getNumMissing() + empty(s), s.getNumMissing() + s.getNumNonMissing());
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
