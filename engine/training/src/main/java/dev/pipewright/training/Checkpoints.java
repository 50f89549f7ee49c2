package dev.pipewright.training;

import dev.pipewright.tensorflow.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The checkpoints of a training in its work folder: the variables in a folder a step, and a state
/// that names the step that counts. A crash between the two leaves the checkpoint before.
final class Checkpoints {

  private static final String PREFIX = "checkpoint-";

  private final Path folder;
  private final Checkpoint variables;

  Checkpoints(Path folder, Checkpoint variables) {
    this.folder = folder;
    this.variables = variables;
  }

  /// The state of the training that was interrupted here.
  Optional<TrainingState> latest() throws IOException {
    return Files.exists(state()) ? Optional.of(TrainingState.read(state())) : Optional.empty();
  }

  /// Saves the variables and the state, and drops what is not needed any more.
  void save(TrainingState state) throws IOException {
    Path target = folder(state.step());
    if (state.step() != state.bestStep() || !Files.exists(target)) {
      delete(target);
      variables.save(target);
    }
    state.write(state());
    for (Path other : all()) {
      if (!other.equals(target) && !other.equals(folder(state.bestStep()))) {
        delete(other);
      }
    }
  }

  /// Sets the variables to what they were at a step.
  void restore(long step) {
    variables.restore(folder(step));
  }

  private Path state() {
    return folder.resolve("state.properties");
  }

  private Path folder(long step) {
    return folder.resolve(PREFIX + step);
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().startsWith(PREFIX)).toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
