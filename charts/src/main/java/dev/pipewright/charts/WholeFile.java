package dev.pipewright.charts;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that appears with all its content, or stays as it was.
final class WholeFile {

  /// What writes the content.
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  static void write(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath();
    Path part = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
    try {
      try (FileOutputStream disk = new FileOutputStream(part.toFile());
          OutputStream out = new BufferedOutputStream(disk)) {
        content.write(out);
        out.flush();
        disk.getFD().sync();
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
