package dev.pipewright.packaging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One of the image's executables.
///
/// @param name its file name
/// @param mainClass what it runs
/// @param options the JVM's options, `$APPDIR` for the image's folder of jars
/// @param cache the file name of its AOT cache there
record Executable(String name, String mainClass, List<String> options, String cache) {
  static final String APP_FOLDER = "$APPDIR";

  Executable {
    options = List.copyOf(options);
  }

  /// The text of the `.cfg` file that jpackage's executable of this name reads at its start.
  ///
  /// jpackage would write it too, but splits an option at its spaces.
  ///
  /// @param jars file names, in the order of the class path
  String configuration(List<String> jars, String version) {
    Stream<String> classPath = jars.stream().map(jar -> "app.classpath=" + APP_FOLDER + "/" + jar);
    return Stream.of(
            Stream.of("[Application]", "app.mainclass=" + mainClass),
            classPath,
            Stream.of("", "[JavaOptions]"),
            running(version).map(option -> "java-options=" + option))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// A script of `sh` that does what jpackage's executable does, which on Linux asks dpkg first
  /// whose it is: a tenth of a second at every start.
  ///
  /// @param jars file names, in the order of the class path
  String script(List<String> jars, String version) {
    String classPath =
        jars.stream().map(jar -> APP_FOLDER + "/" + jar).collect(Collectors.joining(":"));
    return Stream.of(
            Stream.of(
                "#!/bin/sh",
                "root=$(dirname \"$(dirname \"$(readlink -f \"$0\")\")\")",
                "APPDIR=$root/lib/app",
                "exec \"$root/lib/runtime/bin/java\" \\"),
            running(version).map(option -> "  " + quoted(option) + " \\"),
            Stream.of("  -cp " + quoted(classPath) + " \\", "  " + mainClass + " \"$@\""))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String quoted(String option) {
    if (option.replace(APP_FOLDER, "").matches(".*[\"$`\\\\].*")) {
      throw new IllegalArgumentException("would need more quoting: " + option);
    }
    return '"' + option + '"';
  }

  private Stream<String> running(String version) {
    // A cache that does not fit slows the start down; it is nothing to tell a person.
    return Stream.concat(
        options.stream(),
        Stream.of(
            "-XX:AOTCache=" + APP_FOLDER + "/" + cache,
            "-Xlog:aot=off",
            "-Xlog:cds=off",
            "-Djpackage.app-version=" + version));
  }

  /// The options that its AOT cache is trained with: what it runs with, `$APPDIR` resolved.
  List<String> trainingOptions(Path appFolder) {
    List<String> training = new ArrayList<>();
    options.forEach(option -> training.add(option.replace(APP_FOLDER, appFolder.toString())));
    training.add("-XX:AOTCacheOutput=" + appFolder.resolve(cache));
    return training;
  }
}
