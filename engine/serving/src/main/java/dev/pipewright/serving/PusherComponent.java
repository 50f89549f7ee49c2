package dev.pipewright.serving;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ComponentSpec.Category;
import dev.pipewright.pipeline.component.ComponentSpec.Resources;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.ParameterType.PathName;
import dev.pipewright.pipeline.component.ParameterType.Struct;
import dev.pipewright.pipeline.component.PortSpec;
import java.time.Clock;
import java.util.List;

/// The Pusher: copies a model that is blessed to `push_destination`, where TensorFlow Serving finds
/// it as a new version, and to its output.
public final class PusherComponent implements Component {

  static final String MODEL = "model";
  static final String MODEL_BLESSING = "model_blessing";
  static final String INFRA_BLESSING = "infra_blessing";
  static final String PUSHED_MODEL = "pushed_model";
  static final String PUSH_DESTINATION = "push_destination";
  static final String FILESYSTEM = "filesystem";
  static final String BASE_DIRECTORY = "base_directory";

  /// Changes whenever the same inputs would give other results.
  private static final int VERSION = 1;

  @Override
  public ComponentSpec spec() {
    return new ComponentSpec(
        "Pusher",
        Category.DEPLOYMENT,
        VERSION,
        "Copies a blessed model to a folder where a model server finds it. A model that is not"
            + " blessed is not pushed; without any blessing linked, every model is.",
        List.of(
            PortSpec.one(MODEL, ArtifactType.MODEL, "The model to push."),
            PortSpec.optional(
                MODEL_BLESSING,
                ArtifactType.MODEL_BLESSING,
                "The Evaluator's blessing, without which the model is not pushed."),
            PortSpec.optional(
                INFRA_BLESSING,
                ArtifactType.INFRA_BLESSING,
                "The InfraValidator's blessing, without which the model is not pushed.")),
        List.of(
            PortSpec.one(
                PUSHED_MODEL, ArtifactType.PUSHED_MODEL, "The pushed model; empty if none was.")),
        List.of(ParameterSpec.required(PUSH_DESTINATION, pushDestination(), "Where to push to.")),
        Resources.LIGHT);
  }

  private static Struct pushDestination() {
    Struct filesystem =
        new Struct(
            List.of(
                ParameterSpec.required(
                    BASE_DIRECTORY,
                    new PathName(PathName.Role.OUTPUT_FOLDER),
                    "The model's folder, in which every version gets a folder of its own."),
                ParameterSpec.withDefault(
                    "versioning",
                    new ParameterType.Choice(List.of("AUTO", "UNIX_TIMESTAMP")),
                    ParameterValue.of("AUTO"),
                    "How versions are named: by the seconds since 1970, in either case.")));
    return new Struct(
        List.of(ParameterSpec.required(FILESYSTEM, filesystem, "A folder on this machine.")));
  }

  @Override
  public Behavior behavior() {
    return new PusherExecutor(Clock.systemUTC());
  }
}
