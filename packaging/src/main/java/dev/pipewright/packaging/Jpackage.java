package dev.pipewright.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The JDK's jpackage.
///
/// @param jdk the JDK's folder
/// @param system what it packs for
/// @param version the product's, digits and dots
/// @param resources the folder of icons and the file association
record Jpackage(Path jdk, OperatingSystem system, String version, Path resources) {
  /// What the product and its libraries use, by jdeps, and what they find by name: charsets of CSV
  /// files, JNDI for Jackson's and the logging's look-ups, the zip file system.
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.scripting",
          "java.sql",
          "java.xml",
          "jdk.charsets",
          "jdk.jfr",
          "jdk.management",
          "jdk.unsupported",
          "jdk.zipfs");

  /// `bin/java` stays, since the workbench starts the engine with it.
  private static final String RUNTIME_OPTIONS =
      "--strip-debug --no-man-pages --no-header-files --generate-cds-archive";

  /// Makes the app image with both executables; their configurations are jpackage's until they are
  /// written anew.
  Image image(Path staging, String mainJar, Executables executables, Path into)
      throws IOException, InterruptedException {
    Path commandLine = Files.createTempFile("launcher", ".properties");
    try {
      Files.writeString(
          commandLine,
          "main-jar="
              + mainJar
              + "\nmain-class="
              + executables.commandLine().mainClass()
              + "\n"
              + "win-console=true\n");
      List<String> words = words("app-image", into);
      words.addAll(
          List.of(
              "--input", staging.toString(),
              "--main-jar", mainJar,
              "--main-class", executables.workbench().mainClass(),
              "--add-launcher", executables.commandLine().name() + "=" + commandLine,
              "--add-modules", String.join(",", MODULES),
              "--jlink-options", RUNTIME_OPTIONS,
              "--icon", icon().toString()));
      new Command(words, Map.of()).run();
    } finally {
      Files.delete(commandLine);
    }
    String bundle = system == OperatingSystem.MACOS ? ".app" : "";
    return new Image(into.resolve(Executables.WORKBENCH + bundle), system);
  }

  /// Wraps the image into an installer of jpackage's: `.dmg` or `.msi`.
  void installer(Image image, Path license, Path into) throws IOException, InterruptedException {
    List<String> words = words(system.installerType(), into);
    words.addAll(
        List.of(
            "--app-image", image.root().toString(),
            "--license-file", license.toString(),
            "--file-associations", resources.resolve("pipewright.properties").toString()));
    if (system == OperatingSystem.WINDOWS) {
      words.addAll(List.of("--win-menu", "--win-per-user-install", "--win-shortcut-prompt"));
    }
    new Command(words, Map.of()).run();
  }

  private List<String> words(String type, Path into) {
    return new ArrayList<>(
        List.of(
            jdk.resolve("bin").resolve("jpackage").toString(),
            "--type",
            type,
            "--name",
            Executables.WORKBENCH,
            "--app-version",
            version,
            "--vendor",
            "Pipewright",
            "--description",
            "Workbench for TensorFlow pipelines",
            "--dest",
            into.toString()));
  }

  private Path icon() {
    return resources.resolve("pipewright." + system.iconType());
  }
}
