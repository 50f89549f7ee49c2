package dev.pipewright.pipeline.component;

/// A kind of artifact, by the name that TFX gives it in ML Metadata.
///
/// @param name TFX's type name, as `Examples`
public record ArtifactType(String name) {

  /// tf.Examples in splits.
  public static final ArtifactType EXAMPLES = new ArtifactType("Examples");

  /// A DatasetFeatureStatisticsList a split.
  public static final ArtifactType EXAMPLE_STATISTICS = new ArtifactType("ExampleStatistics");

  /// A TFMD schema, as text.
  public static final ArtifactType SCHEMA = new ArtifactType("Schema");

  /// An Anomalies proto a split.
  public static final ArtifactType EXAMPLE_ANOMALIES = new ArtifactType("ExampleAnomalies");

  /// A transform_fn with the metadata of what it makes.
  public static final ArtifactType TRANSFORM_GRAPH = new ArtifactType("TransformGraph");

  /// What Transform's analyzers have seen, to be used again.
  public static final ArtifactType TRANSFORM_CACHE = new ArtifactType("TransformCache");

  /// A trained model.
  public static final ArtifactType MODEL = new ArtifactType("Model");

  /// Event files and checkpoints of a training.
  public static final ArtifactType MODEL_RUN = new ArtifactType("ModelRun");

  /// Metrics of a model by slice.
  public static final ArtifactType MODEL_EVALUATION = new ArtifactType("ModelEvaluation");

  /// Whether a model met its thresholds.
  public static final ArtifactType MODEL_BLESSING = new ArtifactType("ModelBlessing");

  /// Whether a model can be served.
  public static final ArtifactType INFRA_BLESSING = new ArtifactType("InfraBlessing");

  /// A model where the server finds it.
  public static final ArtifactType PUSHED_MODEL = new ArtifactType("PushedModel");

  /// The best hyperparameters that a Tuner found.
  public static final ArtifactType HYPER_PARAMETERS = new ArtifactType("HyperParameters");

  public ArtifactType {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an artifact type needs a name");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
