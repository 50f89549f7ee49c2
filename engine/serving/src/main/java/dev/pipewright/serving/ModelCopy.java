package dev.pipewright.serving;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Copies and removes model folders.
final class ModelCopy {

  /// Throws when the run was cancelled.
  @FunctionalInterface
  interface CancelCheck {
    void check() throws InterruptedException;
  }

  private static final int CHUNK_BYTES = 1 << 24;

  private ModelCopy() {}

  /// Copies all below a folder into another that exists, and sees that it is on disk.
  static void copy(Path from, Path to, CancelCheck cancel)
      throws IOException, InterruptedException {
    for (Path path : paths(from)) {
      Path target = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(target);
      } else {
        copyFile(path, target, cancel);
      }
    }
  }

  private static List<Path> paths(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted().toList();
    }
  }

  private static void copyFile(Path from, Path to, CancelCheck cancel)
      throws IOException, InterruptedException {
    try (FileChannel source = FileChannel.open(from);
        FileChannel target =
            FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long at = 0; at < source.size(); ) {
        cancel.check();
        at += source.transferTo(at, CHUNK_BYTES, target);
      }
      target.force(true);
    }
  }

  /// How many bytes the files of a folder have.
  static long sizeBytes(Path folder) throws IOException {
    long size = 0;
    for (Path path : paths(folder)) {
      size += Files.isDirectory(path) ? 0 : Files.size(path);
    }
    return size;
  }

  /// Removes a folder with all in it, if it is there.
  static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failure)
                throws IOException {
              if (failure != null) {
                throw failure;
              }
              Files.delete(left);
              return FileVisitResult.CONTINUE;
            }
          });
    }
  }
}
