package dev.pipewright.app.run;

import dev.pipewright.app.engine.EngineState;
import dev.pipewright.app.thread.FxQueue;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.ParameterValue;
import java.nio.file.Path;
import java.time.Duration;

/// A window's models in a process of their own, to be killed while a training is at work. Prints
/// the engine's process id when it is.
final class Window {

  private Window() {}

  public static void main(String[] arguments) throws Exception {
    FxQueue fx = new FxQueue();
    Penguins penguins = Penguins.open(Path.of(arguments[0]), fx.executor());
    penguins.train(1_000_000);
    penguins
        .project()
        .edit(
            new Edit.SetParameter(
                Penguins.TRAINER,
                "train_batch_size",
                ParameterValue.of(Integer.parseInt(arguments[1]))));
    RunModel run = penguins.run();
    run.run();
    fx.runUntil(
        Duration.ofMinutes(5),
        () ->
            penguins.engine().state().get() instanceof EngineState.Ready
                && run.nodes().get(Penguins.TRAINER).scalars().byTag().containsKey("train/loss"));
    EngineState.Ready ready = (EngineState.Ready) penguins.engine().state().get();
    System.out.println(ready.info().pid());
    fx.runFor(Duration.ofMinutes(5));
  }
}
