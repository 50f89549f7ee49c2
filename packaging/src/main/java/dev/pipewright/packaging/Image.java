package dev.pipewright.packaging;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// An app image as jpackage lays it out.
///
/// @param root its folder
/// @param system what it runs on
record Image(Path root, OperatingSystem system) {
  /// The folder of jars, caches and executables' configurations.
  Path appFolder() {
    return root.resolve(system.contents()).resolve("app");
  }

  /// The runtime's `java`.
  Path java() {
    Path runtime = root.resolve(system.contents()).resolve("runtime");
    return switch (system) {
      case LINUX -> runtime.resolve("bin/java");
      case MACOS -> runtime.resolve("Contents/Home/bin/java");
      case WINDOWS -> runtime.resolve("bin/java.exe");
    };
  }

  /// The class path of both executables.
  String classPath(List<String> jars) {
    return jars.stream()
        .map(jar -> appFolder().resolve(jar).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
