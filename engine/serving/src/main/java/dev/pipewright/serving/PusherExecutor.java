package dev.pipewright.serving;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/// Pushes, as TFX's `components/pusher/executor.py` does, but so that a version appears whole.
final class PusherExecutor implements Executor {

  private static final String SERVING = "Format-Serving";

  private final Clock clock;

  PusherExecutor(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void execute(Execution execution) throws IOException, InterruptedException {
    if (!isBlessed(execution, PusherComponent.MODEL_BLESSING, "BLESSED", "the evaluation")
        || !isBlessed(
            execution, PusherComponent.INFRA_BLESSING, "INFRA_BLESSED", "the serving test")) {
      setProperty(execution, "pushed", ParameterValue.of(0L));
      return;
    }
    if (execution.optionalInput(PusherComponent.MODEL_BLESSING).isEmpty()
        && execution.optionalInput(PusherComponent.INFRA_BLESSING).isEmpty()) {
      execution.progress().warn("No blessing is linked: the model is pushed without one.");
    }
    Path model = model(execution);
    Path version =
        new VersionFolder(baseDirectory(execution), clock)
            .publish(model, execution.workFolder(), execution::checkCancelled);
    ModelCopy.copy(
        model, execution.output(PusherComponent.PUSHED_MODEL), execution::checkCancelled);
    setProperty(execution, "pushed", ParameterValue.of(1L));
    setProperty(execution, "pushed_destination", ParameterValue.of(version.toString()));
    setProperty(execution, "pushed_version", ParameterValue.of(version.getFileName().toString()));
    execution.progress().log("The model is pushed to " + version + ".");
  }

  private static boolean isBlessed(Execution execution, String port, String marker, String judge) {
    boolean isBlessed =
        execution
            .optionalInput(port)
            .map(blessing -> Files.exists(blessing.uri().resolve(marker)))
            .orElse(true);
    if (!isBlessed) {
      execution.progress().warn("The model is not blessed by " + judge + ": it is not pushed.");
    }
    return isBlessed;
  }

  private static Path model(Execution execution) {
    Path model = execution.input(PusherComponent.MODEL).uri().resolve(SERVING);
    if (!Files.isDirectory(model)) {
      throw new ArtifactException(
          "The model has no folder " + SERVING + ".", Location.of(model), "Run the Trainer again.");
    }
    return model;
  }

  private static Path baseDirectory(Execution execution) {
    Parameters filesystem =
        execution
            .parameters()
            .struct(PusherComponent.PUSH_DESTINATION)
            .struct(PusherComponent.FILESYSTEM);
    return filesystem.require(
        PusherComponent.BASE_DIRECTORY, filesystem.path(PusherComponent.BASE_DIRECTORY));
  }

  private static void setProperty(Execution execution, String name, ParameterValue value) {
    execution.setProperty(PusherComponent.PUSHED_MODEL, name, value);
  }
}
