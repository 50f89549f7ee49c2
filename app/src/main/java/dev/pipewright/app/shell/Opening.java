package dev.pipewright.app.shell;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.error.ErrorReporter;
import dev.pipewright.app.error.Notice;
import dev.pipewright.app.project.Project;
import dev.pipewright.app.project.Projects;
import dev.pipewright.app.root.OpenRoot;
import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.app.run.RunModel;
import dev.pipewright.app.settings.Settings;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.app.start.Arrival;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.versions.VersionKeeper;
import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.nodes.Focus;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.nodes.viewer.FilesViewer;
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
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;

/// Opens projects, artifacts, groups and pages, each in a tab. Components are found while the
/// window is already there; files that are to be opened wait for them. JavaFX thread only.
final class Opening implements Saving.OpenFiles {

  private static final Texts TEXTS = Texts.of(Opening.class);

  private final Workbench workbench;
  private final Path settingsFolder;
  private final CompletableFuture<Components> components = new CompletableFuture<>();
  private final ReadOnlyObjectWrapper<@Nullable Components> loaded = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Path> recent;
  private final Map<Path, CompletableFuture<Void>> opening = new HashMap<>();
  private @Nullable Projects projects;
  private BiPredicate<Tab, Focus> focuses = (tab, focus) -> false;

  /// @param settingsFolder where unsaved changes and versions are kept
  /// @param recent project files that were open, the last one first
  Opening(Workbench workbench, Path settingsFolder, List<Path> recent) {
    this.workbench = workbench;
    this.settingsFolder = settingsFolder;
    this.recent = FXCollections.observableArrayList(recent);
  }

  /// Has open tabs show something else.
  ///
  /// @param handler says whether a tab's view can
  void setFocuses(BiPredicate<Tab, Focus> handler) {
    focuses = handler;
  }

  /// The components that are installed; null until they are found.
  ReadOnlyObjectProperty<@Nullable Components> components() {
    return loaded.getReadOnlyProperty();
  }

  /// Project files that were open, the last one first.
  ObservableList<Path> recent() {
    return recent;
  }

  /// Finds the components, off the JavaFX thread, and then goes on with what waits for them. What
  /// windows that ended have left unsaved is opened first: a file that is opened then has its tab.
  void load(Supplier<Components> finder) {
    workbench.later(
        finder,
        found -> {
          Projects made =
              new Projects(workbench.fx(), found.registry(), settingsFolder, errors()::report);
          projects = made;
          loaded.set(found);
          workbench.later(
              () -> made.recover(errors()::report),
              left -> {
                left.forEach(project -> showRecovered(project, found));
                components.complete(found);
              });
        });
  }

  private void showRecovered(Project project, Components found) {
    PipelineTab tab = show(project, found);
    errors()
        .tell(
            new Notice(
                TEXTS.get("recovered", tab.title()), "", TEXTS.get("recovered.fix"), "", false));
  }

  /// Opens a project file in a tab; the tab it has, if it is open.
  ///
  /// @return done when it is shown or could not be opened, which is told
  CompletableFuture<Void> open(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return opening.computeIfAbsent(absolute, this::begin);
  }

  private CompletableFuture<Void> begin(Path file) {
    CompletableFuture<Void> shown = new CompletableFuture<>();
    components.thenAccept(
        found -> {
          if (!file.toString().endsWith(ProjectFile.EXTENSION)) {
            workbench.arrivals().open(file).thenRun(() -> opened(file, shown));
            return;
          }
          Optional<PipelineTab> open = tab(file);
          if (open.isPresent()) {
            show(open.get());
            opened(file, shown);
            return;
          }
          workbench
              .fx()
              .call(
                  () -> projects().open(file),
                  project -> {
                    show(project, found);
                    remember(file);
                    opened(file, shown);
                  },
                  error -> {
                    errors().report(error);
                    recent.remove(file);
                    opened(file, shown);
                  });
        });
    return shown;
  }

  private void opened(Path file, CompletableFuture<Void> shown) {
    // Not at once: where it was open already, it is not yet said to be opened.
    workbench.fx().execute(() -> opening.remove(file, shown));
    shown.complete(null);
  }

  @Override
  public Optional<PipelineTab> tab(Path file) {
    return pipelines().filter(tab -> file.equals(tab.file())).findFirst();
  }

  /// The projects that are open.
  Stream<PipelineTab> pipelines() {
    return tabs().stream().filter(PipelineTab.class::isInstance).map(PipelineTab.class::cast);
  }

  private Projects projects() {
    return Objects.requireNonNull(projects);
  }

  private void remember(Path file) {
    recent.setAll(Settings.withRecent(recent, file));
  }

  private PipelineTab show(Project project, Components found) {
    RunModel run =
        new RunModel(
            project, found.registry(), workbench.engine(), workbench.queue(), workbench.fx());
    PipelineTab tab = new PipelineTab(project, run, versions(project), questions());
    run.setOnRequest(request -> fulfil(tab, request));
    run.setValues(tab.given());
    add(tab);
    return tab;
  }

  private VersionKeeper versions(Project project) {
    return new VersionKeeper(
        project,
        new VersionKeeper.Services(
            settingsFolder.resolve("versions"),
            workbench.fx(),
            InstantSource.system(),
            errors()::report));
  }

  /// Shows a root that is looked at.
  void show(OpenRoot root) {
    Project project = projects().toRead(root.content().get().document());
    RunModel run =
        new RunModel(
            project, OpenRoot.components(root.content().get()), workbench.engine(), workbench.fx());
    PipelineTab tab = new PipelineTab(project, run, versions(project), questions(), root);
    run.setOnRequest(request -> fulfil(tab, request));
    project.setOnRefused(() -> workbench.roots().refuse(tab));
    root.content().subscribe((before, now) -> project.lookAt(now.document()));
    root.run().subscribe(run::show);
    add(tab);
    remember(root.root().opened());
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
        bringForward(tab);
        workbench.layout().shows(Panel.DOCK).set(true);
        tab.canvas().showLog(node);
      }
      case NodeRequest.Reveal(NodeId node) -> {
        bringForward(tab);
        tab.canvas().reveal(node);
      }
    }
  }

  /// Forgets a project file that was open.
  void forget(Path file) {
    recent.remove(file);
  }

  /// Opens a new pipeline without nodes.
  void newPipeline() {
    components.thenAccept(found -> show(projects().untitled(TEXTS.get("untitled")), found));
  }

  /// Opens a pipeline as a project that was never saved.
  ///
  /// @param file the project's that it is of, or null
  void openCopy(Pipeline pipeline, @Nullable Path file) {
    components.thenAccept(
        found -> show(projects().copy(TEXTS.get("copy", pipeline.name()), pipeline, file), found));
  }

  /// Opens what a link in a note leads to: a file or folder, relative to the project's; any other
  /// address is put on the clipboard.
  void openAddress(String address) {
    Optional<Path> file =
        Addresses.file(address, workbench.activeNow().map(PipelineTab::origin).orElse(null));
    if (file.isPresent()) {
      open(file.get());
    } else {
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, address));
    }
  }

  /// Asks which folder to open, and opens what it is.
  void askAndOpenFolder() {
    questions().folderToOpen().ifPresent(this::open);
  }

  /// Asks which files to open, and opens them.
  void askAndOpen() {
    questions().filesToOpen(folder()).forEach(this::open);
  }

  /// Shows one run of a project by itself.
  void lookBack(PipelineTab tab, int number) {
    bringForward(tab);
    tab.run().lookBack(number, workbench.errors()::report);
  }

  /// Shows an artifact in a tab; the tab it has, if it has one. Of a type that has no viewer, its
  /// files are shown.
  void view(PipelineTab tab, ArtifactRow artifact) {
    view(tab, artifact, Focus.WHOLE);
  }

  /// Shows this of an artifact in a tab; the tab of the viewer that can, if the artifact has one.
  void view(PipelineTab tab, ArtifactRow artifact, Focus focus) {
    Optional<String> missing =
        Optional.ofNullable(tab.root()).flatMap(root -> root.missing(artifact.id()));
    if (missing.isPresent()) {
      errors()
          .tell(
              new Notice(
                  TEXTS.get("missing", artifact.node() + "." + artifact.port()),
                  missing.get(),
                  TEXTS.get("missing.fix"),
                  "",
                  false));
      return;
    }
    Tab.Viewer wanted = viewer(tab, artifact, focus);
    tabs().stream()
        .filter(Tab.Viewer.class::isInstance)
        .map(Tab.Viewer.class::cast)
        .filter(each -> each.artifact().folder().equals(artifact.folder()))
        .filter(each -> each.viewer() == wanted.viewer())
        .findFirst()
        .ifPresentOrElse(open -> showAgain(open, wanted, focus), () -> add(wanted));
  }

  /// Shows this in a tab that is there; in another in its place, where its view cannot.
  private void showAgain(Tab open, Tab wanted, Focus focus) {
    if (focus instanceof Focus.Whole || focuses.test(open, focus)) {
      workbench.selected().set(open);
    } else {
      workbench.remove(open);
      add(wanted);
    }
  }

  /// A tab for an artifact, which is not opened by that.
  Tab.Viewer viewer(PipelineTab tab, ArtifactRow artifact, Focus focus) {
    ArtifactViewer viewer =
        Objects.requireNonNull(loaded.get())
            .viewer(artifact.type(), focus)
            .orElseGet(() -> new FilesViewer(artifact.type()));
    return new Tab.Viewer(tab, artifact, viewer, focus);
  }

  private void add(Tab tab) {
    tabs().add(tab);
    show(tab);
  }

  /// While the tabs of the last time are opened, the first of them stays in front.
  private void show(Tab tab) {
    if (!workbench.opens().get() || workbench.selected().get() == null) {
      workbench.selected().set(tab);
    }
  }

  /// Shows an artifact that belongs to no open project; the tab it has, if it has one.
  void view(Arrival.Artifact artifact) {
    ArtifactViewer viewer =
        Objects.requireNonNull(loaded.get()).viewer(artifact.type()).orElseThrow();
    showOnce(new Tab.Outside(artifact.folder(), artifact.name(), viewer, Focus.WHOLE));
  }

  /// Shows this of an artifact that belongs to no open project; in the tab of the viewer that can,
  /// if it has one.
  void view(Tab.Outside artifact, Focus focus) {
    Objects.requireNonNull(loaded.get())
        .viewer(artifact.viewer().type(), focus)
        .map(viewer -> new Tab.Outside(artifact.folder(), artifact.title(), viewer, focus))
        .ifPresent(
            wanted ->
                tabs().stream()
                    .filter(Tab.Outside.class::isInstance)
                    .map(Tab.Outside.class::cast)
                    .filter(each -> each.folder().equals(wanted.folder()))
                    .filter(each -> each.viewer() == wanted.viewer())
                    .findFirst()
                    .ifPresentOrElse(open -> showAgain(open, wanted, focus), () -> add(wanted)));
  }

  /// Shows a page of a project; the tab it has, in place of what it showed.
  void show(Tab.Page page) {
    tabs().stream()
        .filter(Tab.Page.class::isInstance)
        .map(Tab.Page.class::cast)
        .filter(open -> open.pipeline() == page.pipeline() && open.key().equals(page.key()))
        .findFirst()
        .ifPresent(workbench::remove);
    tabs().add(page);
    workbench.selected().set(page);
  }

  /// Shows a group of a project; the tab it has, if it has one.
  void show(Tab.Part part) {
    showOnce(part);
  }

  private void showOnce(Tab tab) {
    if (!tabs().contains(tab)) {
      tabs().add(tab);
    }
    show(tabs().get(tabs().indexOf(tab)));
  }

  /// Shows a project once more, in the group that is worked in.
  Tab.Again again(PipelineTab project) {
    int number = agains(project).mapToInt(Tab.Again::number).max().orElse(1) + 1;
    Tab.Again made = new Tab.Again(project, number);
    tabs().add(made);
    return made;
  }

  /// The tabs beside its own that show a project once more.
  Stream<Tab.Again> agains(PipelineTab project) {
    return tabs().stream()
        .filter(Tab.Again.class::isInstance)
        .map(Tab.Again.class::cast)
        .filter(again -> again.pipeline() == project);
  }

  /// Brings a project forward: the canvas of it that is worked on, or else its own tab.
  void bringForward(PipelineTab project) {
    Tab now = workbench.selected().get();
    if (now == null || !now.isCanvas() || now.pipeline() != project) {
      workbench.selected().set(project);
    }
  }

  @Override
  public @Nullable Path folder() {
    return Stream.concat(workbench.activeNow().map(PipelineTab::file).stream(), recent.stream())
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
    workbench.comparisons().withFile(tab);
  }

  private ObservableList<Tab> tabs() {
    return workbench.tabs();
  }

  private ErrorReporter errors() {
    return workbench.errors();
  }

  private Questions questions() {
    return workbench.questions();
  }
}
