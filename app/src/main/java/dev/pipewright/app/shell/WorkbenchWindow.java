package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionCatalog;
import dev.pipewright.app.desk.Desk;
import dev.pipewright.app.desk.LayoutFile;
import dev.pipewright.app.engine.Engine;
import dev.pipewright.app.error.ErrorReporter;
import dev.pipewright.app.settings.Settings;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.data.starter.Template;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The window of the workbench on the screen. It comes back where it was, and asks about unsaved
/// changes before it closes.
public final class WorkbenchWindow {

  // The icon is drawn by the toolkit, and the window is to be there first.
  private static final Duration AFTER_FIRST_FRAME = Duration.millis(400);
  private static final double LEAST_WIDTH = 800;
  private static final double LEAST_HEIGHT = 520;

  private final Stage stage;
  private final Workbench workbench;
  private final WorkbenchView view;
  private final Scene scene;
  private final WindowScale scale;
  private Settings.Window bounds;
  private final FxExecutor fx;
  private final LastTabs lastTabs;
  private final List<Path> openLast;
  private @Nullable Remembering<Settings> remembering;

  /// What a window is given.
  ///
  /// @param settings the folder of the workbench's settings
  public record Services(FxExecutor fx, Engine engine, ErrorReporter errors, Path settings) {}

  /// A window that is not shown yet.
  ///
  /// @param settings how it was the last time
  public WorkbenchWindow(Stage stage, Services services, Settings settings) {
    this(stage, services, settings, new Dialogs(() -> focused(stage)));
  }

  /// The window that is worked in: the first, or one of tabs that were taken out of it. Questions
  /// stand over it.
  private static Stage focused(Stage first) {
    return Window.getWindows().stream()
        .filter(Window::isFocused)
        .filter(Stage.class::isInstance)
        .map(Stage.class::cast)
        .filter(stage -> stage.getScene() != null && stage.getModality() == Modality.NONE)
        .findFirst()
        .orElse(first);
  }

  /// A window that asks in another way.
  public WorkbenchWindow(Stage stage, Services services, Settings settings, Questions questions) {
    this.stage = stage;
    this.fx = services.fx();
    this.bounds = settings.window();
    workbench =
        new Workbench(
            services.fx(),
            services.engine(),
            services.errors(),
            questions,
            settings,
            services.settings());
    workbench.layout().theme().get().applyToControls();
    ActionCatalog catalog =
        WorkbenchActions.of(
            workbench,
            new WorkbenchActions.Window(this::search, this::openSample, this::askToClose));
    view = new WorkbenchView(workbench, catalog);
    workbench.pages().setOnExport(() -> layers().export());
    scale = new WindowScale(workbench.preferences().scale().value());
    scene = new Scene(scale.frame(view), bounds.width(), bounds.height());
    URL sheet = Objects.requireNonNull(WorkbenchWindow.class.getResource("workbench.css"));
    scene.getStylesheets().add(sheet.toExternalForm());
    workbench.layout().theme().subscribe(theme -> theme.apply(scene));
    view.controls().listen(scene);
    lastTabs = new LastTabs(workbench, new LayoutFile(services.settings()));
    openLast = settings.open();
    Windows windows = workbench.windows();
    windows.setMaker(
        (desk, at) ->
            Optional.of(new DetachedWindow(view.common(scale), desk, at, scene.getStylesheets())));
    workbench.desks().all().subscribe(this::followDesks);
    workbench.desks().subscribe(this::followFocus);
  }

  /// Where what is selected is in another window, that one comes to the front.
  private void followFocus() {
    Stage worked = worked();
    boolean isOurs =
        stage.isFocused()
            || workbench.windows().open().stream().anyMatch(each -> each.stage().isFocused());
    if (isOurs && !worked.isFocused()) {
      worked.toFront();
      worked.requestFocus();
    }
  }

  /// The window of what is selected.
  private Stage worked() {
    return workbench
        .windows()
        .of(workbench.desks().focused())
        .map(DetachedWindow::stage)
        .orElse(stage);
  }

  private void followDesks() {
    List<Desk<Tab>> desks = workbench.desks().all();
    workbench.windows().follow(desks.subList(1, desks.size()));
  }

  /// Opens what was open the last time, in its groups and windows, and in front of it what a person
  /// has named. A window that shows what they name at once has no welcome meanwhile.
  ///
  /// @return done when all are there
  public CompletableFuture<Void> open(List<Path> named) {
    return lastTabs
        .open(openLast, named)
        // Each window that comes back takes the keys.
        .thenRun(() -> worked().requestFocus());
  }

  /// What is in the window that is worked in.
  private WindowLayers layers() {
    return workbench
        .windows()
        .of(workbench.desks().focused())
        .map(DetachedWindow::layers)
        .orElse(view);
  }

  private void search() {
    if (!worked().isFocused()) {
      worked().toFront();
      worked().requestFocus();
    }
    layers().search();
  }

  private void openSample() {
    workbench.arrivals().use(Template.PENGUINS);
  }

  /// What the window does.
  public Workbench workbench() {
    return workbench;
  }

  /// Shows the window.
  ///
  /// @param keeper keeps how it is, on any thread: a moment after it has changed, and when it
  ///   closes
  public void show(Consumer<Settings> keeper) {
    Remembering<Settings> made =
        new Remembering<>(fx, workbench.errors(), () -> workbench.settings(bounds), keeper);
    remembering = made;
    stage.setTitle("Pipewright");
    stage.setScene(scene);
    place();
    stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, this::closeRequested);
    stage.focusedProperty().subscribe((before, isFocused) -> focused(isFocused));
    stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> scale.close());
    FirstFrame.tell(scene);
    stage.show();
    watch(made);
    PauseTransition later = new PauseTransition(AFTER_FIRST_FRAME);
    later.setOnFinished(event -> stage.getIcons().setAll(view.icon(32), view.icon(128)));
    later.play();
  }

  /// Has it kept how the window is, whenever that changes.
  private void watch(Remembering<Settings> kept) {
    // Not at once: a window that is being maximized has its new size before it says so.
    Runnable moved =
        () ->
            Platform.runLater(
                () -> {
                  bounds = window();
                  kept.changed();
                });
    Stream.of(
            stage.xProperty(),
            stage.yProperty(),
            stage.widthProperty(),
            stage.heightProperty(),
            stage.maximizedProperty())
        .forEach(value -> value.subscribe(moved));
    workbench.tabs().subscribe(kept::changed);
    workbench.recent().subscribe(kept::changed);
    workbench.layout().subscribe(kept::changed);
    workbench.preferences().subscribe(kept::changed);
  }

  private void place() {
    List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    Optional<Rectangle2D> reached = Placement.screen(bounds, screens);
    if (reached.isPresent()) {
      stage.setX(bounds.x());
      stage.setY(bounds.y());
    }
    Rectangle2D screen = reached.orElse(Screen.getPrimary().getVisualBounds());
    stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
    stage.setWidth(Math.min(bounds.width(), screen.getWidth()));
    stage.setHeight(Math.min(bounds.height(), screen.getHeight()));
    stage.setMaximized(bounds.isMaximized());
  }

  private void focused(boolean isFocused) {
    if (isFocused) {
      workbench.desks().focus(workbench.desks().main());
      workbench.checkFiles();
    }
  }

  private void closeRequested(WindowEvent event) {
    event.consume();
    askToClose();
  }

  private void askToClose() {
    Settings now = workbench.settings(bounds);
    LayoutFile.Kept laidOut = lastTabs.now();
    workbench
        .closeAll()
        .thenAccept(
            isClosed -> {
              if (isClosed) {
                close(now, laidOut);
              }
            });
  }

  private void close(Settings now, LayoutFile.Kept laidOut) {
    if (remembering != null) {
      remembering.close(now);
    }
    lastTabs.close(laidOut);
    workbench.windows().closeAll();
    workbench.end();
    stage.hide();
  }

  private Settings.Window window() {
    if (stage.isMaximized() || stage.isIconified() || stage.isFullScreen()) {
      return new Settings.Window(
          bounds.x(), bounds.y(), bounds.width(), bounds.height(), stage.isMaximized());
    }
    return new Settings.Window(
        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
  }
}
