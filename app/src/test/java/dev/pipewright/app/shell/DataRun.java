package dev.pipewright.app.shell;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.runner.Cancellation;
import dev.pipewright.runner.Plan;
import dev.pipewright.runner.RunRoot;
import dev.pipewright.runner.RunSettings;
import dev.pipewright.runner.Runner;
import dev.pipewright.runner.Selection;
import dev.pipewright.testing.Fx;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeMap;

/// Runs the part of a project that knows its data, in this process: it needs no TensorFlow, and
/// takes a second.
final class DataRun {

  private DataRun() {}

  /// Runs the document of a tab as it is now.
  static void of(PipelineTab tab) {
    Pipeline document = Fx.call(() -> tab.project().document().get());
    of(document, Objects.requireNonNull(Fx.call(tab::file)));
  }

  static void of(Pipeline document, Path file) {
    Plan plan =
        Plan.of(
            document,
            Objects.requireNonNull(file.getParent()),
            OpenWindow.COMPONENTS.registry(),
            Selection.to(new NodeId("ExampleValidator")),
            new TreeMap<String, ParameterValue>());
    Runner.run(plan, RunRoot.of(file), RunSettings.DEFAULT, new Cancellation(), event -> {});
  }

  /// Closes a tab and opens its file again, which reads what runs have left.
  static PipelineTab reopened(OpenWindow window, PipelineTab tab) {
    Path file = Objects.requireNonNull(Fx.call(tab::file));
    Fx.run(() -> tab.project().save());
    Fx.await("it to be saved", () -> !tab.project().dirty().get());
    Fx.run(() -> window.workbench.close(tab));
    Fx.run(() -> window.workbench.open(file));
    Fx.await("its tab", () -> window.workbench.activeNow().isPresent());
    PipelineTab open = Fx.call(() -> window.workbench.activeNow().orElseThrow());
    Fx.await("what runs have left", () -> !open.run().artifacts().isEmpty());
    Fx.settle();
    return open;
  }
}
