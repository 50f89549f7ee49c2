package dev.pipewright.app.shell;

import dev.pipewright.app.project.FileState;
import dev.pipewright.app.project.Project;
import dev.pipewright.app.settings.Preferences;
import dev.pipewright.app.thread.FxExecutor;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.util.Subscription;

/// Saves projects by themselves, a while after a change, where a person has chosen so. It asks
/// nothing: a project without a file, or whose file somebody else has changed, waits for the
/// person. JavaFX thread only.
final class Autosave {

  private final Workbench workbench;
  private final Preferences preferences;
  private final FxExecutor fx;
  private final Map<PipelineTab, Subscription> watched = new HashMap<>();
  private final Set<PipelineTab> due = new HashSet<>();
  private final Set<PipelineTab> troubled = new HashSet<>();

  Autosave(Workbench workbench, FxExecutor fx) {
    this.workbench = workbench;
    this.preferences = workbench.preferences();
    this.fx = fx;
  }

  void start() {
    workbench.tabs().subscribe(this::watch);
    preferences.autosave().value().subscribe(isOn -> watched.keySet().forEach(this::changed));
  }

  private void watch() {
    watched.keySet().stream()
        .filter(tab -> !workbench.tabs().contains(tab))
        .toList()
        .forEach(
            tab -> {
              Objects.requireNonNull(watched.remove(tab)).unsubscribe();
              due.remove(tab);
              troubled.remove(tab);
            });
    for (Tab each : workbench.tabs()) {
      if (each instanceof PipelineTab tab && !watched.containsKey(tab)) {
        watched.put(tab, tab.project().document().subscribe(() -> changed(tab)));
      }
    }
  }

  private void changed(PipelineTab tab) {
    if (preferences.autosave().get() && due.add(tab)) {
      fx.after(
          Duration.ofSeconds(preferences.autosaveSeconds().get()),
          () -> {
            if (due.remove(tab)) {
              save(tab);
            }
          });
    }
  }

  private void save(PipelineTab tab) {
    Project project = tab.project();
    boolean isOwn = project.fileState().get() == FileState.SAME;
    if (preferences.autosave().get() && project.dirty().get() && isOwn) {
      project.save().whenComplete((result, error) -> told(tab, error));
    }
  }

  /// That it does not work is told once.
  private void told(PipelineTab tab, Throwable error) {
    if (error == null) {
      troubled.remove(tab);
    } else if (troubled.add(tab)) {
      workbench.errors().report(error);
    }
  }
}
