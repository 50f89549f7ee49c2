package dev.pipewright.app.settings;

import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.file.JsonText;
import dev.pipewright.pipeline.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Keeps settings in `settings.json` of a folder, whole or not at all.
public final class SettingsFile {

  private final Path file;

  /// Keeps them in this folder, which need not be there yet.
  public SettingsFile(Path folder) {
    this.file = folder.resolve("settings.json");
  }

  /// Settings that were read.
  ///
  /// @param settings what the file says, or the defaults
  /// @param damage why the defaults were taken although there is a file, or null
  public record Read(Settings settings, @Nullable EngineException damage) {}

  /// Reads the settings; the defaults where there is no file, or it is damaged.
  public Read read() {
    try {
      String text = Files.readString(file);
      if (JsonText.parse(text) instanceof Fields fields) {
        return new Read(SettingsText.read(fields), null);
      }
      return damaged("It is not a JSON object.", null);
    } catch (NoSuchFileException e) {
      return new Read(Settings.DEFAULT, null);
    } catch (IOException | ProjectException | IllegalArgumentException e) {
      return damaged(String.valueOf(e.getMessage()), e);
    }
  }

  private Read damaged(String why, @Nullable Exception cause) {
    return new Read(
        Settings.DEFAULT,
        new EnvironmentException(
            "The settings could not be read, so the usual ones are used: " + why,
            Location.of(file),
            "They are written anew when the window closes.",
            cause));
  }

  /// Writes the settings.
  ///
  /// @throws EnvironmentException when they cannot be written
  public void write(Settings settings) {
    try {
      Files.createDirectories(file.getParent());
      String text = JsonText.pretty(SettingsText.write(settings));
      WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new EnvironmentException(
          "The settings cannot be written: " + e.getMessage() + ".",
          Location.of(file),
          "Check the folder's rights and free space.",
          e);
    }
  }
}
