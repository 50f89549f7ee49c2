package dev.pipewright.datavalidation;

import dev.pipewright.datavalidation.anomalies.StatisticsValidation;
import dev.pipewright.datavalidation.schema.Controls;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ComponentSpec.Category;
import dev.pipewright.pipeline.component.ComponentSpec.Resources;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.pipeline.component.Progress;
import dev.pipewright.protos.tfmd.Anomalies;
import dev.pipewright.protos.tfmd.Schema;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// TFX's ExampleValidator: the statistics of each split held against a schema, and where the schema
/// has comparators against other statistics (which TFX's lacks, but TFDV has). Anomalies are told,
/// they do not fail the run; the artifact's property `blessed` says for each split whether it has
/// none (1) or some (0).
public final class ExampleValidator implements Component {

  private static final ComponentSpec SPEC =
      new ComponentSpec(
          "ExampleValidator",
          Category.VALIDATION,
          2,
          "Finds where the statistics of a split are not as the schema expects: missing features,"
              + " other types, unexpected values.",
          List.of(
              PortSpec.one("statistics", ArtifactType.EXAMPLE_STATISTICS, "The statistics."),
              PortSpec.one("schema", ArtifactType.SCHEMA, "What is expected of them."),
              PortSpec.optional(
                  "previous_statistics",
                  ArtifactType.EXAMPLE_STATISTICS,
                  "Of earlier data, for the schema's drift comparators."),
              PortSpec.optional(
                  "serving_statistics",
                  ArtifactType.EXAMPLE_STATISTICS,
                  "Of what a model is served, for the schema's skew comparators.")),
          List.of(
              PortSpec.one(
                  "anomalies", ArtifactType.EXAMPLE_ANOMALIES, "The anomalies of each split.")),
          List.of(
              SplitChoice.PARAMETER,
              ParameterSpec.optional(
                  "environment",
                  new ParameterType.Text(),
                  "The schema's environment that the data are of, as SERVING.")),
          Resources.LIGHT);

  /// The component.
  public ExampleValidator() {}

  @Override
  public ComponentSpec spec() {
    return SPEC;
  }

  @Override
  public Behavior behavior() {
    return (Executor) ExampleValidator::execute;
  }

  private static void execute(Execution execution) throws IOException {
    Artifact input = execution.input("statistics");
    StatisticsArtifact statistics = StatisticsArtifact.open(input);
    Schema schema = SchemaArtifact.open(execution.input("schema").uri()).schema();
    List<String> splits = SplitChoice.of(statistics.splitNames(), execution);
    String environment =
        execution.parameters().text("environment").filter(e -> !e.isEmpty()).orElse(null);
    BaselineSplits previous = BaselineSplits.of(execution, "previous_statistics");
    BaselineSplits serving = BaselineSplits.of(execution, "serving_statistics");
    Map<String, ParameterValue> blessed = new LinkedHashMap<>();
    for (String split : splits) {
      Controls controls = new Controls(previous.of(split), serving.of(split), null);
      Anomalies anomalies =
          StatisticsValidation.validate(
              statistics.allExamples(split), schema, environment, controls);
      AnomaliesArtifact.write(execution.output("anomalies"), split, anomalies);
      boolean isBlessed =
          anomalies.getAnomalyInfoCount() == 0 && !anomalies.hasDatasetAnomalyInfo();
      blessed.put(split, ParameterValue.of(isBlessed ? 1L : 0L));
      tell(split, anomalies, execution.progress());
    }
    SplitChoice.describe(execution, "anomalies", splits, input);
    execution.setProperty("anomalies", "blessed", ParameterValue.of(blessed));
  }

  private static void tell(String split, Anomalies anomalies, Progress progress) {
    if (anomalies.getDataMissing()) {
      progress.warn("split " + split + " has no examples");
    }
    if (anomalies.hasDatasetAnomalyInfo()) {
      progress.warn("split " + split + ": " + anomalies.getDatasetAnomalyInfo().getDescription());
    }
    new TreeMap<>(anomalies.getAnomalyInfoMap())
        .forEach(
            (feature, anomaly) ->
                progress.warn(
                    "split %s, feature %s: %s: %s"
                        .formatted(
                            split,
                            feature,
                            anomaly.getShortDescription(),
                            anomaly.getDescription())));
  }
}
