package dev.pipewright.app;

import dev.pipewright.app.engine.Engine;
import dev.pipewright.app.engine.HostCommand;
import dev.pipewright.app.error.ErrorReporter;
import dev.pipewright.app.settings.SettingsFile;
import dev.pipewright.app.shell.WorkbenchWindow;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.nodes.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The workbench as a JavaFX application.
public final class WorkbenchApp extends Application {

  private static final String RUN = "--run";

  private final Preparation prepared = Preparation.ofProcess();

  /// Begins, on a thread beside the toolkit's, with what the window will need of it.
  @Override
  public void init() {
    CompletableFuture.runAsync(Theme::loadFonts);
  }

  @Override
  public void start(Stage stage) {
    FxExecutor fx = FxExecutor.platform();
    ErrorReporter errors = new ErrorReporter(fx);
    errors.catchAll();
    SettingsFile.Read read = prepared.settings().join();
    if (read.damage() != null) {
      errors.report(read.damage());
    }
    Engine engine = new Engine(fx, HostCommand.ofProcess(prepared.folder()));
    WorkbenchWindow window =
        new WorkbenchWindow(
            stage,
            new WorkbenchWindow.Services(fx, engine, errors, prepared.folder()),
            read.settings());
    window.workbench().opens().set(!named().isEmpty() || !read.settings().open().isEmpty());
    window.show(prepared.file()::write);
    window.workbench().load(prepared.components()::join);
    afterLayout(stage.getScene(), () -> open(window));
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

  private List<Path> named() {
    return getParameters().getRaw().stream()
        .filter(each -> !each.startsWith("--"))
        .map(Path::of)
        .toList();
  }

  private void open(WorkbenchWindow window) {
    boolean isRun = getParameters().getRaw().contains(RUN) || Boolean.getBoolean("pipewright.run");
    window
        .open(named())
        .thenRun(
            () -> {
              if (isRun) {
                window.workbench().run();
              }
            });
  }
}
