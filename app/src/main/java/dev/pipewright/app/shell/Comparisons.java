package dev.pipewright.app.shell;

import dev.pipewright.app.compare.CompareSide;
import dev.pipewright.app.compare.CompareView;
import dev.pipewright.app.components.Components;
import dev.pipewright.app.error.Notice;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.versions.Version;
import dev.pipewright.app.versions.VersionsView;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import java.nio.file.Path;
import java.util.Objects;

/// Opens tabs that show a pipeline beside another: what its file holds, another project, a version
/// from its history. JavaFX thread only.
final class Comparisons {

  private static final Texts TEXTS = Texts.of(Comparisons.class);

  private final Workbench workbench;

  Comparisons(Workbench workbench) {
    this.workbench = workbench;
  }

  /// Compares what a project's file holds now with what is shown.
  void withFile(PipelineTab tab) {
    Path file = tab.file();
    if (file != null) {
      read(
          file,
          there ->
              open(
                  tab,
                  "file",
                  CompareSide.of(TEXTS.get("compare.file", tab.title()), there),
                  now(tab)));
    }
  }

  /// Asks for another project, and compares it with the one that is shown.
  void ask(PipelineTab tab) {
    for (Path file : workbench.questions().filesToOpen(workbench.opening().folder())) {
      with(tab, file);
    }
  }

  /// Compares another project with the one that is shown.
  void with(PipelineTab tab, Path other) {
    read(
        other,
        there ->
            open(
                tab,
                other.toString(),
                CompareSide.of(String.valueOf(other.getFileName()), there),
                now(tab)));
  }

  private void read(Path file, java.util.function.Consumer<Pipeline> done) {
    workbench.later(() -> ProjectFile.read(file), done);
  }

  private static CompareSide now(PipelineTab tab) {
    return new CompareSide(TEXTS.get("compare.now", tab.title()), tab.project().document());
  }

  private void open(PipelineTab tab, String key, CompareSide before, CompareSide after) {
    workbench
        .opening()
        .show(
            new Tab.Page(
                tab,
                "compare " + key,
                TEXTS.get("compare.title", before.title(), after.title()),
                "mdi2c-compare",
                () -> {
                  CompareView view = new CompareView(before, after, components());
                  return new Tab.Shown(view, view::dispose);
                }));
  }

  private Components components() {
    return Objects.requireNonNull(workbench.components().get());
  }

  /// Shows the versions of a project.
  void versions(PipelineTab tab) {
    workbench
        .opening()
        .show(
            new Tab.Page(
                tab,
                "versions",
                TEXTS.get("versions.title", tab.title()),
                "mdi2h-history",
                () -> {
                  VersionsView view = new VersionsView(tab.versions(), new Requests(tab));
                  return new Tab.Shown(view, view::dispose);
                }));
  }

  /// What the versions of a project need.
  private final class Requests implements VersionsView.Requests {
    private final PipelineTab tab;

    Requests(PipelineTab tab) {
      this.tab = tab;
    }

    @Override
    public VersionsView.Compared compare(String title, Version version) {
      CompareView view =
          new CompareView(CompareSide.of(title, version.pipeline()), now(tab), components());
      return new VersionsView.Compared(view, view::dispose);
    }

    @Override
    public void restore(String title, Version version) {
      tab.versions()
          .restore(version)
          .thenRun(
              () -> {
                workbench.selected().set(tab);
                workbench
                    .errors()
                    .tell(
                        new Notice(
                            TEXTS.get("versions.restored", tab.title(), title),
                            "",
                            TEXTS.get("versions.restored.fix"),
                            "",
                            false));
              });
    }

    @Override
    public void openCopy(Version version) {
      workbench.opening().openCopy(version.pipeline(), tab.file());
    }
  }
}
