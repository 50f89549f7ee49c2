package dev.pipewright.nodes.viewer;

import java.nio.file.Path;

/// Where the artifacts for tests lie.
final class Artifacts {

  private static final Path ALL = Path.of("src/test/resources/artifacts");

  private Artifacts() {}

  /// An output of the sample penguins.
  static Path penguins(String output) {
    return ALL.resolve("penguins").resolve(output);
  }

  /// An output of the run that expects too much.
  static Path strict(String output) {
    return ALL.resolve("strict").resolve(output);
  }
}
