package dev.pipewright.app.run;

import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.runner.RunHistory;
import dev.pipewright.runner.RunHistory.Latest;
import dev.pipewright.runner.RunRoot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Shows one run of a project by itself, over what the nodes are now: a run may go on meanwhile.
final class LookingBack {

  private final RunNodes nodes;
  private final RunTraces traces;
  private final FxExecutor fx;
  private final Runnable changed;
  private final RunLog log = new RunLog();
  private final ReadOnlyObjectWrapper<@Nullable Latest> shown = new ReadOnlyObjectWrapper<>();
  private int asked;

  /// @param changed run when the nodes show something else
  LookingBack(RunNodes nodes, RunTraces traces, FxExecutor fx, Runnable changed) {
    this.nodes = nodes;
    this.traces = traces;
    this.fx = fx;
    this.changed = changed;
  }

  ReadOnlyObjectProperty<@Nullable Latest> shown() {
    return shown.getReadOnlyProperty();
  }

  RunLog log() {
    return log;
  }

  private record Found(PastRuns past, List<LogLine> lines) {}

  /// Shows a run. What was asked for last is shown, whatever is read first.
  ///
  /// @param failed told when it cannot be read
  void show(Path project, Pipeline document, int number, Consumer<EngineException> failed) {
    int mine = ++asked;
    RunRoot root = RunRoot.of(project);
    fx.call(
        () ->
            RunHistory.run(root, document.name(), number)
                .map(run -> new PastRuns(run, document))
                .map(past -> new Found(past, PastLog.read(past, root))),
        found -> {
          if (mine == asked) {
            found.ifPresent(this::show);
          }
        },
        failed);
  }

  private void show(Found found) {
    for (RunNode node : nodes.all()) {
      var id = node.node().get().id();
      node.lookBack(found.past().status(id), found.past().rows(id));
      traces.showPastCurves(node);
    }
    log.clear();
    log.append(found.lines());
    shown.set(found.past().latest());
    changed.run();
  }

  /// Shows again how the nodes are now.
  void end() {
    asked++;
    if (shown.get() != null) {
      nodes.all().forEach(RunNode::lookAtNow);
      shown.set(null);
      log.clear();
      changed.run();
    }
  }

  /// The number of the run that is shown.
  Optional<Integer> number() {
    return Optional.ofNullable(shown.get()).map(Latest::number);
  }
}
