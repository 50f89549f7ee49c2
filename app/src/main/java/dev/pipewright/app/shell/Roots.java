package dev.pipewright.app.shell;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.error.Notice;
import dev.pipewright.app.root.EditableCopy;
import dev.pipewright.app.root.OpenRoot;
import dev.pipewright.app.text.FileTrouble;
import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.pipeline.file.WholeFile;
import dev.pipewright.runner.root.PipelineRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Opens pipeline roots to look at, and makes projects of them. JavaFX thread only.
final class Roots {

  private static final Texts TEXTS = Texts.of(Roots.class);

  private final Workbench workbench;
  private final ShownPipelines were;

  /// @param were what was open the last time
  Roots(Workbench workbench, ShownPipelines were) {
    this.workbench = workbench;
    this.were = were;
  }

  /// Opens a root; the tab it has, if it is open. Where there are several pipelines, those that
  /// were open the last time are opened, or one is asked for.
  ///
  /// @return done when it is shown, or could not be opened, which is told
  CompletableFuture<Void> open(PipelineRoot root) {
    CompletableFuture<Void> shown = new CompletableFuture<>();
    workbench.later(
        root::pipelines,
        found -> choose(root, found, shown),
        error -> {
          workbench.errors().report(error);
          workbench.opening().forget(root.opened());
          shown.complete(null);
        });
    return shown;
  }

  private void choose(PipelineRoot root, List<String> found, CompletableFuture<Void> shown) {
    List<String> before = were.take(root.opened(), found);
    List<String> chosen =
        found.size() == 1
            ? found
            : before.isEmpty()
                ? workbench.questions().pipelineToOpen(root.opened(), found).stream().toList()
                : before;
    CompletableFuture.allOf(
            chosen.stream().map(name -> read(root, name)).toArray(CompletableFuture[]::new))
        .thenRun(() -> shown.complete(null));
  }

  private CompletableFuture<Void> read(PipelineRoot root, String pipeline) {
    CompletableFuture<Void> shown = new CompletableFuture<>();
    Optional<PipelineTab> open =
        workbench.tabs().stream()
            .filter(PipelineTab.class::isInstance)
            .map(PipelineTab.class::cast)
            .filter(tab -> isOf(tab, root, pipeline))
            .findFirst();
    if (open.isPresent()) {
      workbench.selected().set(open.get());
      shown.complete(null);
      return shown;
    }
    Components components = Objects.requireNonNull(workbench.components().get());
    workbench.later(
        () -> root.read(pipeline, components.registry()),
        read -> {
          workbench
              .opening()
              .show(
                  new OpenRoot(
                      root,
                      read,
                      components.registry(),
                      workbench.fx(),
                      workbench.errors()::report));
          shown.complete(null);
        },
        error -> {
          workbench.errors().report(error);
          shown.complete(null);
        });
    return shown;
  }

  private static boolean isOf(PipelineTab tab, PipelineRoot root, String pipeline) {
    OpenRoot open = tab.root();
    return open != null && open.root().equals(root) && open.pipeline().equals(pipeline);
  }

  /// Says that a root cannot be changed, and what can be done.
  void refuse(PipelineTab tab) {
    workbench
        .errors()
        .tell(
            new Notice(
                TEXTS.get("root.refused", tab.title()),
                "",
                TEXTS.get("root.refused.fix"),
                "",
                false));
  }

  /// Asks where to, and makes a project of what is known of a root's pipeline.
  ///
  /// @return whether it was made; told on the JavaFX thread
  CompletableFuture<Boolean> copy(PipelineTab tab) {
    Components components = Objects.requireNonNull(workbench.components().get());
    EditableCopy copy = EditableCopy.of(tab.project().document().get(), components.registry());
    Optional<Path> target =
        workbench
            .questions()
            .fileToSave(
                workbench.arrivals().home().folder().resolve(tab.title() + ProjectFile.EXTENSION))
            .map(Roots::named);
    CompletableFuture<Boolean> made = new CompletableFuture<>();
    target.ifPresentOrElse(
        file ->
            workbench.later(
                () -> write(file, copy.document()),
                written -> workbench.open(file).thenRun(() -> tell(copy, file, made)),
                error -> {
                  workbench.errors().report(error);
                  made.complete(false);
                }),
        () -> made.complete(false));
    return made;
  }

  private static Path named(Path chosen) {
    Path file = chosen.toAbsolutePath().normalize();
    return file.toString().endsWith(ProjectFile.EXTENSION)
        ? file
        : file.resolveSibling(file.getFileName() + ProjectFile.EXTENSION);
  }

  private static Path write(Path file, Pipeline document) {
    try {
      java.nio.file.Files.createDirectories(file.getParent());
      WholeFile.write(file, ProjectFile.format(document));
      return file;
    } catch (IOException e) {
      throw new EnvironmentException(
          TEXTS.get("root.unwritable", FileTrouble.reason(e)),
          Location.of(file),
          TEXTS.get("root.unwritable.fix"),
          e);
    }
  }

  private void tell(EditableCopy copy, Path file, CompletableFuture<Boolean> made) {
    if (!copy.left().isEmpty()) {
      workbench
          .errors()
          .tell(
              new Notice(
                  TEXTS.get("root.left", copy.left().size()),
                  file.toString(),
                  String.join("\n", copy.left()),
                  "",
                  false));
    }
    made.complete(true);
  }
}
