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
import java.nio.file.Files;
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
  private final LayoutFile layoutFile;
  private @Nullable Remembering<Settings> remembering;
  private @Nullable Remembering<LayoutFile.Kept> arranging;

  /// What a window is given.
  ///
  /// @param settings the folder of the workbench's settings
  public record Services(FxExecutor fx, Engine engine, ErrorReporter errors, Path settings) {}

  /// A window that is not shown yet.
  ///
  /// @param settings how it was the last time
  public WorkbenchWindow(Stage stage, Services services, Settings settings) {
    this(stage, services, settings, new Dialogs(() -> worked(stage)));
  }

  /// The window that is worked in: the first, or one of tabs that were taken out of it. Questions
  /// stand over it.
  private static Stage worked(Stage first) {
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
    scale = new WindowScale(workbench.preferences().scale().value());
    scene = new Scene(scale.frame(view), bounds.width(), bounds.height());
    URL sheet = Objects.requireNonNull(WorkbenchWindow.class.getResource("workbench.css"));
    scene.getStylesheets().add(sheet.toExternalForm());
    workbench.layout().theme().subscribe(theme -> theme.apply(scene));
    view.controls().listen(scene);
    layoutFile = new LayoutFile(services.settings());
    Windows windows = workbench.windows();
    windows.setMaker(
        (desk, at) ->
            Optional.of(new DetachedWindow(view.common(scale), desk, at, scene.getStylesheets())));
    workbench.desks().all().subscribe(this::followDesks);
  }

  private void followDesks() {
    List<Desk<Tab>> desks = workbench.desks().all();
    workbench.windows().follow(desks.subList(1, desks.size()));
  }

  /// Lays the tabs that are open out as they were the last time, in their groups and windows; what
  /// lies beside projects is opened for it.
  public void restoreLayout() {
    workbench.later(layoutFile::read, this::restore);
  }

  private void restore(LayoutFile.Kept kept) {
    List<CompletableFuture<Void>> opened =
        kept.layout().names().stream()
            .map(Path::of)
            .filter(path -> workbench.tabs().stream().noneMatch(tab -> path.equals(tab.reopens())))
            .filter(Files::exists)
            .map(workbench::open)
            .toList();
    CompletableFuture.allOf(opened.toArray(CompletableFuture[]::new))
        .thenRun(
            () -> {
              kept.windows().forEach(workbench.windows()::placeNext);
              workbench.desks().restore(kept.layout(), WorkbenchWindow::name);
              startArranging();
            });
  }

  /// From now on what the tabs' layout becomes is kept.
  private void startArranging() {
    if (arranging == null) {
      Remembering<LayoutFile.Kept> made =
          new Remembering<>(fx, workbench.errors(), this::arrangement, layoutFile::write);
      arranging = made;
      workbench.windows().setOnChanged(made::changed);
      workbench.desks().subscribe(made::changed);
    }
  }

  private LayoutFile.Kept arrangement() {
    return new LayoutFile.Kept(
        workbench.desks().layout(WorkbenchWindow::name),
        workbench.windows().open().stream().map(DetachedWindow::bounds).toList());
  }

  private static Optional<String> name(Tab tab) {
    return Optional.ofNullable(tab.reopens()).map(Path::toString);
  }

  private void search() {
    if (!stage.isFocused()) {
      stage.toFront();
      stage.requestFocus();
    }
    view.search().open();
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
    LayoutFile.Kept laidOut = arrangement();
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
    if (arranging != null) {
      arranging.close(laidOut);
    }
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
