package dev.pipewright.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/// What is packed, and where things lie in the checkout.
///
/// @param system the system to pack for: this machine's
/// @param jars the class path of both programs; folders on it, as this module's own, are not packed
/// @param checkout the checkout's folder
/// @param version the product's, digits and dots
/// @param time what every file's time is to be
record Recipe(
    OperatingSystem system, List<Path> jars, Path checkout, String version, FileTime time) {
  Recipe {
    jars = List.copyOf(jars);
  }

  static Recipe of(String classPath, Path checkout, String version, FileTime time) {
    List<Path> jars =
        Stream.of(classPath.split(File.pathSeparator))
            .filter(path -> path.endsWith(".jar"))
            .map(Path::of)
            .toList();
    return new Recipe(
        OperatingSystem.current(), jars, checkout, version.replace("-SNAPSHOT", ""), time);
  }

  /// The JDK that this runs on.
  Jpackage jpackage() {
    return new Jpackage(Path.of(System.getProperty("java.home")), system, version, resources());
  }

  Path target() {
    return checkout.resolve("packaging/target");
  }

  /// Removed and made anew.
  Path work() {
    return target().resolve("work");
  }

  Path staging() {
    return work().resolve("staging");
  }

  Path images() {
    return work().resolve("image");
  }

  Path resources() {
    return target().resolve("classes/dev/pipewright/packaging");
  }

  Path engineFlags() {
    return checkout.resolve("packaging/engine.jvm");
  }

  Path license() {
    return checkout.resolve("LICENSE");
  }

  /// Copies the sample project, without the results of runs.
  ///
  /// @return the project's file
  Path copySample(Path into) throws IOException {
    Path sample = checkout.resolve("samples/penguins");
    Path copy = into.resolve("penguins");
    Files.createDirectories(copy);
    new Tree(sample.resolve("data")).copyTo(copy.resolve("data"));
    return Files.copy(sample.resolve("penguins.pipewright"), copy.resolve("penguins.pipewright"));
  }
}
