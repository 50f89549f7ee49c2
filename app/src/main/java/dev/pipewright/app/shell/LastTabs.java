package dev.pipewright.app.shell;

import dev.pipewright.app.desk.DeskLayout;
import dev.pipewright.app.desk.Desks;
import dev.pipewright.app.desk.LayoutFile;
import dev.pipewright.app.desk.LayoutFile.Kept;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tabs of the last time: opened again, in the groups and windows where they were. From then on
/// it is kept how they lie. What is gone is left out. Of what is opened, only what is in front is
/// drawn. JavaFX thread only.
final class LastTabs {

  private final Workbench workbench;
  private final LayoutFile file;
  private @Nullable Remembering<Kept> keeping;

  /// What there was and still is.
  ///
  /// @param paths what is to be opened, what comes to the front first
  /// @param inside what of projects, and of the workbench, is to be opened then
  /// @param front what a person has named; null where they have not
  private record Found(Kept kept, List<Path> paths, List<TabName> inside, @Nullable Path front) {}

  LastTabs(Workbench workbench, LayoutFile file) {
    this.workbench = workbench;
    this.file = file;
  }

  /// Opens what was open, and in front of it what a person has named.
  ///
  /// @param open projects that were open
  /// @return done when all are there
  CompletableFuture<Void> open(List<Path> open, List<Path> named) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    workbench.later(
        () -> find(file.read(), open, named),
        found -> open(found).thenRun(() -> done.complete(null)));
    return done;
  }

  private static Found find(Kept kept, List<Path> open, List<Path> named) {
    List<Path> wanted = named.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    List<TabName> names =
        Stream.concat(Stream.of(kept.layout().worked()), kept.layout().names().stream())
            .flatMap(name -> TabName.parse(name).stream())
            .filter(LastTabs::isThere)
            .distinct()
            .toList();
    List<Path> paths =
        Stream.of(
                wanted.reversed().stream(),
                names.stream().flatMap(name -> Stream.ofNullable(name.path())),
                open.stream().filter(Files::exists))
            .flatMap(each -> each)
            .distinct()
            .toList();
    return new Found(
        kept,
        paths,
        names.stream().filter(name -> name.kind() != TabName.Kind.PATH).toList(),
        wanted.isEmpty() ? null : wanted.getLast());
  }

  private static boolean isThere(TabName name) {
    return (name.path() == null || Files.exists(name.path()))
        && name.artifact().filter(artifact -> !Files.exists(artifact.folder())).isEmpty();
  }

  private CompletableFuture<Void> open(Found found) {
    workbench.opens().set(!found.paths().isEmpty());
    CompletableFuture<Void> opened = CompletableFuture.completedFuture(null);
    if (!found.paths().isEmpty()) {
      // The first comes to the front: it alone is drawn at once.
      opened = workbench.open(found.paths().getFirst()).thenCompose(first -> openRest(found));
    }
    return opened.thenRun(() -> arrange(found));
  }

  private CompletableFuture<Void> openRest(Found found) {
    return CompletableFuture.allOf(
        found.paths().stream()
            .skip(1)
            .filter(path -> workbench.tabs().stream().noneMatch(tab -> path.equals(tab.path())))
            .map(workbench::open)
            .toArray(CompletableFuture[]::new));
  }

  private void arrange(Found found) {
    DeskLayout layout = found.kept().layout();
    Desks<Tab> desks = workbench.desks();
    found
        .inside()
        .forEach(
            name ->
                tab(name)
                    .filter(made -> !workbench.tabs().contains(made))
                    .ifPresent(workbench.tabs()::add));
    for (int i = 0; i < found.kept().windows().size(); i++) {
      if (i + 1 < layout.windows().size() && desks.comesBack(layout, i + 1, TabName::of)) {
        workbench.windows().placeNext(found.kept().windows().get(i));
      }
    }
    desks.restore(
        found.front() == null ? layout : layout.withWorked(name(found.front())), TabName::of);
    workbench.opens().set(false);
    keep();
  }

  /// The name of the tab that has been opened for a path.
  private String name(Path path) {
    return workbench.tabs().stream()
        .filter(tab -> path.equals(tab.path()))
        .findFirst()
        .flatMap(TabName::of)
        .orElse("");
  }

  /// The tab of what is shown of a project, or of the workbench; empty where that is gone.
  private Optional<? extends Tab> tab(TabName name) {
    Optional<PipelineTab> project =
        workbench
            .opening()
            .pipelines()
            .filter(tab -> name.path() != null && name.path().equals(tab.origin()))
            .findFirst();
    String word = name.words().getFirst();
    return switch (name.kind()) {
      case PATH -> Optional.empty();
      case GROUP -> project.map(tab -> new Tab.Part(tab, word)).filter(Tab.Part::isThere);
      case AGAIN ->
          project
              .filter(tab -> word.matches("\\d{1,6}"))
              .map(tab -> new Tab.Again(tab, Integer.parseInt(word)));
      case ARTIFACT ->
          project.flatMap(
              tab ->
                  name.artifact().map(row -> workbench.opening().viewer(tab, row, name.focus())));
      case PAGE ->
          Stream.of(Pages.Kind.values())
              .filter(kind -> kind.name().equals(word))
              .map(Tab.Own::new)
              .findFirst();
    };
  }

  /// From now on it is kept how the tabs lie.
  private void keep() {
    if (keeping == null) {
      Remembering<Kept> made =
          new Remembering<>(workbench.fx(), workbench.errors(), this::now, file::write);
      keeping = made;
      workbench.windows().setOnChanged(made::changed);
      workbench.desks().subscribe(made::changed);
    }
  }

  /// How they lie.
  Kept now() {
    return new Kept(
        workbench.desks().layout(TabName::of),
        workbench.windows().open().stream().map(DetachedWindow::bounds).toList());
  }

  /// Keeps how they lay when the window was asked to close.
  void close(Kept last) {
    if (keeping != null) {
      keeping.close(last);
    }
  }
}
