package dev.pipewright.app.shell;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.desk.Desks;
import dev.pipewright.app.desk.Place;
import dev.pipewright.app.engine.Engine;
import dev.pipewright.app.error.ErrorReporter;
import dev.pipewright.app.error.Notice;
import dev.pipewright.app.run.RunModel;
import dev.pipewright.app.run.RunQueue;
import dev.pipewright.app.settings.Preferences;
import dev.pipewright.app.settings.Settings;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.NodeId;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/// What the window does: open projects and artifacts in tabs, saves and closes them, and remembers
/// how it was. Components are found while the window is already there; files that are to be opened
/// wait for them. JavaFX thread only.
public final class Workbench {

  private static final Texts TEXTS = Texts.of(Workbench.class);

  private final FxExecutor fx;
  private final Engine engine;
  private final ErrorReporter errors;
  private final Questions questions;
  private final Saving saving;
  private final Opening opening;
  private final Layout layout;
  private final RunQueue queue = new RunQueue();
  private final ObservableList<Tab> tabs = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Tab> selected = new SimpleObjectProperty<>();
  private final Desks<Tab> desks = new Desks<>(tabs, selected);
  private final Windows windows = new Windows();
  private final BooleanProperty opens = new SimpleBooleanProperty();
  private final Arrivals arrivals = new Arrivals(this);
  private final Comparisons comparisons = new Comparisons(this);
  private final Roots roots;
  private final Preferences preferences;
  private final Pages pages = new Pages(this);
  private final Side side;

  /// A workbench without projects.
  ///
  /// @param settings how it was the last time
  /// @param settingsFolder where unsaved changes are kept
  public Workbench(
      FxExecutor fx,
      Engine engine,
      ErrorReporter errors,
      Questions questions,
      Settings settings,
      Path settingsFolder) {
    this.fx = fx;
    this.engine = engine;
    this.errors = errors;
    this.questions = questions;
    this.opening = new Opening(this, settingsFolder, settings.recent());
    this.saving = new Saving(questions, errors, opening);
    this.roots = new Roots(this, new ShownPipelines(settings.more()));
    this.layout = new Layout(settings);
    this.preferences = new Preferences(settings);
    this.side = new Side(layout);
    new Preferred(this, fx).follow();
  }

  /// Works off the JavaFX thread and hands over the result on it; what goes wrong is told.
  <T> void later(Supplier<T> work, Consumer<T> done) {
    fx.call(work, done, errors::report);
  }

  /// Finds the components, off the JavaFX thread, and then goes on with what waits for them.
  public void load(Supplier<Components> finder) {
    opening.load(finder);
  }

  /// Opens a project file in a tab; the tab it has, if it is open.
  ///
  /// @return done when it is shown or could not be opened, which is told
  public CompletableFuture<Void> open(Path file) {
    return opening.open(file);
  }

  /// What opens tabs.
  Opening opening() {
    return opening;
  }

  ErrorReporter errors() {
    return errors;
  }

  Engine engine() {
    return engine;
  }

  Layout layout() {
    return layout;
  }

  /// What a person has chosen.
  Preferences preferences() {
    return preferences;
  }

  /// The workbench's own pages.
  Pages pages() {
    return pages;
  }

  /// The components that are installed; null until they are found.
  ReadOnlyObjectProperty<@Nullable Components> components() {
    return opening.components();
  }

  /// Whether files are about to be opened: meanwhile nothing else takes their place.
  public BooleanProperty opens() {
    return opens;
  }

  /// The tabs, from the left.
  ObservableList<Tab> tabs() {
    return tabs;
  }

  /// The tab that is shown; null when there is none.
  ObjectProperty<@Nullable Tab> selected() {
    return selected;
  }

  /// Project files that were open, the last one first.
  ObservableList<Path> recent() {
    return opening.recent();
  }

  /// The project that is shown, or whose artifact is, to be mapped on: functions over it are not
  /// asked while there is none.
  ObservableValue<PipelineTab> active() {
    return selected.map(tab -> Objects.requireNonNull(tab).pipeline());
  }

  Optional<PipelineTab> activeNow() {
    return Optional.ofNullable(selected.get()).map(Tab::pipeline);
  }

  /// What opens roots to look at.
  Roots roots() {
    return roots;
  }

  /// What becomes of files that are dropped on the window, and of templates.
  Arrivals arrivals() {
    return arrivals;
  }

  Questions questions() {
    return questions;
  }

  /// Works off the JavaFX thread, and hands what went wrong to another than who tells it.
  <T> void later(Supplier<T> work, Consumer<T> done, Consumer<EngineException> failed) {
    fx.call(work, done, failed);
  }

  /// Adds a component to the shown project, or to a new one where there is none.
  void add(String component) {
    if (activeNow().isEmpty()) {
      opening.newPipeline();
    }
    activeNow().ifPresent(tab -> tab.canvas().add(component));
  }

  /// The panel at the left.
  Side side() {
    return side;
  }

  /// The JavaFX thread.
  FxExecutor fx() {
    return fx;
  }

  /// What shows pipelines beside others.
  Comparisons comparisons() {
    return comparisons;
  }

  Saving saving() {
    return saving;
  }

  /// The runs that wait for their turn.
  RunQueue queue() {
    return queue;
  }

  /// Closes a tab, and with a project the tabs of its groups, artifacts and pages. Unsaved changes
  /// are asked about. A project that is shown once more stays open there.
  ///
  /// @return whether it was closed; told on the JavaFX thread
  CompletableFuture<Boolean> close(Tab tab) {
    return close(tab, List.of(tab));
  }

  /// @param closing all that are being closed
  private CompletableFuture<Boolean> close(Tab tab, List<Tab> closing) {
    return switch (tab) {
      case Tab.Again _, Tab.Part _, Tab.Viewer _, Tab.Outside _, Tab.Own _, Tab.Page _ -> {
        remove(tab);
        yield CompletableFuture.completedFuture(true);
      }
      case PipelineTab pipeline -> {
        Optional<Tab.Again> staying =
            opening.agains(pipeline).filter(again -> !closing.contains(again)).findFirst();
        if (staying.isPresent()) {
          takePlace(pipeline, staying.get());
          yield CompletableFuture.completedFuture(true);
        }
        yield release(pipeline);
      }
    };
  }

  private CompletableFuture<Boolean> release(PipelineTab pipeline) {
    selected.set(pipeline);
    return saving
        .release(List.of(pipeline))
        .thenApply(
            isReleased -> {
              if (isReleased) {
                closeNow(pipeline);
              }
              return isReleased;
            });
  }

  /// A project's own tab takes the place of another that shows it, and looks as that did.
  private void takePlace(PipelineTab pipeline, Tab.Again other) {
    Tab next = selected.get() == pipeline ? desks.after(pipeline).orElse(other) : selected.get();
    Place.Group<Tab> group = desks.groupOf(other).orElseThrow();
    Tab shown = group.shown().get();
    selected.set(other);
    CanvasLook look = pipeline.canvas().look();
    desks.move(pipeline, group, group.tabs().indexOf(other));
    pipeline.canvas().look(look);
    if (shown != other) {
      group.shown().set(shown);
    }
    tabs.remove(other);
    selected.set(next == other ? pipeline : next);
  }

  private void closeNow(PipelineTab tab) {
    tabs.stream()
        .filter(each -> each != tab && each.pipeline() == tab)
        .toList()
        .forEach(this::remove);
    remove(tab);
    try {
      tab.close();
    } catch (EngineException e) {
      errors.report(e);
    }
  }

  /// Closes a tab that needs no question.
  void remove(Tab tab) {
    boolean wasShown = selected.get() == tab;
    if (wasShown) {
      selected.set(desks.after(tab).orElse(null));
    }
    tabs.remove(tab);
  }

  /// Shows the next tab of the group, or with -1 the one before.
  void cycle(int step) {
    List<Tab> group = desks.focused().focused().tabs();
    Tab now = selected.get();
    if (now != null && group.contains(now)) {
      selected.set(group.get(Math.floorMod(group.indexOf(now) + step, group.size())));
    }
  }

  /// The groups and windows that the tabs are in.
  Desks<Tab> desks() {
    return desks;
  }

  /// Windows of tabs that were taken out of the first one.
  Windows windows() {
    return windows;
  }

  /// Moves a tab to a window of its own.
  ///
  /// @param corner where on the screen that shall be
  void detach(Tab tab, Point2D corner) {
    windows.placeNext(corner);
    desks.detach(tab);
  }

  /// Groups, or where windows stand, are others.
  void layoutChanged() {
    windows.changed();
  }

  /// Closes tabs one after the other, until a person wants one kept.
  ///
  /// @return whether all were closed; told on the JavaFX thread
  CompletableFuture<Boolean> closeTabs(List<Tab> closing) {
    CompletableFuture<Boolean> all = CompletableFuture.completedFuture(true);
    for (Tab tab : closing) {
      all =
          all.thenCompose(
              isClosed ->
                  !isClosed || !tabs.contains(tab)
                      ? CompletableFuture.completedFuture(isClosed)
                      : close(tab, closing));
    }
    return all;
  }

  /// Closes everything, or nothing where a person wants something kept.
  ///
  /// @return whether all was closed; told on the JavaFX thread
  CompletableFuture<Boolean> closeAll() {
    List<PipelineTab> open = opening.pipelines().toList();
    return saving
        .release(open)
        .thenApply(
            isReleased -> {
              if (isReleased) {
                open.forEach(this::closeNow);
              }
              return isReleased;
            });
  }

  /// Looks whether files of open projects were changed by somebody else.
  void checkFiles() {
    opening.pipelines().forEach(tab -> tab.project().checkFile());
  }

  /// Runs the shown project.
  public void run() {
    activeNow().ifPresent(tab -> run(tab, RunModel::run));
  }

  /// Runs a project or a part of it. One that has no file yet is saved first: what a run makes lies
  /// beside it.
  void run(PipelineTab tab, Consumer<RunModel> work) {
    tab.canvas().commit();
    if (tab.file() != null) {
      work.accept(tab.run());
    } else {
      saving()
          .saveAs(tab)
          .thenAccept(
              isSaved -> {
                if (isSaved) {
                  work.accept(tab.run());
                }
              });
    }
  }

  /// Has the next run make anew what a node has made.
  void clearCache(PipelineTab tab, NodeId node) {
    tab.run()
        .clearCache(
            List.of(node),
            count ->
                errors.tell(
                    new Notice(
                        TEXTS.get("cleared", count, node.value()),
                        "",
                        TEXTS.get("cleared.next"),
                        "",
                        false)),
            errors::report);
  }

  /// How it is now, for the next time.
  Settings settings(Settings.Window window) {
    List<Path> open =
        opening.pipelines().map(PipelineTab::origin).filter(Objects::nonNull).distinct().toList();
    return new Settings(
        window,
        layout.appearance(),
        layout.shown(),
        layout.splits(),
        recent(),
        open,
        ShownPipelines.write(preferences.write(), opening.pipelines()));
  }

  /// Ends the engine.
  void end() {
    engine.close();
  }
}
