package dev.pipewright.app.shell;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.desk.Desks;
import dev.pipewright.app.engine.Engine;
import dev.pipewright.app.error.ErrorReporter;
import dev.pipewright.app.error.Notice;
import dev.pipewright.app.project.Project;
import dev.pipewright.app.project.Projects;
import dev.pipewright.app.root.OpenRoot;
import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.app.run.RunModel;
import dev.pipewright.app.run.RunQueue;
import dev.pipewright.app.settings.Preferences;
import dev.pipewright.app.settings.Settings;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.app.start.Arrival;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.app.versions.VersionKeeper;
import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.nodes.viewer.FilesViewer;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
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
  private final Path settingsFolder;
  private final Layout layout;
  private final RunQueue queue = new RunQueue();
  private final CompletableFuture<Components> components = new CompletableFuture<>();
  private final ReadOnlyObjectWrapper<@Nullable Components> loaded = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Tab> tabs = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Tab> selected = new SimpleObjectProperty<>();
  private final Desks<Tab> desks = new Desks<>(tabs, selected);
  private final Windows windows = new Windows();
  private final ObservableList<Path> recent;
  private final BooleanProperty opens = new SimpleBooleanProperty();
  private final Map<Path, CompletableFuture<Void>> opening = new HashMap<>();
  private final Arrivals arrivals = new Arrivals(this);
  private final Comparisons comparisons = new Comparisons(this);
  private final Roots roots = new Roots(this, this::show);
  private final Preferences preferences;
  private final Pages pages = new Pages(this);
  private final Side side;
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
    this.saving = new Saving(questions, errors, new Files());
    this.settingsFolder = settingsFolder;
    this.layout = new Layout(settings);
    this.preferences = new Preferences(settings);
    this.side = new Side(layout);
    this.recent = FXCollections.observableArrayList(settings.recent());
    new Preferred(this, fx).follow();
  }

  /// Finds the components, off the JavaFX thread, and then goes on with what waits for them. What
  /// windows that ended have left unsaved is opened first: a file that is opened then has its tab.
  public void load(Supplier<Components> finder) {
    later(
        finder,
        found -> {
          Projects made = new Projects(fx, found.registry(), settingsFolder, errors::report);
          projects = made;
          loaded.set(found);
          later(
              () -> made.recover(errors::report),
              left -> {
                left.forEach(project -> showRecovered(project, found));
                components.complete(found);
              });
        });
  }

  private void showRecovered(Project project, Components found) {
    PipelineTab tab = show(project, found);
    errors.tell(
        new Notice(TEXTS.get("recovered", tab.title()), "", TEXTS.get("recovered.fix"), "", false));
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
    return loaded.getReadOnlyProperty();
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
    return opening.computeIfAbsent(absolute, this::begin);
  }

  private CompletableFuture<Void> begin(Path file) {
    CompletableFuture<Void> shown = new CompletableFuture<>();
    components.thenAccept(
        found -> {
          if (!file.toString().endsWith(ProjectFile.EXTENSION)) {
            arrivals.open(file).thenRun(() -> opened(file, shown));
            return;
          }
          Optional<PipelineTab> open = tab(file);
          if (open.isPresent()) {
            selected.set(open.get());
            opened(file, shown);
            return;
          }
          fx.call(
              () -> projects().open(file),
              project -> {
                show(project, found);
                remember(file);
                opened(file, shown);
              },
              error -> {
                errors.report(error);
                recent.remove(file);
                opened(file, shown);
              });
        });
    return shown;
  }

  private void opened(Path file, CompletableFuture<Void> shown) {
    // Not at once: where it was open already, it is not yet said to be opened.
    fx.execute(() -> opening.remove(file, shown));
    shown.complete(null);
  }

  /// The tab of a project file, if it is open.
  Optional<PipelineTab> tab(Path file) {
    return pipelines().filter(tab -> file.equals(tab.file())).findFirst();
  }

  /// What saving needs to know of open files.
  private final class Files implements Saving.OpenFiles {
    @Override
    public Optional<PipelineTab> tab(Path file) {
      return Workbench.this.tab(file);
    }

    @Override
    public @Nullable Path folder() {
      return Stream.concat(activeNow().map(PipelineTab::file).stream(), recent.stream())
          .findFirst()
          .map(Path::getParent)
          .orElse(null);
    }

    @Override
    public void saved(Path file) {
      remember(file);
    }

    @Override
    public void compare(PipelineTab tab) {
      comparisons.withFile(tab);
    }
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
    RunModel run = new RunModel(project, found.registry(), engine, queue, fx);
    PipelineTab tab = new PipelineTab(project, run, versions(project), questions);
    run.setOnRequest(request -> fulfil(tab, request));
    run.setValues(tab.given());
    tabs.add(tab);
    selected.set(tab);
    return tab;
  }

  private VersionKeeper versions(Project project) {
    return new VersionKeeper(
        project,
        new VersionKeeper.Services(
            settingsFolder.resolve("versions"), fx, InstantSource.system(), errors::report));
  }

  private void show(OpenRoot root, Components found) {
    Project project = projects().toRead(root.content().get().document());
    RunModel run = new RunModel(project, OpenRoot.components(root.content().get()), engine, fx);
    PipelineTab tab = new PipelineTab(project, run, versions(project), questions, root);
    run.setOnRequest(request -> fulfil(tab, request));
    project.setOnRefused(() -> roots.refuse(tab));
    root.content().subscribe((before, now) -> project.lookAt(now.document()));
    root.run().subscribe(run::show);
    tabs.add(tab);
    selected.set(tab);
    remember(root.root().opened());
  }

  /// What opens roots to look at.
  Roots roots() {
    return roots;
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

  /// Forgets a project file that was open.
  void forget(Path file) {
    recent.remove(file);
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

  /// Opens a new pipeline without nodes.
  void newPipeline() {
    components.thenAccept(found -> show(projects().untitled(TEXTS.get("untitled")), found));
  }

  /// Opens a pipeline as a project that was never saved.
  void openCopy(Pipeline pipeline) {
    components.thenAccept(
        found -> {
          Project project = projects().untitled(TEXTS.get("copy", pipeline.name()));
          project.restore(pipeline.withName(TEXTS.get("copy", pipeline.name())));
          show(project, found);
        });
  }

  /// Adds a component to the shown project, or to a new one where there is none.
  void add(String component) {
    if (activeNow().isEmpty()) {
      newPipeline();
    }
    activeNow().ifPresent(tab -> tab.canvas().add(component));
  }

  /// Opens what a link in a note leads to: a file or folder, relative to the project's; any other
  /// address is put on the clipboard.
  void openAddress(String address) {
    Optional<Path> file =
        Addresses.file(address, activeNow().map(PipelineTab::origin).orElse(null));
    if (file.isPresent()) {
      open(file.get());
    } else {
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, address));
    }
  }

  /// Asks which folder to open, and opens what it is.
  void askAndOpenFolder() {
    questions.folderToOpen().ifPresent(this::open);
  }

  /// Asks which files to open, and opens them.
  void askAndOpen() {
    questions.filesToOpen(new Files().folder()).forEach(this::open);
  }

  /// Shows an artifact in a tab; the tab it has, if it has one. Of a type that has no viewer, its
  /// files are shown.
  void view(PipelineTab tab, ArtifactRow artifact) {
    Optional<String> missing =
        Optional.ofNullable(tab.root()).flatMap(root -> root.missing(artifact.id()));
    if (missing.isPresent()) {
      errors.tell(
          new Notice(
              TEXTS.get("missing", artifact.node() + "." + artifact.port()),
              missing.get(),
              TEXTS.get("missing.fix"),
              "",
              false));
      return;
    }
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
    ArtifactViewer viewer =
        found.viewer(artifact.type()).orElseGet(() -> new FilesViewer(artifact.type()));
    Tab.Viewer made = new Tab.Viewer(tab, artifact, viewer);
    tabs.add(made);
    selected.set(made);
  }

  /// Shows an artifact that belongs to no open project; the tab it has, if it has one.
  void view(Arrival.Artifact artifact) {
    ArtifactViewer viewer =
        Objects.requireNonNull(loaded.get()).viewer(artifact.type()).orElseThrow();
    Tab.Outside tab = new Tab.Outside(artifact.folder(), artifact.name(), viewer);
    if (!tabs.contains(tab)) {
      tabs.add(tab);
    }
    selected.set(tabs.get(tabs.indexOf(tab)));
  }

  /// Shows a page of a project; the tab it has, in place of what it showed.
  void show(Tab.Page page) {
    tabs.stream()
        .filter(Tab.Page.class::isInstance)
        .map(Tab.Page.class::cast)
        .filter(open -> open.pipeline() == page.pipeline() && open.key().equals(page.key()))
        .findFirst()
        .ifPresent(this::remove);
    tabs.add(page);
    selected.set(page);
  }

  /// Shows a group of a project; the tab it has, if it has one.
  void show(Tab.Part part) {
    if (!tabs.contains(part)) {
      tabs.add(part);
    }
    selected.set(tabs.get(tabs.indexOf(part)));
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

  /// A folder in which the person has worked, or null.
  @Nullable Path folder() {
    return new Files().folder();
  }

  Saving saving() {
    return saving;
  }

  /// The runs that wait for their turn.
  RunQueue queue() {
    return queue;
  }

  /// Closes a tab, and with a project its artifacts' tabs. Unsaved changes are asked about.
  ///
  /// @return whether it was closed; told on the JavaFX thread
  CompletableFuture<Boolean> close(Tab tab) {
    return switch (tab) {
      case Tab.Part _, Tab.Viewer _, Tab.Outside _, Tab.Own _, Tab.Page _ -> {
        remove(tab);
        yield CompletableFuture.completedFuture(true);
      }
      case PipelineTab pipeline -> {
        selected.set(pipeline);
        yield saving
            .release(List.of(pipeline))
            .thenApply(
                isReleased -> {
                  if (isReleased) {
                    closeNow(pipeline);
                  }
                  return isReleased;
                });
      }
    };
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

  private void remove(Tab tab) {
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
                      : close(tab));
    }
    return all;
  }

  /// Closes everything, or nothing where a person wants something kept.
  ///
  /// @return whether all was closed; told on the JavaFX thread
  CompletableFuture<Boolean> closeAll() {
    List<PipelineTab> open = pipelines().toList();
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
    pipelines().forEach(tab -> tab.project().checkFile());
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
    List<Path> open = pipelines().map(PipelineTab::origin).filter(Objects::nonNull).toList();
    return new Settings(
        window,
        layout.appearance(),
        layout.shown(),
        layout.splits(),
        recent,
        open,
        preferences.write());
  }

  /// Ends the engine.
  void end() {
    engine.close();
  }
}
