package dev.pipewright.app.shell;

import dev.pipewright.app.error.Notice;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.app.start.Arrival;
import dev.pipewright.app.start.HomeFolder;
import dev.pipewright.app.start.TableStart;
import dev.pipewright.app.text.Texts;
import dev.pipewright.data.starter.RowsFile;
import dev.pipewright.data.starter.Table;
import dev.pipewright.data.starter.Template;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.runner.root.PipelineRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/// What becomes of files that are dropped on the window or chosen to begin with, and of templates.
/// JavaFX thread only.
final class Arrivals {

  private static final Texts TEXTS = Texts.of(Arrivals.class);

  private final Workbench workbench;
  private HomeFolder home = HomeFolder.ofUser();

  /// A project that was made for a table.
  private record Made(Path file, Table table) {}

  Arrivals(Workbench workbench) {
    this.workbench = workbench;
  }

  /// Has projects made in another folder than the user's.
  void setHome(HomeFolder folder) {
    home = folder;
  }

  /// Where projects are made.
  HomeFolder home() {
    return home;
  }

  /// Opens a file or folder: as a project, as a table that gets a project, as a root to look at, or
  /// in its viewer.
  ///
  /// @return done when it is shown or begun with, or could not be opened, which is told
  CompletableFuture<Void> open(Path path) {
    CompletableFuture<Void> shown = new CompletableFuture<>();
    workbench.later(
        () -> Arrival.of(path).toList(),
        found ->
            CompletableFuture.allOf(
                    found.stream().map(this::arrived).toArray(CompletableFuture[]::new))
                .thenRun(() -> shown.complete(null)),
        error -> {
          workbench.errors().report(error);
          shown.complete(null);
        });
    return shown;
  }

  /// Opens each of these: as a project, as a table that gets a project, or in its viewer.
  void dropped(List<Path> paths) {
    paths.forEach(this::open);
  }

  private CompletableFuture<Void> arrived(Arrival arrival) {
    switch (arrival) {
      case Arrival.Project(Path file) -> {
        return workbench.open(file);
      }
      case Arrival.Root(PipelineRoot root) -> {
        return workbench.roots().open(root);
      }
      case Arrival.Csv(Path file) -> begin(file);
      case Arrival.Rows(RowsFile rows) -> look(rows);
      case Arrival.Artifact artifact -> workbench.opening().view(artifact);
      case Arrival.Unknown(Path path) -> {
        workbench.opening().forget(path);
        String key = Files.exists(path) ? "drop.unknown" : "drop.gone";
        workbench
            .errors()
            .tell(
                new Notice(
                    TEXTS.get(key, String.valueOf(path.getFileName())),
                    path.toString(),
                    TEXTS.get(key + ".fix"),
                    "",
                    false));
      }
    }
    return CompletableFuture.completedFuture(null);
  }

  /// Asks for a table, and makes a project for it.
  void ask() {
    workbench.questions().tableToOpen().ifPresent(this::begin);
  }

  /// Makes a project for a table, opens and runs it, and has the window ask what to predict.
  void begin(Path csv) {
    workbench.engine().prepare();
    workbench.later(
        () -> Table.read(csv),
        table -> make(folder -> folder.make(table), file -> show(new Made(file, table))));
  }

  /// Makes a project that looks at a file of rows, opens and runs it.
  private void look(RowsFile rows) {
    workbench.engine().prepare();
    make(
        folder -> folder.make(rows),
        file ->
            workbench
                .open(file)
                .thenRun(() -> workbench.opening().tab(file).ifPresent(tab -> tab.run().run())));
  }

  /// Makes a project from a template, and opens it.
  void use(Template template) {
    make(folder -> folder.make(template), workbench::open);
  }

  private void make(Function<HomeFolder, Path> how, Consumer<Path> done) {
    HomeFolder folder = home;
    workbench.later(() -> how.apply(folder), done, error -> makeElsewhere(how, done, error));
  }

  /// Where a person's folder cannot be written, they say where else.
  private void makeElsewhere(
      Function<HomeFolder, Path> how, Consumer<Path> done, EngineException error) {
    workbench.errors().report(error);
    if (error instanceof EnvironmentException) {
      workbench
          .questions()
          .folderForProjects()
          .map(HomeFolder::new)
          .ifPresent(other -> workbench.later(() -> how.apply(other), done));
    }
  }

  private void show(Made made) {
    workbench
        .open(made.file())
        .thenRun(() -> workbench.opening().tab(made.file()).ifPresent(tab -> start(tab, made)));
  }

  private void start(PipelineTab tab, Made made) {
    tab.start().set(new TableStart(made.table(), tab.project(), tab.run()));
    workbench.layout().shows(Panel.INSPECTOR).set(true);
    tab.run().run();
  }
}
