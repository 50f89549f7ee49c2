package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionCatalog;
import dev.pipewright.app.engine.Engine;
import dev.pipewright.app.error.ErrorReporter;
import dev.pipewright.app.settings.Settings;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.EngineException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// The window of the workbench on the screen. It comes back where it was, and asks about unsaved
/// changes before it closes.
public final class WorkbenchWindow {

  private static final double LEAST_WIDTH = 800;
  private static final double LEAST_HEIGHT = 520;

  private final Stage stage;
  private final Workbench workbench;
  private final WorkbenchView view;
  private final Scene scene;
  private Settings.Window bounds;
  private Consumer<Settings> keep = settings -> {};

  /// What a window is given.
  ///
  /// @param settings the folder of the workbench's settings
  public record Services(FxExecutor fx, Engine engine, ErrorReporter errors, Path settings) {}

  /// A window that is not shown yet.
  ///
  /// @param settings how it was the last time
  public WorkbenchWindow(Stage stage, Services services, Settings settings) {
    this(stage, services, settings, new Dialogs(() -> stage));
  }

  /// A window that asks in another way.
  public WorkbenchWindow(Stage stage, Services services, Settings settings, Questions questions) {
    this.stage = stage;
    this.bounds = settings.window();
    workbench =
        new Workbench(
            services.fx(),
            services.engine(),
            services.errors(),
            questions,
            settings,
            services.settings());
    ActionCatalog catalog =
        WorkbenchActions.of(
            workbench,
            new WorkbenchActions.Window(this::search, this::openSample, this::askToClose));
    view = new WorkbenchView(workbench, catalog);
    scene = new Scene(view, bounds.width(), bounds.height());
    URL sheet = Objects.requireNonNull(WorkbenchWindow.class.getResource("workbench.css"));
    scene.getStylesheets().add(sheet.toExternalForm());
    workbench.layout().theme().subscribe(theme -> theme.apply(scene));
    view.controls().listen(scene);
  }

  private void search() {
    view.search().open();
  }

  private void openSample() {
    workbench.later(Samples::penguins, file -> workbench.open(file));
  }

  /// What the window does.
  public Workbench workbench() {
    return workbench;
  }

  /// Shows the window.
  ///
  /// @param keeper keeps how it was when it closes
  public void show(Consumer<Settings> keeper) {
    keep = keeper;
    stage.setTitle("Pipewright");
    stage.setScene(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    place();
    stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, this::closeRequested);
    stage.focusedProperty().subscribe((before, isFocused) -> focused(isFocused));
    FirstFrame.tell(scene);
    stage.show();
    Platform.runLater(() -> stage.getIcons().setAll(view.icon(32), view.icon(128)));
  }

  private void place() {
    boolean isOnScreen =
        !Double.isNaN(bounds.x())
            && !Screen.getScreensForRectangle(
                    new Rectangle2D(bounds.x(), bounds.y(), bounds.width(), bounds.height()))
                .isEmpty();
    if (isOnScreen) {
      stage.setX(bounds.x());
      stage.setY(bounds.y());
    }
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setWidth(Math.min(bounds.width(), Math.max(LEAST_WIDTH, screen.getWidth())));
    stage.setHeight(Math.min(bounds.height(), Math.max(LEAST_HEIGHT, screen.getHeight())));
    stage.setMaximized(bounds.isMaximized());
  }

  private void focused(boolean isFocused) {
    if (isFocused) {
      workbench.checkFiles();
    }
  }

  private void closeRequested(WindowEvent event) {
    event.consume();
    askToClose();
  }

  private void askToClose() {
    Settings now = workbench.settings(window());
    workbench
        .closeAll()
        .thenAccept(
            closed -> {
              if (closed) {
                close(now);
              }
            });
  }

  private void close(Settings now) {
    try {
      keep.accept(now);
    } catch (EngineException e) {
      // The window closes all the same: it is the last chance to say so.
      workbench.errors().report(e);
    }
    workbench.end();
    stage.hide();
  }

  private Settings.Window window() {
    if (stage.isMaximized() || stage.isIconified()) {
      return new Settings.Window(
          bounds.x(), bounds.y(), bounds.width(), bounds.height(), stage.isMaximized());
    }
    return new Settings.Window(
        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
  }

  /// The files that are open, from the left.
  public List<Path> openFiles() {
    return workbench.settings(bounds).open();
  }
}
