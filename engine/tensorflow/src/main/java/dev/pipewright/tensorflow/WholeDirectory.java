package dev.pipewright.tensorflow;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Writes a folder that appears whole or not at all: it is filled beside its place and moved there
/// in one step once its files are on the disk.
final class WholeDirectory implements AutoCloseable {

  private final Path target;
  private final Path temporary;

  /// Begins to write a folder that is not there yet, or is empty.
  WholeDirectory(Path directory) {
    target = directory.toAbsolutePath();
    try {
      if (Files.exists(target) && !isEmpty(target)) {
        throw new ArtifactException(
            "The folder to write is not empty.",
            Location.of(target),
            "Choose another folder, or remove this one.");
      }
      Files.createDirectories(target.getParent());
      temporary = Files.createTempDirectory(target.getParent(), ".writing-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }

  /// Where to write meanwhile.
  Path path() {
    return temporary;
  }

  /// Puts the folder in its place.
  void commit() {
    try {
      for (Path path : contents(temporary)) {
        if (Files.isRegularFile(path)) {
          try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
          }
        }
      }
      keepUsualPermissions();
      Files.deleteIfExists(target);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A temporary folder is its owner's alone.
  private void keepUsualPermissions() throws IOException {
    if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /// Removes what was written, unless it was put in its place.
  @Override
  public void close() {
    try {
      if (Files.exists(temporary)) {
        for (Path path : contents(temporary)) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Everything in it and itself, what is deeper first.
  private static List<Path> contents(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
