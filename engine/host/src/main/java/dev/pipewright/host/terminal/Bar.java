package dev.pipewright.host.terminal;

/// Bars drawn with block characters.
public final class Bar {

  private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";
  private static final String LEVELS = "▁▂▃▄▅▆▇█";

  private Bar() {}

  /// A bar that fills `fraction` (0 to 1) of `width` characters, to an eighth of one.
  public static String of(double fraction, int width) {
    int eighths = (int) Math.round(Math.clamp(fraction, 0, 1) * width * 8);
    StringBuilder bar = new StringBuilder("█".repeat(eighths / 8));
    if (eighths % 8 > 0) {
      bar.append(EIGHTHS.charAt(eighths % 8));
    }
    return bar + " ".repeat(width - bar.length());
  }

  /// A small histogram: a character a value, the highest full. Values are not negative.
  public static String sparkline(double... values) {
    double highest = 0;
    for (double value : values) {
      highest = Math.max(highest, value);
    }
    StringBuilder line = new StringBuilder();
    for (double value : values) {
      int level = highest == 0 ? 0 : (int) Math.round(value / highest * (LEVELS.length() - 1));
      line.append(LEVELS.charAt(level));
    }
    return line.toString();
  }
}
