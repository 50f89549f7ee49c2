package dev.pipewright.app.run;

import dev.pipewright.app.text.Texts;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.runner.RunHistory;
import dev.pipewright.runner.RunRoot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads what runs have left on disk, off the JavaFX thread. What cannot be read is said in the
/// log: it is no reason not to work on the project.
final class RunTraces {

  private static final Texts TEXTS = Texts.of(RunTraces.class);

  private final FxExecutor fx;
  private final RunLog log;

  RunTraces(FxExecutor fx, RunLog log) {
    this.fx = fx;
    this.log = log;
  }

  /// Reads how the runs of a project have left it.
  ///
  /// @param found told if there were any
  void history(Path project, Pipeline document, Consumer<PastRuns> found) {
    fx.call(
        () -> RunHistory.latest(RunRoot.of(project), document.name()),
        latest -> latest.ifPresent(past -> found.accept(new PastRuns(past, document))),
        e -> warn(null, TEXTS.get("history.broken", String.valueOf(e.getMessage()))));
  }

  /// Shows the curves that a node has left, which are all of them: what it told while it ran was
  /// thinned out.
  void showCurves(RunNode node) {
    Optional<Path> made = curves(node.madeLast());
    if (made.isPresent() && !made.get().equals(node.curves())) {
      showCurves(node, made.get());
    }
  }

  private void showCurves(RunNode node, Path folder) {
    node.setCurves(folder);
    fx.call(
        () -> CurveFiles.read(folder),
        curves -> {
          if (folder.equals(node.curves())) {
            node.measured().replace(curves);
          }
        },
        e -> warn(node, e));
  }

  private static Optional<Path> curves(List<ArtifactRow> made) {
    return made.stream()
        .filter(row -> row.type().equals(ArtifactType.MODEL_RUN))
        .map(ArtifactRow::folder)
        .findFirst();
  }

  /// Shows the curves of the run that is looked back at.
  void showPastCurves(RunNode node) {
    List<ArtifactRow> shown = node.made();
    curves(shown)
        .ifPresent(
            folder ->
                fx.call(
                    () -> CurveFiles.read(folder),
                    curves -> {
                      if (node.isPast() && node.made().equals(shown)) {
                        node.scalars().replace(curves);
                      }
                    },
                    e -> warn(node, e)));
  }

  private void warn(RunNode node, EngineException e) {
    NodeId id = node.node().get().id();
    warn(id, TEXTS.get("curves.broken", id.value(), String.valueOf(e.getMessage())));
  }

  private void warn(@Nullable NodeId node, String text) {
    long now = System.currentTimeMillis();
    log.append(List.of(new LogLine(now, LogLine.Level.WARN, node, text)));
  }
}
