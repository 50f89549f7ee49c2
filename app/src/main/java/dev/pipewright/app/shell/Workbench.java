package dev.pipewright.app.shell;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.engine.Engine;
import dev.pipewright.app.error.ErrorReporter;
import dev.pipewright.app.error.Notice;
import dev.pipewright.app.project.Project;
import dev.pipewright.app.project.Projects;
import dev.pipewright.app.project.Recovered;
import dev.pipewright.app.project.SaveResult;
import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.app.run.RunModel;
import dev.pipewright.app.settings.Settings;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.file.ProjectFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
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
  private final Path settingsFolder;
  private final Layout layout;
  private final CompletableFuture<Components> components = new CompletableFuture<>();
  private final ReadOnlyObjectWrapper<@Nullable Components> loaded = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Tab> tabs = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Tab> selected = new SimpleObjectProperty<>();
  private final ObservableList<Path> recent;
  private @Nullable Projects projects;

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
    this.settingsFolder = settingsFolder;
    this.layout = new Layout(settings);
    this.recent = FXCollections.observableArrayList(settings.recent());
  }

  /// Finds the components, off the JavaFX thread, and then goes on with what waits for them.
  public void load(Supplier<Components> finder) {
    later(
        finder,
        found -> {
          projects = new Projects(fx, found.registry(), settingsFolder);
          loaded.set(found);
          components.complete(found);
          recover();
        });
  }

  /// Works off the JavaFX thread and hands over the result on it; what goes wrong is told.
  <T> void later(Supplier<T> work, Consumer<T> done) {
    fx.call(work, done, errors::report);
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

  /// The components that are installed; null until they are found.
  ReadOnlyObjectProperty<@Nullable Components> components() {
    return loaded.getReadOnlyProperty();
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
    return recent;
  }

  /// The project that is shown, or whose artifact is, to be mapped on: functions over it are not
  /// asked while there is none.
  ObservableValue<PipelineTab> active() {
    return selected.map(tab -> Objects.requireNonNull(tab).pipeline());
  }

  Optional<PipelineTab> activeNow() {
    return Optional.ofNullable(selected.get()).map(Tab::pipeline);
  }

  /// Opens a project file in a tab; the tab it has, if it is open.
  ///
  /// @return done when it is shown or could not be opened, which is told
  public CompletableFuture<Void> open(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    CompletableFuture<Void> shown = new CompletableFuture<>();
    components.thenAccept(
        found -> {
          Optional<PipelineTab> open =
              pipelines().filter(t -> absolute.equals(file(t))).findFirst();
          if (open.isPresent()) {
            selected.set(open.get());
            shown.complete(null);
            return;
          }
          fx.call(
              () -> projects().open(absolute),
              project -> {
                show(project, found);
                remember(absolute);
                shown.complete(null);
              },
              error -> {
                errors.report(error);
                recent.remove(absolute);
                shown.complete(null);
              });
        });
    return shown;
  }

  private static @Nullable Path file(PipelineTab tab) {
    return tab.project().file().get();
  }

  private Stream<PipelineTab> pipelines() {
    return tabs.stream().filter(PipelineTab.class::isInstance).map(PipelineTab.class::cast);
  }

  private Projects projects() {
    return Objects.requireNonNull(projects);
  }

  private void remember(Path file) {
    recent.setAll(Settings.withRecent(recent, file));
  }

  private PipelineTab show(Project project, Components found) {
    RunModel run = new RunModel(project, found.registry(), engine, fx);
    PipelineTab tab = new PipelineTab(project, run);
    run.setOnRequest(request -> fulfil(tab, request));
    tabs.add(tab);
    selected.set(tab);
    return tab;
  }

  private void fulfil(PipelineTab tab, NodeRequest request) {
    switch (request) {
      case NodeRequest.OpenOutput(NodeId node, String port) ->
          tab.run().artifacts().stream()
              .filter(row -> row.node().equals(node) && row.port().equals(port))
              .findFirst()
              .ifPresent(row -> view(tab, row));
      case NodeRequest.RunTo(NodeId node) -> tab.run().runTo(node);
      case NodeRequest.ShowLog(NodeId node) -> {
        selected.set(tab);
        layout.shows(Panel.DOCK).set(true);
        tab.canvas().showLog(node);
      }
      case NodeRequest.Reveal(NodeId node) -> {
        selected.set(tab);
        tab.canvas().reveal(node);
      }
    }
  }

  /// Opens what windows that ended have left unsaved.
  private void recover() {
    later(() -> projects().recoverable(), left -> left.forEach(this::recover));
  }

  private void recover(Recovered left) {
    later(
        () -> projects().recover(left),
        project -> {
          show(project, Objects.requireNonNull(loaded.get()));
          errors.tell(
              new Notice(
                  TEXTS.get("recovered", left.name()), "", TEXTS.get("recovered.fix"), "", false));
        });
  }

  /// Opens a new pipeline without nodes.
  void newPipeline() {
    components.thenAccept(found -> show(projects().untitled(TEXTS.get("untitled")), found));
  }

  /// Adds a component to the shown project, or to a new one where there is none.
  void add(String component) {
    if (activeNow().isEmpty()) {
      newPipeline();
    }
    activeNow().ifPresent(tab -> tab.canvas().add(component));
  }

  /// Asks which files to open, and opens them.
  void askAndOpen() {
    questions.filesToOpen().forEach(this::open);
  }

  /// Shows an artifact in a tab; the tab it has, if it has one. Tells when nobody can show it.
  void view(PipelineTab tab, ArtifactRow artifact) {
    Components found = Objects.requireNonNull(loaded.get());
    Optional<Tab.Viewer> open =
        tabs.stream()
            .filter(Tab.Viewer.class::isInstance)
            .map(Tab.Viewer.class::cast)
            .filter(each -> each.artifact().folder().equals(artifact.folder()))
            .findFirst();
    if (open.isPresent()) {
      selected.set(open.get());
      return;
    }
    found
        .viewer(artifact.type())
        .ifPresentOrElse(
            viewer -> {
              Tab.Viewer made = new Tab.Viewer(tab, artifact, viewer);
              tabs.add(made);
              selected.set(made);
            },
            () ->
                errors.tell(
                    new Notice(
                        TEXTS.get("noviewer", artifact.type()),
                        artifact.folder().toString(),
                        TEXTS.get("noviewer.fix"),
                        "",
                        false)));
  }

  /// Saves a project, where it was or where a person says.
  ///
  /// @return whether it was saved; told on the JavaFX thread
  CompletableFuture<Boolean> save(PipelineTab tab) {
    return file(tab) == null ? saveAs(tab) : save(tab, Project::save);
  }

  /// Saves a project over what somebody else has written.
  void overwrite(PipelineTab tab) {
    save(tab, Project::overwrite);
  }

  /// Asks where to save a project, and saves it there.
  ///
  /// @return as `save`
  CompletableFuture<Boolean> saveAs(PipelineTab tab) {
    String name = tab.title();
    String suggested = name.endsWith(ProjectFile.EXTENSION) ? name : name + ProjectFile.EXTENSION;
    return questions
        .fileToSave(suggested)
        .map(file -> save(tab, project -> project.saveAs(file)))
        .orElseGet(() -> CompletableFuture.completedFuture(false));
  }

  private CompletableFuture<Boolean> save(
      PipelineTab tab, Function<Project, CompletableFuture<SaveResult>> how) {
    return how.apply(tab.project())
        .thenCompose(
            result ->
                switch (result) {
                  case SAVED -> {
                    remember(Objects.requireNonNull(file(tab)));
                    yield CompletableFuture.completedFuture(true);
                  }
                  case CHANGED_ON_DISK -> resolve(tab);
                })
        .exceptionally(
            error -> {
              errors.report(error);
              return false;
            });
  }

  private CompletableFuture<Boolean> resolve(PipelineTab tab) {
    return switch (questions.conflict(tab.title())) {
      case OVERWRITE -> save(tab, Project::overwrite);
      case RELOAD -> tab.project().reload().thenApply(done -> true);
      case SAVE_AS -> saveAs(tab);
      case CANCEL -> CompletableFuture.completedFuture(false);
    };
  }

  /// Closes a tab, and with a project its artifacts' tabs. Unsaved changes are asked about.
  ///
  /// @return whether it was closed; told on the JavaFX thread
  CompletableFuture<Boolean> close(Tab tab) {
    return switch (tab) {
      case Tab.Viewer viewer -> {
        remove(viewer);
        yield CompletableFuture.completedFuture(true);
      }
      case PipelineTab pipeline when !pipeline.project().dirty().get() -> closeNow(pipeline);
      case PipelineTab pipeline -> {
        selected.set(pipeline);
        yield switch (questions.unsaved(pipeline.title())) {
          case SAVE ->
              save(pipeline)
                  .thenCompose(
                      saved ->
                          saved ? closeNow(pipeline) : CompletableFuture.completedFuture(false));
          case DISCARD -> closeNow(pipeline);
          case CANCEL -> CompletableFuture.completedFuture(false);
        };
      }
    };
  }

  private CompletableFuture<Boolean> closeNow(PipelineTab tab) {
    tabs.stream()
        .filter(each -> each != tab && each.pipeline() == tab)
        .toList()
        .forEach(this::remove);
    remove(tab);
    tab.close();
    return CompletableFuture.completedFuture(true);
  }

  private void remove(Tab tab) {
    int index = tabs.indexOf(tab);
    boolean wasShown = selected.get() == tab;
    if (wasShown) {
      int next = index + 1 < tabs.size() ? index + 1 : index - 1;
      selected.set(next < 0 ? null : tabs.get(next));
    }
    tabs.remove(tab);
  }

  /// Shows the next tab, or with -1 the one before.
  void cycle(int step) {
    if (!tabs.isEmpty()) {
      int index = tabs.indexOf(selected.get());
      selected.set(tabs.get(Math.floorMod(index + step, tabs.size())));
    }
  }

  /// Closes everything, one after the other, until a person wants one kept.
  ///
  /// @return whether all was closed; told on the JavaFX thread
  CompletableFuture<Boolean> closeAll() {
    return tabs.isEmpty()
        ? CompletableFuture.completedFuture(true)
        : close(tabs.getLast())
            .thenCompose(closed -> closed ? closeAll() : CompletableFuture.completedFuture(false));
  }

  /// Looks whether files of open projects were changed by somebody else.
  void checkFiles() {
    pipelines().forEach(tab -> tab.project().checkFile());
  }

  /// Runs the shown project.
  public void run() {
    activeNow().ifPresent(tab -> tab.run().run());
  }

  /// How it is now, for the next time.
  Settings settings(Settings.Window window) {
    List<Path> open = pipelines().map(Workbench::file).filter(Objects::nonNull).toList();
    return new Settings(
        window, layout.theme().get(), layout.shown(), layout.splits(), recent, open);
  }

  /// Ends the engine.
  void end() {
    engine.close();
  }
}
