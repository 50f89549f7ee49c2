package dev.pipewright.app.components;

import dev.pipewright.app.text.Texts;
import dev.pipewright.canvas.PortType;
import dev.pipewright.pipeline.component.ArtifactType;
import java.util.Arrays;
import java.util.List;

/// How the types of artifacts look: both the shape and the colour tell them apart. Types that are
/// near relatives, as a model and its training, share a look.
public enum TypeLook {
  /// Rows of data.
  EXAMPLES("examples", "M6 .5A5.5 5.5 0 1 1 6 11.5A5.5 5.5 0 1 1 6 .5Z", ArtifactType.EXAMPLES),
  /// What is known of data.
  STATISTICS(
      "statistics",
      "M2.5 1H9.5A1.5 1.5 0 0 1 11 2.5V9.5A1.5 1.5 0 0 1 9.5 11H2.5A1.5 1.5 0 0 1 1 9.5V2.5A1.5 1.5"
          + " 0 0 1 2.5 1Z",
      ArtifactType.EXAMPLE_STATISTICS),
  /// What data should be like.
  SCHEMA("schema", "M6 0L12 6L6 12L0 6Z", ArtifactType.SCHEMA),
  /// Where data is not like that.
  ANOMALIES("anomalies", "M6 .5L12 11.5H0Z", ArtifactType.EXAMPLE_ANOMALIES),
  /// How features are made.
  TRANSFORM_GRAPH(
      "transform-graph",
      "M3 .8H9L12 6L9 11.2H3L0 6Z",
      ArtifactType.TRANSFORM_GRAPH,
      ArtifactType.TRANSFORM_CACHE),
  /// A model, or its training.
  MODEL("model", "M6 0L12 4.6L9.7 11.6H2.3L0 4.6Z", ArtifactType.MODEL, ArtifactType.MODEL_RUN),
  /// What a tuner found.
  HYPER_PARAMETERS(
      "hyper-parameters", "M4 0H8V4H12V8H8V12H4V8H0V4H4Z", ArtifactType.HYPER_PARAMETERS),
  /// How good a model is.
  EVALUATION("evaluation", "M1.5 .5H6A5.5 5.5 0 0 1 6 11.5H1.5Z", ArtifactType.MODEL_EVALUATION),
  /// Whether it is good enough.
  BLESSING(
      "blessing",
      "M6 -.6L8.1 3.9L12.6 6L8.1 8.1L6 12.6L3.9 8.1L-.6 6L3.9 3.9Z",
      ArtifactType.MODEL_BLESSING,
      ArtifactType.INFRA_BLESSING),
  /// A model in production.
  PUSHED_MODEL("pushed-model", "M.5 1H6.5L12 6L6.5 11H.5Z", ArtifactType.PUSHED_MODEL);

  private static final Texts TEXTS = Texts.of(TypeLook.class);
  private static final String CIRCLE = EXAMPLES.shape;

  private final String key;
  private final String shape;
  private final List<ArtifactType> types;

  TypeLook(String key, String shape, ArtifactType... types) {
    this.key = key;
    this.shape = shape;
    this.types = List.of(types);
  }

  /// The look of a type, as canvas wants it. A type that nobody knows is a grey circle.
  public static PortType of(ArtifactType type) {
    return Arrays.stream(values())
        .filter(look -> look.types.contains(type))
        .findFirst()
        .map(look -> new PortType(type.name(), look.styleClass(), look.shape))
        .orElseGet(() -> new PortType(type.name(), "type-unknown", CIRCLE));
  }

  /// All looks, for a legend.
  public static List<PortType> legend() {
    return Arrays.stream(values())
        .map(look -> new PortType(TEXTS.get("type." + look.key), look.styleClass(), look.shape))
        .toList();
  }

  private String styleClass() {
    return "type-" + key;
  }
}
