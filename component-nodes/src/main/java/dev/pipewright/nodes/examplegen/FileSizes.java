package dev.pipewright.nodes.examplegen;

import java.util.Locale;

/// Sizes of files for people.
final class FileSizes {

  private FileSizes() {}

  /// A size, as `1.2 GB`.
  static String text(long bytes) {
    if (bytes < 1_000_000) {
      return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
    }
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
