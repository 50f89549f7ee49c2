package dev.pipewright.modelanalysis;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ComponentSpec.Category;
import dev.pipewright.pipeline.component.ComponentSpec.Resources;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.ParameterType.ListOf;
import dev.pipewright.pipeline.component.ParameterType.Struct;
import dev.pipewright.pipeline.component.ParameterType.Text;
import dev.pipewright.pipeline.component.PortSpec;
import java.util.List;

/// What the Evaluator says of itself. `eval_config` has the fields of TFMA's EvalConfig that are
/// supported, by the names of its proto.
final class EvaluatorSpec {

  static final String EXAMPLES = "examples";
  static final String MODEL = "model";
  static final String BASELINE_MODEL = "baseline_model";
  static final String SCHEMA = "schema";
  static final String EVALUATION = "evaluation";
  static final String BLESSING = "blessing";
  static final String EVAL_CONFIG = "eval_config";
  static final String EXAMPLE_SPLITS = "example_splits";

  /// Changes whenever the same inputs would give other results.
  private static final int VERSION = 1;

  private static final ParameterType NUMBER =
      new ParameterType.Real(-Double.MAX_VALUE, Double.MAX_VALUE);

  private EvaluatorSpec() {}

  static ComponentSpec spec() {
    return new ComponentSpec(
        "Evaluator",
        Category.EVALUATION,
        VERSION,
        "Measures a model over all examples and by slices, holds the metrics against thresholds"
            + " and a baseline model, and blesses the model that meets them.",
        inputs(),
        List.of(
            PortSpec.one(
                EVALUATION, ArtifactType.MODEL_EVALUATION, "Metrics by slice, as TFMA's files."),
            PortSpec.one(
                BLESSING,
                ArtifactType.MODEL_BLESSING,
                "Whether the model met all thresholds; empty where there are none.")),
        parameters(),
        Resources.TENSORFLOW);
  }

  private static List<PortSpec> inputs() {
    return List.of(
        PortSpec.one(EXAMPLES, ArtifactType.EXAMPLES, "The raw examples to evaluate on."),
        PortSpec.one(MODEL, ArtifactType.MODEL, "The model to evaluate."),
        PortSpec.optional(
            BASELINE_MODEL,
            ArtifactType.MODEL,
            "The model to compare with, usually the latest blessed one. Without it, thresholds of"
                + " change are left out."),
        PortSpec.optional(
            SCHEMA,
            ArtifactType.SCHEMA,
            "The examples' schema: slicing features are looked up in it."));
  }

  private static List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.required(EVAL_CONFIG, evalConfig(), "What to evaluate: TFMA's EvalConfig."),
        ParameterSpec.withDefault(
            EXAMPLE_SPLITS,
            new ListOf(new Text()),
            ParameterValue.of(List.of(ParameterValue.of("eval"))),
            "The splits of the examples to evaluate on."));
  }

  private static Struct evalConfig() {
    return new Struct(
        List.of(
            ParameterSpec.required(
                "model_specs",
                new ListOf(modelSpec()),
                "Which signature, label and weight the model has; one entry."),
            ParameterSpec.optional(
                "slicing_specs",
                new ListOf(slicingSpec()),
                "Which slices to measure; {} is all examples, which is also the default."),
            ParameterSpec.required(
                "metrics_specs", new ListOf(metricsSpec()), "Metrics and their thresholds."),
            ParameterSpec.optional("options", options(), "Settings of the whole evaluation.")));
  }

  private static Struct modelSpec() {
    return new Struct(
        List.of(
            text("name", "The model's name, where there are two specs."),
            text("signature_name", "The signature that predicts; serving_default if not set."),
            ParameterSpec.required("label_key", new Text(), "The feature that holds what is true."),
            ParameterSpec.optional(
                "preprocessing_function_names",
                new ListOf(new Text()),
                "Signatures that make transformed features, as transform_features: needed where"
                    + " the label is one."),
            text("prediction_key", "The output that is the prediction, where there are several."),
            text("example_weight_key", "The feature that says how much an example counts."),
            ParameterSpec.optional(
                "is_baseline",
                new ParameterType.Bool(),
                "Whether this is the baseline's spec, where there are two.")));
  }

  private static Struct slicingSpec() {
    return new Struct(
        List.of(
            ParameterSpec.optional(
                "feature_keys",
                new ListOf(new Text()),
                "A slice for each combination of these features' values."),
            ParameterSpec.optional(
                "feature_values",
                new ParameterType.MapOf(new Text()),
                "Only examples that have these values of these features.")));
  }

  private static Struct metricsSpec() {
    return new Struct(
        List.of(
            ParameterSpec.required("metrics", new ListOf(metricConfig()), "The metrics."),
            ParameterSpec.optional(
                "model_names",
                new ListOf(new Text()),
                "The models to measure, where there are two; both if not set."),
            ParameterSpec.optional(
                "example_weights",
                new Struct(
                    List.of(
                        ParameterSpec.optional(
                            "weighted", new ParameterType.Bool(), "Measure with weights."),
                        ParameterSpec.optional(
                            "unweighted", new ParameterType.Bool(), "Measure without weights."))),
                "Whether examples count by their weights; by default they do where there are"
                    + " any.")));
  }

  private static Struct metricConfig() {
    return new Struct(
        List.of(
            ParameterSpec.required(
                "class_name", new Text(), "TFMA's or Keras's name of the metric, as AUC."),
            text("config", "The metric's settings as JSON text, as \"num_thresholds\": 200."),
            ParameterSpec.optional("threshold", threshold(), "Bounds in every slice."),
            ParameterSpec.optional(
                "per_slice_thresholds",
                new ListOf(
                    new Struct(
                        List.of(
                            ParameterSpec.required(
                                "slicing_specs", new ListOf(slicingSpec()), "Which slices."),
                            ParameterSpec.required("threshold", threshold(), "Bounds in these.")))),
                "Bounds in some slices.")));
  }

  private static Struct threshold() {
    Struct value =
        new Struct(
            List.of(
                ParameterSpec.optional("lower_bound", NUMBER, "The least value."),
                ParameterSpec.optional("upper_bound", NUMBER, "The greatest value.")));
    Struct change =
        new Struct(
            List.of(
                ParameterSpec.required(
                    "direction",
                    new ParameterType.Choice(List.of("HIGHER_IS_BETTER", "LOWER_IS_BETTER")),
                    "Which way the metric gets better."),
                ParameterSpec.optional(
                    "absolute", NUMBER, "The least change (for lower is better, the greatest)."),
                ParameterSpec.optional(
                    "relative", NUMBER, "The same, as a part of the baseline's value.")));
    return new Struct(
        List.of(
            ParameterSpec.optional("value_threshold", value, "Bounds of the value."),
            ParameterSpec.optional(
                "change_threshold", change, "A bound of the change against the baseline model.")));
  }

  private static Struct options() {
    return new Struct(
        List.of(
            ParameterSpec.optional(
                    "min_slice_size",
                    new ParameterType.Int(1, Integer.MAX_VALUE),
                    "Slices with fewer examples have no metrics, but an error.")
                .in("examples")));
  }

  private static ParameterSpec text(String name, String doc) {
    return ParameterSpec.optional(name, new Text(), doc);
  }
}
