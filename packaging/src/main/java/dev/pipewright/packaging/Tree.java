package dev.pipewright.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/// A folder with all that is in it.
record Tree(Path root) {
  /// Everything, folders before what they hold, by name.
  List<Path> paths() throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.sorted().toList();
    }
  }

  /// Removes it, if it is there.
  void delete() throws IOException {
    if (Files.exists(root)) {
      for (Path path : paths().reversed()) {
        Files.delete(path);
      }
    }
  }

  /// Copies it; files are shared with the copy by hard links.
  void linkTo(Path target) throws IOException {
    for (Path path : paths()) {
      Path copy = target.resolve(root.relativize(path));
      if (Files.isDirectory(path)) {
        Files.createDirectories(copy);
      } else {
        Files.createLink(copy, path);
      }
    }
  }

  /// Copies it.
  void copyTo(Path target) throws IOException {
    for (Path path : paths()) {
      Path copy = target.resolve(root.relativize(path));
      if (Files.isDirectory(path)) {
        Files.createDirectories(copy);
      } else {
        Files.copy(path, copy);
      }
    }
  }

  /// Gives everything but links one time, so that equal contents make equal packages.
  void setTimes(FileTime time) throws IOException {
    for (Path path : paths()) {
      if (!Files.isSymbolicLink(path)) {
        Files.setLastModifiedTime(path, time);
      }
    }
  }

  /// The bytes of its files.
  long sizeBytes() throws IOException {
    long size = 0;
    for (Path path : paths()) {
      size += Files.isRegularFile(path) ? Files.size(path) : 0;
    }
    return size;
  }
}
