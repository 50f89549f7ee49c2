package dev.pipewright.app.text;

import java.time.Duration;
import java.util.Locale;

/// Sizes and durations as people read them.
public final class Units {

  private static final String[] BYTES = {"B", "KB", "MB", "GB", "TB"};

  private Units() {}

  /// A size with three digits at most, `1.2 MB`; a kilobyte is 1,024 bytes.
  public static String bytes(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= 1000 && unit < BYTES.length - 1) {
      size /= 1024;
      unit++;
    }
    String number =
        unit == 0 || size >= 100
            ? Long.toString(Math.round(size))
            : String.format(Locale.ROOT, "%.1f", size);
    return number + " " + BYTES[unit];
  }

  /// A duration as everywhere in the workbench: `97 ms`, `0.4 s`, `43 s`, `1 m 04 s`, `2 h 05 m`.
  public static String duration(Duration duration) {
    return dev.pipewright.nodes.Texts.duration(duration);
  }

  /// A duration as a clock shows it: `1:52`, `1:02:03`.
  public static String clock(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds >= 3600
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}
