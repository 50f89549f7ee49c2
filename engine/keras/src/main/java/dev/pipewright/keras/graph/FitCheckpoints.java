package dev.pipewright.keras.graph;

import dev.pipewright.tensorflow.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The checkpoints of a training: folders `step-<number>`, of which the newest is kept.
final class FitCheckpoints {

  private static final String PREFIX = "step-";

  private final CheckpointPolicy policy;
  private final Checkpoint checkpoint;
  private long savedAtNanos = System.nanoTime();

  FitCheckpoints(CheckpointPolicy policy, Checkpoint checkpoint) {
    this.policy = policy;
    this.checkpoint = checkpoint;
  }

  /// Sets variables and progress to the newest checkpoint, if there is one.
  boolean resume(FitProgress progress) {
    Optional<Path> newest = all().stream().max(Comparator.naturalOrder());
    newest.ifPresent(
        directory -> {
          checkpoint.restore(directory);
          progress.restore(Checkpoint.notes(directory));
        });
    return newest.isPresent();
  }

  boolean isDue(long step) {
    return step % policy.everySteps() == 0
        || System.nanoTime() - savedAtNanos >= policy.every().toNanos();
  }

  void save(FitProgress progress) {
    List<Path> older = all();
    Path directory = policy.directory().resolve(String.format("%s%012d", PREFIX, progress.step));
    if (!older.contains(directory)) {
      checkpoint.save(directory, progress.toJson());
      older.forEach(FitCheckpoints::delete);
    }
    savedAtNanos = System.nanoTime();
  }

  private List<Path> all() {
    if (!Files.isDirectory(policy.directory())) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(policy.directory())) {
      return entries
          .filter(path -> path.getFileName().toString().startsWith(PREFIX))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Renamed first: half a checkpoint must never be taken for one.
  private static void delete(Path directory) {
    try {
      Path doomed = directory.resolveSibling(".deleting-" + directory.getFileName());
      Files.move(directory, doomed);
      try (Stream<Path> contents = Files.walk(doomed)) {
        for (Path path : contents.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
