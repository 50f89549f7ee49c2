package dev.pipewright.datavalidation.schema;

import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import dev.pipewright.protos.tfmd.CustomStatistic;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.RankHistogram;
import java.util.ArrayList;
import java.util.List;

/// Whether the parts of sparse and weighted features fit together: TFDV's
/// `Schema::UpdateSparseFeature` and `UpdateWeightedFeature`.
public final class CompositeCheck {

  private CompositeCheck() {}

  /// What deviates in a sparse feature.
  public static List<Deviation> sparse(FeatureNameStatistics statistics) {
    List<Deviation> deviations = new ArrayList<>();
    for (CustomStatistic statistic : statistics.getCustomStatsList()) {
      switch (statistic.getName()) {
        case "missing_value" -> {
          if (statistic.getNum() != 0) {
            deviations.add(
                new Deviation(
                    Type.SPARSE_FEATURE_MISSING_VALUE,
                    "Missing value feature",
                    "Found %s examples missing value feature"
                        .formatted(Decimals.sixDigits(statistic.getNum()))));
          }
        }
        case "missing_index" -> missingIndices(statistic.getRankHistogram(), deviations);
        case "max_length_diff", "min_length_diff" -> lengths(statistic, deviations);
        default -> {}
      }
    }
    return deviations;
  }

  private static void missingIndices(RankHistogram histogram, List<Deviation> deviations) {
    for (RankHistogram.Bucket bucket : histogram.getBucketsList()) {
      if (bucket.getSampleCount() != 0) {
        deviations.add(
            new Deviation(
                Type.SPARSE_FEATURE_MISSING_INDEX,
                "Missing index feature",
                "Found %d examples missing index feature: %s"
                    .formatted((long) bucket.getSampleCount(), bucket.getLabel())));
      }
    }
  }

  private static void lengths(CustomStatistic statistic, List<Deviation> deviations) {
    for (RankHistogram.Bucket bucket : statistic.getRankHistogram().getBucketsList()) {
      if (bucket.getSampleCount() != 0) {
        deviations.add(
            new Deviation(
                Type.SPARSE_FEATURE_LENGTH_MISMATCH,
                "Length mismatch between value and index feature",
                "Mismatch between index feature: %s and value column, with %s = %d"
                    .formatted(
                        bucket.getLabel(), statistic.getName(), (long) bucket.getSampleCount())));
      }
    }
  }

  /// What deviates in a weighted feature.
  public static List<Deviation> weighted(FeatureNameStatistics statistics) {
    List<Deviation> deviations = new ArrayList<>();
    long least = 0;
    long most = 0;
    for (CustomStatistic statistic : statistics.getCustomStatsList()) {
      switch (statistic.getName()) {
        case "missing_value" ->
            missing(statistic, Type.WEIGHTED_FEATURE_MISSING_VALUE, "value", deviations);
        case "missing_weight" ->
            missing(statistic, Type.WEIGHTED_FEATURE_MISSING_WEIGHT, "weight", deviations);
        case "min_weight_length_diff" -> least = (long) statistic.getNum();
        case "max_weight_length_diff" -> most = (long) statistic.getNum();
        default -> {}
      }
    }
    if (least != 0 || most != 0) {
      deviations.add(
          new Deviation(
              Type.WEIGHTED_FEATURE_LENGTH_MISMATCH,
              "Length mismatch between value and weight feature",
              ("Mismatch between weight and value feature with min_weight_length_diff = %d and"
                      + " max_weight_length_diff = %d.")
                  .formatted(least, most)));
    }
    return deviations;
  }

  private static void missing(
      CustomStatistic statistic, Type type, String part, List<Deviation> deviations) {
    if (statistic.getNum() != 0) {
      deviations.add(
          new Deviation(
              type,
              "Missing " + part + " feature",
              "Found %s examples missing %s feature."
                  .formatted(Decimals.sixDigits(statistic.getNum()), part)));
    }
  }
}
