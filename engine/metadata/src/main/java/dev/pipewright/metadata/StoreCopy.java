package dev.pipewright.metadata;

import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A copy of a store's files in a folder of its own. SQLite locks a file that it reads, and beside
/// one with a write-ahead log it makes files: of a store that is not ours to touch only this is
/// opened.
///
/// @param folder where the copy is
/// @param file the copy of the store
record StoreCopy(Path folder, Path file) {

  private static final int ATTEMPTS = 20;
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final List<String> PARTS = List.of("", "-wal", "-journal");

  /// Copies a store, with what a writer has not yet put in its file. A writer at work is waited
  /// for, a second at most.
  static StoreCopy of(Path store) {
    try {
      Path folder = Files.createTempDirectory("pipewright-store");
      StoreCopy copy = new StoreCopy(folder, folder.resolve("metadata.db"));
      for (int i = 0; i < ATTEMPTS && !copy.copied(store); i++) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      return copy;
    } catch (IOException e) {
      throw new EnvironmentException(
          "The metadata store cannot be read: " + e.getMessage() + ".",
          Location.of(store),
          "See that you may read it, and that there is room for a copy in the temporary folder.",
          e);
    }
  }

  /// Whether nobody wrote meanwhile.
  private boolean copied(Path store) throws IOException {
    List<Object> before = stamps(store);
    for (String part : PARTS) {
      Path from = part(store, part);
      if (Files.exists(from)) {
        Files.copy(from, part(file, part), StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.deleteIfExists(part(file, part));
      }
    }
    return before.equals(stamps(store));
  }

  private static List<Object> stamps(Path store) throws IOException {
    List<Object> stamps = new ArrayList<>();
    for (String part : PARTS) {
      Path path = part(store, part);
      if (Files.exists(path)) {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        stamps.add(List.of(part, now.size(), now.lastModifiedTime()));
      }
    }
    return stamps;
  }

  private static Path part(Path store, String part) {
    return store.resolveSibling(store.getFileName() + part);
  }

  /// Removes the copy.
  void delete() {
    try (var files = Files.list(folder)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
      Files.delete(folder);
    } catch (IOException e) {
      // It lies in the temporary folder, which the system clears.
      System.getLogger(StoreCopy.class.getName())
          .log(System.Logger.Level.DEBUG, "the copy {0} stays: {1}", folder, e);
    }
  }
}
