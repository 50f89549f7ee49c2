package dev.pipewright.runner;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.pipeline.component.Resolution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// TFX's Resolver with its strategies for models (`tfx.dsl.experimental`,
/// `LatestBlessedModelStrategy` and `LatestArtifactStrategy`).
public final class ResolverComponent implements Component {

  private static final String MODEL = "model";
  private static final String BLESSING = "model_blessing";
  private static final String LATEST_BLESSED = "latest_blessed_model";
  private static final String LATEST = "latest_artifact";

  private static final ComponentSpec SPEC =
      new ComponentSpec(
          "Resolver",
          ComponentSpec.Category.TRAINING,
          1,
          "Finds a model that an earlier run made, as a baseline for the Evaluator. In a first run"
              + " there is none, and inputs linked to it stay empty.",
          List.of(),
          List.of(
              PortSpec.one(MODEL, ArtifactType.MODEL, "The model that was found."),
              PortSpec.one(BLESSING, ArtifactType.MODEL_BLESSING, "Its blessing.")),
          List.of(
              ParameterSpec.withDefault(
                  "strategy",
                  new ParameterType.Choice(List.of(LATEST_BLESSED, LATEST)),
                  ParameterValue.of(LATEST_BLESSED),
                  "Which model to find: the newest that was blessed, or the newest of all.")),
          ComponentSpec.Resources.LIGHT);

  /// For the service loader.
  public ResolverComponent() {}

  @Override
  public ComponentSpec spec() {
    return SPEC;
  }

  @Override
  public Behavior behavior() {
    return (Resolution) ResolverComponent::resolve;
  }

  private static Map<String, List<Artifact>> resolve(
      Resolution.History history, Parameters parameters) {
    List<Artifact> models = history.ofType(ArtifactType.MODEL);
    List<Artifact> blessings = history.ofType(ArtifactType.MODEL_BLESSING);
    return parameters.text("strategy").orElse(LATEST_BLESSED).equals(LATEST)
        ? latest(models, blessings)
        : latestBlessed(models, blessings);
  }

  private static Map<String, List<Artifact>> latest(
      List<Artifact> models, List<Artifact> blessings) {
    Map<String, List<Artifact>> found = new LinkedHashMap<>();
    found.put(MODEL, models.stream().limit(1).toList());
    found.put(BLESSING, blessings.stream().limit(1).toList());
    return found;
  }

  /// The newest model with a blessing that is one, and the newest such blessing.
  private static Map<String, List<Artifact>> latestBlessed(
      List<Artifact> models, List<Artifact> blessings) {
    for (Artifact model : models) {
      Optional<Artifact> blessing = blessings.stream().filter(b -> blesses(b, model)).findFirst();
      if (blessing.isPresent()) {
        return Map.of(MODEL, List.of(model), BLESSING, List.of(blessing.get()));
      }
    }
    return Map.of();
  }

  /// By the model's id, as TFX; by its URI where a blessing has no id.
  private static boolean blesses(Artifact blessing, Artifact model) {
    if (!ParameterValue.of(1).equals(blessing.properties().get("blessed"))) {
      return false;
    }
    ParameterValue id = blessing.properties().get("current_model_id");
    return id != null
        ? id.equals(ParameterValue.of(model.id()))
        : ParameterValue.of(model.uri().toString())
            .equals(blessing.properties().get("current_model"));
  }
}
