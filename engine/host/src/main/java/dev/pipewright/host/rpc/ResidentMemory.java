package dev.pipewright.host.rpc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory this process has in use, native libraries' included.
final class ResidentMemory {

  private static final Path LINUX = Path.of("/proc/self/status");

  private ResidentMemory() {}

  /// The bytes, or 0 where the system does not tell.
  static long bytes() {
    if (!Files.exists(LINUX)) {
      return 0;
    }
    try {
      return Files.readAllLines(LINUX).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
