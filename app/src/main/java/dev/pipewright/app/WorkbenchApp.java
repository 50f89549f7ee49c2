package dev.pipewright.app;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.engine.Engine;
import dev.pipewright.app.engine.HostCommand;
import dev.pipewright.app.error.ErrorReporter;
import dev.pipewright.app.settings.SettingsFile;
import dev.pipewright.app.settings.SettingsFolder;
import dev.pipewright.app.shell.WorkbenchWindow;
import dev.pipewright.app.thread.FxExecutor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The workbench as a JavaFX application.
public final class WorkbenchApp extends Application {

  private static final String RUN = "--run";

  private final Path folder = SettingsFolder.ofUser();
  private final SettingsFile file = new SettingsFile(folder);
  private final CompletableFuture<Components> components = new CompletableFuture<>();
  private final CompletableFuture<SettingsFile.Read> settings = new CompletableFuture<>();

  /// Begins, on a thread beside the toolkit's, with what the window will need.
  @Override
  public void init() {
    settings.completeAsync(file::read);
    components.completeAsync(Components::load);
  }

  @Override
  public void start(Stage stage) {
    FxExecutor fx = FxExecutor.platform();
    ErrorReporter errors = new ErrorReporter(fx);
    errors.catchAll();
    SettingsFile.Read read = settings.join();
    if (read.damage() != null) {
      errors.report(read.damage());
    }
    Engine engine = new Engine(fx, HostCommand.ofProcess(folder));
    WorkbenchWindow window =
        new WorkbenchWindow(
            stage, new WorkbenchWindow.Services(fx, engine, errors, folder), read.settings());
    window.show(now -> file.write(now));
    window.workbench().load(components::join);
    afterLayout(stage.getScene(), () -> open(window, read));
  }

  /// Projects are opened while the window's first frame is drawn, not before.
  private static void afterLayout(Scene scene, Runnable task) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            task.run();
          }
        });
  }

  private void open(WorkbenchWindow window, SettingsFile.Read read) {
    List<String> arguments = getParameters().getRaw();
    List<Path> named =
        arguments.stream().filter(each -> !each.startsWith("--")).map(Path::of).toList();
    List<Path> files = named.isEmpty() ? read.settings().open() : named;
    boolean isRun = arguments.contains(RUN) || Boolean.getBoolean("pipewright.run");
    files.stream()
        .map(window.workbench()::open)
        .reduce(CompletableFuture.completedFuture(null), (a, b) -> a.thenCombine(b, (x, y) -> null))
        .thenRun(
            () -> {
              if (isRun) {
                window.workbench().run();
              }
            });
  }
}
