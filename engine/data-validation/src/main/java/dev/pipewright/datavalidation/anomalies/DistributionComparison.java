package dev.pipewright.datavalidation.anomalies;

import dev.pipewright.datavalidation.schema.Controls;
import dev.pipewright.datavalidation.schema.Deviation;
import dev.pipewright.datavalidation.schema.SchemaInference;
import dev.pipewright.datavalidation.schema.SchemaInference.Shapes;
import dev.pipewright.protos.tfmd.Anomalies;
import dev.pipewright.protos.tfmd.Anomalies.AnomalyNameFormat;
import dev.pipewright.protos.tfmd.AnomalyInfo;
import dev.pipewright.protos.tfmd.AnomalyInfo.Reason;
import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.DriftSkewInfo;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FeatureComparator;
import dev.pipewright.protos.tfmd.NumericValueComparator;
import dev.pipewright.protos.tfmd.Path;
import dev.pipewright.protos.tfmd.Schema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Statistics compared with those of a baseline, and nothing else: what TFX's DistributionValidator
/// makes of TFDV's `validate_statistics`.
///
/// @param features how far features may be from the baseline, by their paths
/// @param numExamples how many examples there may be, in those of the baseline
public record DistributionComparison(
    Map<Path, FeatureComparator> features, NumericValueComparator numExamples) {

  // TFX's list lacks COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH, so that it never tells that.
  private static final Set<Type> COMPARISONS =
      EnumSet.of(
          Type.COMPARATOR_CONTROL_DATA_MISSING,
          Type.COMPARATOR_TREATMENT_DATA_MISSING,
          Type.COMPARATOR_L_INFTY_HIGH,
          Type.COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH,
          Type.COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH,
          Type.COMPARATOR_LOW_NUM_EXAMPLES,
          Type.COMPARATOR_HIGH_NUM_EXAMPLES);

  private static final Reason NOT_COMPARED =
      Reason.newBuilder()
          .setType(Type.STATS_NOT_AVAILABLE)
          .setShortDescription("Comparison could not be done.")
          .setDescription(
              "Validation could not be done, which could be due to missing data, use of a comparator"
                  + " that is not suitable for the feature type, or some other reason.")
          .build();

  public DistributionComparison {
    features = new LinkedHashMap<>(features);
  }

  /// The anomalies; their baseline is the schema of the baseline, with the comparators.
  public Anomalies compare(DatasetFeatureStatistics statistics, DatasetFeatureStatistics baseline) {
    Schema.Builder schema = SchemaInference.infer(baseline, Shapes.INFERRED).toBuilder();
    for (Feature.Builder feature : schema.getFeatureBuilderList()) {
      FeatureComparator comparator =
          features.get(Path.newBuilder().addStep(feature.getName()).build());
      if (comparator != null) {
        feature.setDriftComparator(comparator);
      }
    }
    if (!numExamples.equals(NumericValueComparator.getDefaultInstance())) {
      schema.getDatasetConstraintsBuilder().setNumExamplesDriftComparator(numExamples);
    }
    Anomalies all =
        StatisticsValidation.validate(
            statistics, schema.build(), null, new Controls(baseline, null, null));
    return withNotCompared(onlyComparisons(all));
  }

  private static Anomalies.Builder onlyComparisons(Anomalies all) {
    Anomalies.Builder some = all.toBuilder().clearAnomalyInfo().clearDataMissing();
    new TreeMap<>(all.getAnomalyInfoMap())
        .forEach(
            (name, info) -> {
              AnomalyInfo kept = onlyComparisons(info);
              if (kept.getReasonCount() > 0) {
                some.putAnomalyInfo(name, kept);
              }
            });
    AnomalyInfo ofDataset = onlyComparisons(all.getDatasetAnomalyInfo());
    return ofDataset.getReasonCount() > 0
        ? some.setDatasetAnomalyInfo(ofDataset)
        : some.clearDatasetAnomalyInfo();
  }

  private static AnomalyInfo onlyComparisons(AnomalyInfo info) {
    return withReasons(
        info,
        info.getReasonList().stream().filter(r -> COMPARISONS.contains(r.getType())).toList());
  }

  // TFX leaves the anomaly's own texts empty; here they are those of the reasons left.
  private static AnomalyInfo withReasons(AnomalyInfo info, List<Reason> reasons) {
    List<Deviation> deviations =
        reasons.stream()
            .map(r -> new Deviation(r.getType(), r.getShortDescription(), r.getDescription()))
            .toList();
    return deviations.isEmpty()
        ? info.toBuilder().clearReason().build()
        : withPathOf(info, AnomalyTexts.info(deviations));
  }

  // The anomaly of the data set has none.
  private static AnomalyInfo withPathOf(AnomalyInfo info, AnomalyInfo.Builder made) {
    return info.hasPath() ? made.setPath(info.getPath()).build() : made.build();
  }

  private Anomalies withNotCompared(Anomalies.Builder anomalies) {
    Set<Path> compared =
        anomalies.getDriftSkewInfoList().stream()
            .map(DriftSkewInfo::getPath)
            .collect(Collectors.toSet());
    for (Path path : features.keySet()) {
      if (!compared.contains(path)) {
        String name = String.join(".", path.getStepList());
        AnomalyInfo before =
            anomalies.getAnomalyInfoOrDefault(name, AnomalyInfo.getDefaultInstance());
        List<Reason> reasons = new ArrayList<>(before.getReasonList());
        reasons.add(NOT_COMPARED);
        anomalies.putAnomalyInfo(
            name, withReasons(before.toBuilder().setPath(path).build(), reasons));
      }
    }
    return anomalies.setAnomalyNameFormat(AnomalyNameFormat.SERIALIZED_PATH).build();
  }
}
