package dev.pipewright.datavalidation.anomalies;

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
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.Path;
import dev.pipewright.protos.tfmd.Schema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Statistics held against a schema: TFDV's `validate_statistics`, without earlier or serving
/// statistics to compare with.
public final class StatisticsValidation {

  private static final Deviation NEW_COLUMN =
      new Deviation(
          Type.SCHEMA_NEW_COLUMN, "New column", "New column (column in data but not in schema)");
  private static final Deviation MISSING_COLUMN =
      new Deviation(Type.SCHEMA_MISSING_COLUMN, "Column dropped", "Column is completely missing");

  private StatisticsValidation() {}

  /// The anomalies, with the schema as their baseline.
  ///
  /// @param environment one of the schema's default environments, or null for none
  /// @throws ParameterException when the schema does not have the environment
  /// @throws dev.pipewright.pipeline.DataException for nested features
  public static Anomalies validate(
      DatasetFeatureStatistics statistics, Schema schema, @Nullable String environment) {
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
    for (FeatureView view : FeatureView.of(statistics)) {
      present.add(view.name());
      add(view.name(), deviations(view, features.get(view.name()), schema, environment), anomalies);
    }
    for (String required : Lifecycle.requiredFeatures(schema, environment)) {
      if (!present.contains(required)) {
        add(required, List.of(MISSING_COLUMN), anomalies);
      }
    }
    List<Deviation> ofDataset = DatasetCheck.deviations(statistics.getNumExamples(), schema);
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

  private static List<Deviation> deviations(
      FeatureView view, @Nullable Feature feature, Schema schema, @Nullable String environment) {
    if (feature == null) {
      return List.of(NEW_COLUMN);
    }
    return Lifecycle.isDeprecated(feature)
        ? List.of()
        : FeatureRevision.of(view, feature, schema, environment).deviations();
  }

  private static void add(String name, List<Deviation> deviations, Anomalies.Builder anomalies) {
    if (!deviations.isEmpty()) {
      AnomalyInfo.Builder info = AnomalyTexts.info(deviations);
      info.setPath(Path.newBuilder().addStep(name));
      anomalies.putAnomalyInfo(FeatureView.serializedPath(name), info.build());
    }
  }
}
