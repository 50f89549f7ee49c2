package dev.pipewright.serving;

import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;

/// A folder of model versions, as TensorFlow Serving watches it: each version is a folder, named by
/// a number. It takes the highest.
///
/// @param base the folder of all versions
/// @param clock whose seconds since 1970 name a version
record VersionFolder(Path base, Clock clock) {

  private static final String TEMPORARY = ".pushing-";

  /// Copies a model to a new version, which appears whole. Never touches another: where there is
  /// already one of this second, the new one gets the next.
  ///
  /// @param workFolder remembers the copy under way, so that after a crash the next call removes it
  /// @return the version's folder
  /// @throws ParameterException when the base folder is a file
  /// @throws EnvironmentException when it cannot be written to, or has no room
  Path publish(Path model, Path workFolder, ModelCopy.CancelCheck cancel)
      throws IOException, InterruptedException {
    try {
      createBase();
      requireRoom(model);
      removeLeftOver(workFolder.resolve(TEMPORARY));
      Path temporary = Files.createTempDirectory(base, TEMPORARY);
      try {
        Files.writeString(workFolder.resolve(TEMPORARY), temporary.toString());
        ModelCopy.copy(model, temporary, cancel);
        return rename(temporary);
      } finally {
        ModelCopy.remove(temporary);
      }
    } catch (IOException e) {
      throw refused(e);
    }
  }

  private void createBase() throws IOException {
    try {
      Files.createDirectories(base);
    } catch (FileAlreadyExistsException e) {
      throw new ParameterException(
          "base_directory is a file, not a folder.",
          Location.of(base).withSubject("push_destination"),
          "Choose a folder, or move the file away.",
          e);
    }
  }

  private void requireRoom(Path model) throws IOException {
    long needed = ModelCopy.sizeBytes(model);
    long free = Files.getFileStore(base).getUsableSpace();
    if (needed > free) {
      throw new EnvironmentException(
          "The disk is full: the model takes %,d bytes, and %,d are free.".formatted(needed, free),
          Location.of(base),
          "Remove old versions, or push to another disk.");
    }
  }

  private static void removeLeftOver(Path note) throws IOException {
    if (Files.exists(note)) {
      ModelCopy.remove(Path.of(Files.readString(note)));
    }
  }

  private Path rename(Path temporary) throws IOException {
    // createTempDirectory lets nobody else in, but a model server may be another user.
    makeReadableAs(temporary, base);
    Path version = nextVersion();
    while (true) {
      try {
        Files.move(temporary, version, StandardCopyOption.ATOMIC_MOVE);
        sync(base);
        return version;
      } catch (FileSystemException e) {
        // Another process may have made that version since.
        if (!Files.exists(version)) {
          throw e;
        }
        version = nextVersion();
      }
    }
  }

  private Path nextVersion() {
    long version = clock.instant().getEpochSecond();
    while (Files.exists(base.resolve(Long.toString(version)))) {
      version++;
    }
    return base.resolve(Long.toString(version));
  }

  private static void makeReadableAs(Path folder, Path example) throws IOException {
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(folder, Files.getPosixFilePermissions(example));
    }
  }

  private static void sync(Path folder) throws IOException {
    if (!System.getProperty("os.name").startsWith("Windows")) {
      try (FileChannel channel = FileChannel.open(folder)) {
        channel.force(true);
      }
    }
  }

  private EnvironmentException refused(IOException e) {
    String reason =
        switch (e) {
          case AccessDeniedException denied -> denied.getFile() + " may not be written to";
          case FileSystemException f when f.getReason() != null -> f.getReason();
          default -> String.valueOf(e.getMessage());
        };
    return new EnvironmentException(
        "The model could not be copied to the folder: " + reason + ".",
        Location.of(base),
        "Check the folder's rights and the room on its disk, or choose another base_directory.",
        e);
  }
}
