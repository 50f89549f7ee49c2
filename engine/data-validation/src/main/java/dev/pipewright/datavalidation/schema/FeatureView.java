package dev.pipewright.datavalidation.schema;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.protos.tfmd.CommonStatistics;
import dev.pipewright.protos.tfmd.CustomStatistic;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.FeatureNameStatistics.StatsCase;
import dev.pipewright.protos.tfmd.FeatureType;
import dev.pipewright.protos.tfmd.Histogram;
import dev.pipewright.protos.tfmd.Histogram.HistogramType;
import dev.pipewright.protos.tfmd.RankHistogram;
import dev.pipewright.protos.tfmd.StringStatistics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The statistics of one feature, as the checks ask for them: TFDV's `FeatureStatsView`.
///
/// @param statistics the feature's statistics, with some of `stats` set
/// @param numExamples how many examples the data set has, or what they weigh
/// @param measure whether counts or weights are looked at
public record FeatureView(FeatureNameStatistics statistics, double numExamples, Measure measure) {

  /// What of statistics is looked at: TFDV looks at weights where all features have them.
  public enum Measure {
    /// How many examples and values there are.
    COUNT,
    /// What they weigh.
    WEIGHT;

    /// What TFDV looks at in these statistics.
    public static Measure of(DatasetFeatureStatistics dataset) {
      boolean isWeighted =
          dataset.getWeightedNumExamples() != 0
              && dataset.getFeaturesList().stream()
                  .filter(f -> f.getStatsCase() != StatsCase.STATS_NOT_SET)
                  .allMatch(f -> common(f).hasWeightedCommonStats());
      return isWeighted ? WEIGHT : COUNT;
    }

    /// How many examples there are, or what they weigh.
    public double examples(DatasetFeatureStatistics dataset) {
      return this == WEIGHT ? dataset.getWeightedNumExamples() : dataset.getNumExamples();
    }
  }

  private static final Pattern STANDARD_STEP = Pattern.compile("\\([^()]*\\)|[^().']+");

  /// The order of C++ strings: by bytes of UTF-8.
  public static final Comparator<String> BY_BYTES =
      Comparator.comparing(s -> s.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  /// The features of a data set, in its order; those without statistics are left out.
  ///
  /// @throws DataException for a nested feature
  public static List<FeatureView> of(DatasetFeatureStatistics dataset) {
    return of(dataset, Measure.of(dataset));
  }

  /// The same, looked at by counts or by weights.
  public static List<FeatureView> of(DatasetFeatureStatistics dataset, Measure measure) {
    return dataset.getFeaturesList().stream()
        .filter(f -> f.getStatsCase() != StatsCase.STATS_NOT_SET)
        .map(f -> new FeatureView(f, measure.examples(dataset), measure))
        .toList();
  }

  /// A feature by its counts.
  public FeatureView(FeatureNameStatistics statistics, long numExamples) {
    this(statistics, numExamples, Measure.COUNT);
  }

  public FeatureView {
    if (statistics.getPath().getStepCount() > 1
        || statistics.getStatsCase() == StatsCase.STRUCT_STATS) {
      throw new DataException(
          "Nested features cannot be checked.",
          Location.subject("feature " + String.join(".", statistics.getPath().getStepList())),
          "Use statistics of examples without feature lists.");
    }
  }

  /// The feature's name.
  public String name() {
    return statistics.hasPath() && statistics.getPath().getStepCount() == 1
        ? statistics.getPath().getStep(0)
        : statistics.getName();
  }

  /// The text of a path of this one step, which names an anomaly: TFDV's `Path::Serialize`.
  public static String serializedPath(String step) {
    return STANDARD_STEP.matcher(step).matches() ? step : "'" + step.replace("'", "''") + "'";
  }

  FeatureNameStatistics.Type type() {
    return statistics.getType();
  }

  FeatureType featureType() {
    return switch (type()) {
      case BYTES, STRING -> FeatureType.BYTES;
      case INT -> FeatureType.INT;
      case FLOAT -> FeatureType.FLOAT;
      case STRUCT -> FeatureType.STRUCT;
      case UNRECOGNIZED -> FeatureType.TYPE_UNKNOWN;
    };
  }

  CommonStatistics common() {
    return common(statistics);
  }

  private static CommonStatistics common(FeatureNameStatistics statistics) {
    return switch (statistics.getStatsCase()) {
      case NUM_STATS -> statistics.getNumStats().getCommonStats();
      case STRING_STATS -> statistics.getStringStats().getCommonStats();
      case BYTES_STATS -> statistics.getBytesStats().getCommonStats();
      case STRUCT_STATS -> statistics.getStructStats().getCommonStats();
      case STATS_NOT_SET -> CommonStatistics.getDefaultInstance();
    };
  }

  double numPresent() {
    return measure == Measure.WEIGHT
        ? common().getWeightedCommonStats().getNumNonMissing()
        : common().getNumNonMissing();
  }

  double numMissing() {
    return measure == Measure.WEIGHT
        ? common().getWeightedCommonStats().getNumMissing()
        : common().getNumMissing();
  }

  double fractionPresent() {
    return numMissing() == 0 ? 1 : numPresent() / numExamples;
  }

  int minValues() {
    return Math.max((int) common().getMinNumValues(), 0);
  }

  int maxValues() {
    return (int) common().getMaxNumValues();
  }

  double totalValues() {
    CommonStatistics common = common();
    if (measure == Measure.WEIGHT) {
      return common.getWeightedCommonStats().getTotNumValues();
    }
    return common.getTotNumValues() == 0
        ? common.getNumNonMissing() * common.getAvgNumValues()
        : common.getTotNumValues();
  }

  boolean hasInvalidUtf8() {
    return statistics.getStringStats().getInvalidUtf8Count() > 0;
  }

  /// The values that the rank histogram names, with their counts, in byte order.
  SortedMap<String, Double> strings() {
    SortedMap<String, Double> counts = new TreeMap<>(BY_BYTES);
    StringStatistics strings = statistics.getStringStats();
    RankHistogram ranks =
        measure == Measure.WEIGHT
            ? strings.getWeightedStringStats().getRankHistogram()
            : strings.getRankHistogram();
    for (RankHistogram.Bucket bucket : ranks.getBucketsList()) {
      counts.putIfAbsent(bucket.getLabel(), bucket.getSampleCount());
    }
    return counts;
  }

  /// The numbers' histogram of a type.
  Optional<Histogram> histogram(HistogramType type) {
    var numbers = statistics.getNumStats();
    List<Histogram> histograms =
        measure == Measure.WEIGHT
            ? numbers.getWeightedNumericStats().getHistogramsList()
            : numbers.getHistogramsList();
    return histograms.stream().filter(h -> h.getType() == type).findFirst();
  }

  /// The custom statistic of this name.
  Optional<CustomStatistic> custom(String name) {
    return statistics.getCustomStatsList().stream()
        .filter(c -> c.getName().equals(name))
        .findFirst();
  }
}
