package dev.pipewright.transform;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ComponentSpec.Category;
import dev.pipewright.pipeline.component.ComponentSpec.Resources;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.PortSpec;
import java.util.List;

/// What Transform says of itself.
final class TransformSpec {

  static final String EXAMPLES = "examples";
  static final String SCHEMA = "schema";
  static final String TRANSFORM_GRAPH = "transform_graph";
  static final String TRANSFORMED_EXAMPLES = "transformed_examples";
  static final String PRE_TRANSFORM_SCHEMA = "pre_transform_schema";
  static final String PRE_TRANSFORM_STATS = "pre_transform_stats";
  static final String POST_TRANSFORM_SCHEMA = "post_transform_schema";
  static final String POST_TRANSFORM_STATS = "post_transform_stats";
  static final String POST_TRANSFORM_ANOMALIES = "post_transform_anomalies";

  static final String OUTPUTS = "outputs";
  static final String SPLITS_CONFIG = "splits_config";
  static final String DISABLE_STATISTICS = "disable_statistics";

  static final ComponentSpec SPEC =
      new ComponentSpec(
          "Transform",
          Category.FEATURES,
          1,
          "Makes features for training out of raw ones, by expressions with the functions of tf and"
              + " tft. What must be known of the whole data set, as a mean or a vocabulary, is"
              + " found out over the splits to analyze and kept in the graph, so that serving"
              + " transforms in the very same way.",
          List.of(
              PortSpec.one(EXAMPLES, ArtifactType.EXAMPLES, "The raw examples."),
              PortSpec.one(SCHEMA, ArtifactType.SCHEMA, "Their schema.")),
          outputs(),
          parameters(),
          Resources.TENSORFLOW);

  private TransformSpec() {}

  private static List<PortSpec> outputs() {
    return List.of(
        PortSpec.one(
            TRANSFORM_GRAPH, ArtifactType.TRANSFORM_GRAPH, "The transform, to be used again."),
        PortSpec.one(TRANSFORMED_EXAMPLES, ArtifactType.EXAMPLES, "The transformed examples."),
        PortSpec.one(PRE_TRANSFORM_SCHEMA, ArtifactType.SCHEMA, "The schema that was used."),
        PortSpec.one(
            PRE_TRANSFORM_STATS,
            ArtifactType.EXAMPLE_STATISTICS,
            "Statistics of the raw features that are used, over the analyzed splits."),
        PortSpec.one(
            POST_TRANSFORM_SCHEMA, ArtifactType.SCHEMA, "The schema of the transformed examples."),
        PortSpec.one(
            POST_TRANSFORM_STATS,
            ArtifactType.EXAMPLE_STATISTICS,
            "Statistics of the transformed examples, over all transformed splits."),
        PortSpec.one(
            POST_TRANSFORM_ANOMALIES,
            ArtifactType.EXAMPLE_ANOMALIES,
            "Where the transformed examples do not fit their schema."));
  }

  private static List<ParameterSpec> parameters() {
    ParameterType text = new ParameterType.Text();
    return List.of(
        ParameterSpec.required(
            OUTPUTS,
            new ParameterType.ListOf(
                new ParameterType.Struct(
                    List.of(
                        ParameterSpec.required("name", text, "The transformed feature's name."),
                        ParameterSpec.required(
                            "expression",
                            new ParameterType.Text(ParameterType.Text.Language.EXPRESSION),
                            "How it is made, as tft.scale_to_z_score(fill_missing(fare)).")))),
            "The transformed features. Raw features that none of them uses are left behind."),
        ParameterSpec.optional(
            SPLITS_CONFIG,
            new ParameterType.Struct(
                List.of(
                    ParameterSpec.withDefault(
                        "analyze",
                        new ParameterType.ListOf(text),
                        ParameterValue.of(List.of(ParameterValue.of("train"))),
                        "The splits that analyzers see."),
                    ParameterSpec.optional(
                        "transform",
                        new ParameterType.ListOf(text),
                        "The splits that are transformed; all when it is not set."))),
            "Which splits are analyzed and which are transformed."),
        ParameterSpec.withDefault(
            DISABLE_STATISTICS,
            new ParameterType.Bool(),
            ParameterValue.of(false),
            "Leaves out statistics, their schemas and anomalies."));
  }
}
