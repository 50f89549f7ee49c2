package dev.pipewright.app.run;

import dev.pipewright.app.engine.Engine;
import dev.pipewright.app.engine.HostCommand;
import dev.pipewright.app.project.Project;
import dev.pipewright.app.project.Projects;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.component.ComponentRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A window's models on the penguins project, with the real engine.
record Penguins(Project project, Engine engine, RunModel run) implements AutoCloseable {

  static final NodeId TRAINER = new NodeId("Trainer");

  private static final List<String> FILES = List.of("penguins.pipewright", "data/penguins.csv");

  /// Opens the project in this folder, which is made if it is not there.
  static Penguins open(Path folder, FxExecutor fx) throws IOException {
    Path settings = folder.resolveSibling("settings");
    ComponentRegistry registry = ComponentRegistry.load();
    Project project = new Projects(fx, registry, settings, e -> {}).open(copyTo(folder));
    Engine engine = new Engine(fx, HostCommand.ofProcess(settings));
    return new Penguins(project, engine, new RunModel(project, registry, engine, fx));
  }

  private static Path copyTo(Path folder) throws IOException {
    Path project = folder.resolve(FILES.getFirst());
    if (Files.exists(project)) {
      return project;
    }
    for (String file : FILES) {
      Path target = folder.resolve(file);
      Files.createDirectories(target.getParent());
      try (InputStream in =
          Penguins.class.getResourceAsStream(
              "/dev/pipewright/data/starter/templates/penguins/" + file)) {
        Files.copy(in, target);
      }
    }
    return project;
  }

  /// Has the training take so many steps.
  void train(int steps) {
    Fields arguments = Fields.EMPTY.with("num_steps", ParameterValue.of(steps));
    project.edit(new Edit.SetParameter(TRAINER, "train_args", arguments));
    project.edit(new Edit.SetParameter(TRAINER, "save_checkpoints_secs", ParameterValue.of(0.5)));
  }

  @Override
  public void close() {
    run.close();
    engine.close();
    project.close();
  }
}
