package dev.pipewright.runner.root;

import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.runner.OutputArtifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How large artifacts are that nobody has measured.
final class Sizes {

  /// What has more files is not measured: opening a root is not to take minutes.
  private static final int MOST = 500;

  private Sizes() {}

  static OutputArtifact of(Artifact artifact, Path place) {
    try (Stream<Path> all = Files.walk(place)) {
      List<Path> files = all.filter(Files::isRegularFile).limit(MOST + 1).toList();
      if (files.size() > MOST) {
        return new OutputArtifact(artifact, -1, -1);
      }
      long bytes = 0;
      for (Path file : files) {
        bytes += Files.size(file);
      }
      return new OutputArtifact(artifact, files.size(), bytes);
    } catch (IOException | UncheckedIOException e) {
      return new OutputArtifact(artifact, -1, -1); // Its viewer tells what is wrong with it.
    }
  }
}
