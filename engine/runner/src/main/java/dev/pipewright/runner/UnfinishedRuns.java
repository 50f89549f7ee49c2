package dev.pipewright.runner;

import dev.pipewright.pipeline.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The runs whose process was killed, since the last that came to its end. The next run does what
/// they were to do, so it must not find what they made when it looks into the past: it would take a
/// model that they had just blessed for an earlier baseline, and give another result than if
/// nothing had happened.
///
/// @param names their names
record UnfinishedRuns(List<String> names) {

  UnfinishedRuns {
    names = List.copyOf(names);
  }

  /// Those there are before this run, which is noted as one of them until `clear`.
  static UnfinishedRuns begin(RunRoot root, String run) throws IOException {
    UnfinishedRuns before = read(root);
    String text =
        String.join("\n", Stream.concat(before.names().stream(), Stream.of(run)).toList());
    WholeFile.write(file(root), text.getBytes(StandardCharsets.UTF_8));
    return before;
  }

  /// Those there are.
  static UnfinishedRuns read(RunRoot root) throws IOException {
    Path file = file(root);
    return new UnfinishedRuns(Files.exists(file) ? Files.readAllLines(file) : List.of());
  }

  /// A run has come to its end, be it a good one.
  static void clear(RunRoot root) throws IOException {
    Files.deleteIfExists(file(root));
  }

  private static Path file(RunRoot root) {
    return root.own().resolve("unfinished");
  }
}
