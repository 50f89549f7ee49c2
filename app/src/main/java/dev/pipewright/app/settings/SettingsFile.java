package dev.pipewright.app.settings;

import dev.pipewright.app.text.FileTrouble;
import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.file.JsonText;
import dev.pipewright.pipeline.file.WholeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/// Keeps settings in `settings.json` of a folder, whole or not at all.
public final class SettingsFile {

  private static final Texts TEXTS = Texts.of(SettingsFile.class);

  private final Path file;

  /// Keeps them in this folder, which need not be there yet.
  public SettingsFile(Path folder) {
    this.file = folder.resolve("settings.json");
  }

  /// Settings that were read.
  ///
  /// @param settings what the file says, or the defaults
  /// @param damage why defaults were taken although there is a file, or null
  public record Read(Settings settings, @Nullable EngineException damage) {}

  /// Reads the settings; the defaults where there is no file, or for what in it cannot be. A
  /// damaged file is set aside, since new settings will take its place.
  public Read read() {
    try {
      String text = Files.readString(file);
      if (JsonText.parse(text) instanceof Fields fields) {
        SettingsText.Read read = SettingsText.read(fields);
        return read.broken().isEmpty() ? new Read(read.settings(), null) : partly(read);
      }
      return damaged(TEXTS.get("settings.none"), null);
    } catch (NoSuchFileException e) {
      return new Read(Settings.DEFAULT, null);
    } catch (ProjectException | IllegalArgumentException | CharacterCodingException e) {
      return damaged(e instanceof ProjectException known ? known.what() : e.toString(), e);
    } catch (IOException e) {
      return usual(
          TEXTS.get("settings.unreadable", FileTrouble.reason(e)),
          file,
          TEXTS.get("settings.unreadable.fix"),
          e);
    }
  }

  /// What could be read is taken; the file is set aside for the rest.
  private Read partly(SettingsText.Read read) {
    String what = String.join(", ", read.broken());
    Read aside = damaged(TEXTS.get("settings.broken", what), null);
    return new Read(read.settings(), aside.damage());
  }

  private Read damaged(String why, @Nullable Exception cause) {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      return usual(
          TEXTS.get("settings.damaged", why), aside, TEXTS.get("settings.damaged.fix"), cause);
    } catch (IOException e) {
      return usual(
          TEXTS.get("settings.damaged", why), file, TEXTS.get("settings.unreadable.fix"), e);
    }
  }

  private static Read usual(String what, Path where, String fix, @Nullable Exception cause) {
    return new Read(
        Settings.DEFAULT, new EnvironmentException(what, Location.of(where), fix, cause));
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
          TEXTS.get("settings.unwritable", FileTrouble.reason(e)),
          Location.of(file),
          TEXTS.get("settings.unwritable.fix"),
          e);
    }
  }
}
