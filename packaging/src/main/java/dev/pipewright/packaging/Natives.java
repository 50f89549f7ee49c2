package dev.pipewright.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The unpacked native libraries.
final class Natives {
  private Natives() {}

  /// Takes the symbols for debuggers out of Linux's libraries, which are a quarter of TensorFlow's
  /// 680 MB, where binutils are installed.
  static void prepare(OperatingSystem system, Path folder)
      throws IOException, InterruptedException {
    if (system == OperatingSystem.LINUX && Command.exists("strip")) {
      for (Path library : libraries(folder)) {
        Command.of("strip", "--strip-unneeded", library.toString()).run();
      }
    }
  }

  private static List<Path> libraries(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
