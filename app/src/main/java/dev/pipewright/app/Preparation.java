package dev.pipewright.app;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.settings.Languages;
import dev.pipewright.app.settings.Preferences;
import dev.pipewright.app.settings.SettingsFile;
import dev.pipewright.app.settings.SettingsFolder;
import dev.pipewright.nodes.theme.Theme;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/// What the first window needs and no toolkit: read while JavaFX starts.
///
/// @param folder where settings are kept
/// @param settings how the window was the last time
/// @param components what is installed
record Preparation(
    Path folder,
    SettingsFile file,
    CompletableFuture<SettingsFile.Read> settings,
    CompletableFuture<Components> components) {

  private static final Preparation OF_PROCESS = begin();

  /// That of this process; begun with the first call.
  static Preparation ofProcess() {
    return OF_PROCESS;
  }

  private static Preparation begin() {
    Path folder = SettingsFolder.ofUser();
    SettingsFile file = new SettingsFile(folder);
    CompletableFuture<SettingsFile.Read> settings =
        CompletableFuture.supplyAsync(
            () -> {
              SettingsFile.Read read = file.read();
              Languages.use(new Preferences(read.settings()).language().get());
              return read;
            });
    CompletableFuture<Void> icons = settings.thenRunAsync(Theme::loadIcons);
    return new Preparation(folder, file, settings, icons.thenApplyAsync(done -> Components.load()));
  }
}
