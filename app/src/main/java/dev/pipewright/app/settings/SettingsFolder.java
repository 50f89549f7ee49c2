package dev.pipewright.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the platform keeps what programs remember for a user.
public final class SettingsFolder {

  /// The system property that names another folder.
  public static final String PROPERTY = "pipewright.settings";

  private SettingsFolder() {}

  /// The folder of this user, which need not be there yet.
  public static Path ofUser() {
    String chosen = System.getProperty(PROPERTY);
    return chosen != null
        ? Path.of(chosen).toAbsolutePath()
        : of(
            System.getProperty("os.name"),
            Path.of(System.getProperty("user.home")),
            System.getenv());
  }

  static Path of(String system, Path home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return or(environment.get("APPDATA"), home.resolve("AppData/Roaming")).resolve("Pipewright");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library/Application Support/Pipewright");
    }
    return or(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("pipewright");
  }

  private static Path or(@Nullable String path, Path otherwise) {
    return path == null || path.isBlank() ? otherwise : Path.of(path);
  }
}
