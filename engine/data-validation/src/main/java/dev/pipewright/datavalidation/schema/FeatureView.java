package dev.pipewright.datavalidation.schema;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.protos.tfmd.CommonStatistics;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.FeatureNameStatistics.StatsCase;
import dev.pipewright.protos.tfmd.FeatureType;
import dev.pipewright.protos.tfmd.RankHistogram;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The statistics of one feature, as the checks ask for them: TFDV's `FeatureStatsView`.
///
/// @param statistics the feature's statistics, with some of `stats` set
/// @param numExamples how many examples the data set has
public record FeatureView(FeatureNameStatistics statistics, long numExamples) {

  private static final Pattern STANDARD_STEP = Pattern.compile("\\([^()]*\\)|[^().']+");

  /// The order of C++ strings: by bytes of UTF-8.
  static final Comparator<String> BY_BYTES =
      Comparator.comparing(s -> s.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  /// The features of a data set, in its order; those without statistics are left out.
  ///
  /// @throws DataException for a nested feature
  public static List<FeatureView> of(DatasetFeatureStatistics dataset) {
    return dataset.getFeaturesList().stream()
        .filter(f -> f.getStatsCase() != StatsCase.STATS_NOT_SET)
        .map(f -> new FeatureView(f, dataset.getNumExamples()))
        .toList();
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
    return switch (statistics.getStatsCase()) {
      case NUM_STATS -> statistics.getNumStats().getCommonStats();
      case STRING_STATS -> statistics.getStringStats().getCommonStats();
      case BYTES_STATS -> statistics.getBytesStats().getCommonStats();
      case STRUCT_STATS -> statistics.getStructStats().getCommonStats();
      case STATS_NOT_SET -> CommonStatistics.getDefaultInstance();
    };
  }

  double numPresent() {
    return common().getNumNonMissing();
  }

  double numMissing() {
    return common().getNumMissing();
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
    for (RankHistogram.Bucket bucket :
        statistics.getStringStats().getRankHistogram().getBucketsList()) {
      counts.putIfAbsent(bucket.getLabel(), bucket.getSampleCount());
    }
    return counts;
  }
}
