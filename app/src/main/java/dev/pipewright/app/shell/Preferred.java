package dev.pipewright.app.shell;

import dev.pipewright.app.error.Notice;
import dev.pipewright.app.settings.Preferences;
import dev.pipewright.app.settings.Settings.Appearance;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.thread.FxExecutor;

/// Has the workbench do as a person has chosen.
final class Preferred {

  private static final Texts TEXTS = Texts.of(Preferred.class);

  private final Workbench workbench;
  private final Preferences preferences;
  private final FxExecutor fx;

  Preferred(Workbench workbench, FxExecutor fx) {
    this.workbench = workbench;
    this.preferences = workbench.preferences();
    this.fx = fx;
  }

  /// From now on, at once where something is chosen otherwise.
  void follow() {
    theme();
    preferences.subscribe(() -> workbench.engine().limit(preferences.limits()));
    workbench.engine().limit(preferences.limits());
    new Autosave(workbench, fx).start();
    if (!preferences.broken().isEmpty()) {
      workbench
          .errors()
          .tell(
              new Notice(
                  TEXTS.get("preferences.broken", String.join(", ", preferences.broken())),
                  "",
                  TEXTS.get("preferences.broken.fix"),
                  "",
                  true));
    }
  }

  /// The theme can be switched elsewhere too.
  private void theme() {
    Layout layout = workbench.layout();
    preferences.theme().value().subscribe(name -> layout.set(Appearance.valueOf(name)));
    Runnable switched = () -> preferences.theme().value().set(layout.appearance().name());
    layout.theme().subscribe(switched);
    layout.followsSystem().subscribe(switched);
  }
}
