package dev.pipewright.app.project;

import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.runner.Plan;
import dev.pipewright.runner.Selection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is wrong with a document that is being edited: checked off the JavaFX thread when it has
/// not changed for a moment. JavaFX thread only.
final class LiveProblems {

  private static final Duration PAUSE = Duration.ofMillis(150);

  private final FxExecutor fx;
  private final ComponentRegistry registry;
  private final ReadOnlyObjectWrapper<List<Problem>> found = new ReadOnlyObjectWrapper<>(List.of());
  private Pipeline latest;

  LiveProblems(FxExecutor fx, ComponentRegistry registry, Pipeline document) {
    this.fx = fx;
    this.registry = registry;
    this.latest = document;
  }

  /// Checks the document that it was made with.
  void begin() {
    Pipeline document = latest;
    fx.execute(() -> checkNow(document));
  }

  ReadOnlyObjectProperty<List<Problem>> found() {
    return found.getReadOnlyProperty();
  }

  void check(Pipeline document) {
    latest = document;
    fx.after(PAUSE, () -> checkNow(document));
  }

  private void checkNow(Pipeline document) {
    if (document != latest) {
      return;
    }
    fx.call(
        () -> Plan.problems(document, registry, Selection.ALL, Map.of()),
        problems -> {
          if (document == latest) {
            found.set(problems);
          }
        },
        e -> {
          throw e;
        });
  }
}
