package dev.pipewright.datavalidation.anomalies;

import dev.pipewright.datavalidation.schema.CompositeCheck;
import dev.pipewright.datavalidation.schema.Controls;
import dev.pipewright.datavalidation.schema.Deviation;
import dev.pipewright.datavalidation.schema.FeatureRevision;
import dev.pipewright.datavalidation.schema.FeatureView;
import dev.pipewright.datavalidation.schema.Lifecycle;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.protos.tfmd.Anomalies;
import dev.pipewright.protos.tfmd.Anomalies.AnomalyNameFormat;
import dev.pipewright.protos.tfmd.AnomalyInfo;
import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.DriftSkewInfo;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.FeatureNameStatistics.StatsCase;
import dev.pipewright.protos.tfmd.Path;
import dev.pipewright.protos.tfmd.Schema;
import dev.pipewright.protos.tfmd.SparseFeature;
import dev.pipewright.protos.tfmd.WeightedFeature;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Statistics held against a schema, and against other statistics where the schema has comparators:
/// TFDV's `validate_statistics`.
public final class StatisticsValidation {

  private static final Deviation NEW_COLUMN =
      new Deviation(
          Type.SCHEMA_NEW_COLUMN, "New column", "New column (column in data but not in schema)");
  private static final Deviation MISSING_COLUMN =
      new Deviation(Type.SCHEMA_MISSING_COLUMN, "Column dropped", "Column is completely missing");

  private static final Deviation WEIGHTED_COLLISION =
      new Deviation(
          Type.WEIGHTED_FEATURE_NAME_COLLISION,
          "Weighted feature name collision",
          "Weighted feature name collision.");
  private static final Deviation SPARSE_COLLISION =
      new Deviation(
          Type.SPARSE_FEATURE_NAME_COLLISION,
          "Sparse feature name collision",
          "Sparse feature name collision.");

  private StatisticsValidation() {}

  /// The anomalies, with the schema as their baseline.
  ///
  /// @param environment one of the schema's default environments, or null for none
  /// @throws ParameterException when the schema does not have the environment
  /// @throws dev.pipewright.pipeline.DataException for nested features
  public static Anomalies validate(
      DatasetFeatureStatistics statistics, Schema schema, @Nullable String environment) {
    return validate(statistics, schema, environment, Controls.NONE);
  }

  /// The same, compared with other statistics.
  public static Anomalies validate(
      DatasetFeatureStatistics statistics,
      Schema schema,
      @Nullable String environment,
      Controls controls) {
    if (environment != null && !schema.getDefaultEnvironmentList().contains(environment)) {
      throw new ParameterException(
          "The schema has no default environment " + environment + ".",
          Location.subject("environment"),
          "Name one of " + schema.getDefaultEnvironmentList() + ".");
    }
    Anomalies.Builder anomalies = Anomalies.newBuilder().setBaseline(schema);
    if (statistics.getNumExamples() == 0) {
      return anomalies.setDataMissing(true).build();
    }
    anomalies.setAnomalyNameFormat(AnomalyNameFormat.SERIALIZED_PATH);
    Set<String> present = new HashSet<>();
    Map<String, Feature> features = features(schema);
    SortedMap<String, DriftSkewInfo> measured = new TreeMap<>(FeatureView.BY_BYTES);
    for (FeatureView view : FeatureView.of(statistics)) {
      present.add(view.name());
      Optional<List<Deviation>> composite = composite(view.statistics(), schema);
      if (composite.isPresent()) {
        add(view.name(), composite.get(), anomalies);
        continue;
      }
      Feature feature = features.get(view.name());
      if (feature == null) {
        add(view.name(), List.of(NEW_COLUMN), anomalies);
      } else if (!Lifecycle.isDeprecated(feature)) {
        var revision = FeatureRevision.of(view, feature, schema, environment, controls);
        add(view.name(), revision.deviations(), anomalies);
        if (revision.measured().hasPath()) {
          measured.put(view.name(), revision.measured());
        }
      }
    }
    anomalies.addAllDriftSkewInfo(measured.values());
    for (FeatureNameStatistics other : withoutValues(statistics)) {
      composite(other, schema)
          .ifPresent(deviations -> add(other.getPath().getStep(0), deviations, anomalies));
    }
    for (String required : Lifecycle.requiredFeatures(schema, environment)) {
      if (!present.contains(required)) {
        add(required, List.of(MISSING_COLUMN), anomalies);
      }
    }
    List<Deviation> ofDataset = DatasetCheck.deviations(statistics, schema, controls);
    if (!ofDataset.isEmpty()) {
      anomalies.setDatasetAnomalyInfo(AnomalyTexts.info(ofDataset));
    }
    return anomalies.build();
  }

  private static Map<String, Feature> features(Schema schema) {
    Map<String, Feature> features = new HashMap<>();
    schema.getFeatureList().forEach(f -> features.putIfAbsent(f.getName(), f));
    return features;
  }

  /// Statistics that say nothing of values, but something else: those of sparse and weighted
  /// features.
  private static List<FeatureNameStatistics> withoutValues(DatasetFeatureStatistics statistics) {
    return statistics.getFeaturesList().stream()
        .filter(f -> f.getStatsCase() == StatsCase.STATS_NOT_SET)
        .filter(f -> f.getPath().getStepCount() == 1 && f.getCustomStatsCount() > 0)
        .toList();
  }

  /// What deviates in a sparse or weighted feature of the schema; empty where it has none of the
  /// name.
  private static Optional<List<Deviation>> composite(
      FeatureNameStatistics statistics, Schema schema) {
    String name = statistics.getPath().getStepCount() == 1 ? statistics.getPath().getStep(0) : "";
    boolean isFeature =
        schema.getFeatureList().stream()
            .anyMatch(f -> f.getName().equals(name) && !Lifecycle.isDeprecated(f));
    Optional<SparseFeature> sparse =
        schema.getSparseFeatureList().stream().filter(f -> f.getName().equals(name)).findFirst();
    Optional<WeightedFeature> weighted =
        schema.getWeightedFeatureList().stream().filter(f -> f.getName().equals(name)).findFirst();
    if (weighted.isPresent()) {
      boolean isTwice = isFeature || sparse.isPresent();
      boolean isDeprecated = Lifecycle.isDeprecated(weighted.get().getLifecycleStage());
      return Optional.of(
          isTwice && !isDeprecated
              ? List.of(WEIGHTED_COLLISION)
              : CompositeCheck.weighted(statistics));
    }
    return sparse
        .filter(f -> !Lifecycle.isDeprecated(f.getLifecycleStage()))
        .map(_ -> isFeature ? List.of(SPARSE_COLLISION) : CompositeCheck.sparse(statistics));
  }

  private static void add(String name, List<Deviation> deviations, Anomalies.Builder anomalies) {
    if (!deviations.isEmpty()) {
      AnomalyInfo.Builder info = AnomalyTexts.info(deviations);
      info.setPath(Path.newBuilder().addStep(name));
      anomalies.putAnomalyInfo(FeatureView.serializedPath(name), info.build());
    }
  }
}
