package dev.pipewright.app.run;

import dev.pipewright.app.project.Project;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.runner.Forecast;
import dev.pipewright.runner.Plan;
import dev.pipewright.runner.RunRoot;
import dev.pipewright.runner.RunSettings;
import dev.pipewright.runner.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What a run of a project would do, read off the JavaFX thread from what earlier runs have left.
final class RunForecast {

  private static final Duration PAUSE = Duration.ofMillis(300);

  private final Project project;
  private final ComponentRegistry registry;
  private final FxExecutor fx;
  private final ReadOnlyObjectWrapper<@Nullable Forecast> found = new ReadOnlyObjectWrapper<>();
  private Map<String, ParameterValue> given = Map.of();
  private boolean isPending;
  private boolean isStale;

  RunForecast(Project project, ComponentRegistry registry, FxExecutor fx) {
    this.project = project;
    this.registry = registry;
    this.fx = fx;
  }

  /// The forecast of the document a moment ago; null where a run would be refused, or nobody knows.
  ReadOnlyObjectProperty<@Nullable Forecast> property() {
    return found.getReadOnlyProperty();
  }

  /// Reads again in a moment: the document has changed, or a run has ended. One reading at a time;
  /// what is asked for meanwhile is one more.
  void update() {
    if (isPending) {
      isStale = true;
    } else {
      isPending = true;
      fx.after(PAUSE, this::read);
    }
  }

  /// Reads again at once: a run has ended, and what was read before it is no longer so.
  void renew() {
    found.set(null);
    if (isPending) {
      isStale = true;
    } else {
      isPending = true;
      read();
    }
  }

  /// Runs will be given these runtime parameters.
  void give(Map<String, ParameterValue> values) {
    given = Map.copyOf(values);
    update();
  }

  private void read() {
    isStale = false;
    Path file = project.file().get();
    if (file == null) {
      done(Optional.empty());
    } else {
      Pipeline document = project.document().get();
      Map<String, ParameterValue> values = given;
      fx.call(() -> read(document, file, values), this::done, error -> done(Optional.empty()));
    }
  }

  private void done(Optional<Forecast> forecast) {
    isPending = false;
    if (isStale) {
      update();
    } else {
      found.set(forecast.orElse(null));
    }
  }

  /// Empty where the run would be refused, as the problems say, or what earlier runs left cannot be
  /// read, as the run itself will say.
  private Optional<Forecast> read(
      Pipeline document, Path file, Map<String, ParameterValue> values) {
    try {
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
      Plan plan = Plan.of(document, folder, registry, Selection.ALL, fitting(document, values));
      return Optional.of(Forecast.of(plan, RunRoot.of(file), RunSettings.CacheUse.USE));
    } catch (EngineException | IOException e) {
      return Optional.empty();
    }
  }

  /// The values that the document has parameters for.
  private static SortedMap<String, ParameterValue> fitting(
      Pipeline document, Map<String, ParameterValue> values) {
    SortedMap<String, ParameterValue> fitting = new TreeMap<>();
    document
        .parameters()
        .forEach(
            parameter -> {
              ParameterValue value = values.get(parameter.name());
              if (value != null && parameter.kind().accepts(value)) {
                fitting.put(parameter.name(), value);
              }
            });
    return fitting;
  }
}
