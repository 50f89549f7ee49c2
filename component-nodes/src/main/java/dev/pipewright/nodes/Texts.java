package dev.pipewright.nodes;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of cards and faces, from `messages.properties`.
public final class Texts {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("dev.pipewright.nodes.messages");

  private Texts() {}

  /// The text of this key, with these parts in it.
  public static String text(String key, Object... parts) {
    return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(parts);
  }

  /// A measured number in about three digits, as `0.248`.
  public static String number(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
    }
    if (size >= 1e6 || (size > 0 && size < 5e-4)) {
      return String.format(Locale.ROOT, "%.1e", value).replaceFirst("e([+-])0", "e$1");
    }
    return String.format(Locale.ROOT, size >= 1000 ? "%,.0f" : size >= 10 ? "%.1f" : "%.3f", value);
  }

  /// A number as a person wrote it, as `0.85` or `10,000`; a very large one in short.
  public static String plain(double value) {
    if (Math.abs(value) >= 1e8) {
      return number(value);
    }
    return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(value);
  }

  /// How long something took, as `2.1 s` or `1 m 04 s`.
  public static String duration(Duration duration) {
    if (duration.toMillis() < 100) {
      return text("time.milliseconds", duration.toMillis());
    }
    return duration.toMillis() < 10_000
        ? text("time.seconds", String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0))
        : wholeSeconds(duration);
  }

  /// How long something has taken so far, as `43 s` or `1 m 04 s`.
  public static String wholeSeconds(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 60) {
      return text("time.seconds", Long.toString(seconds));
    }
    return seconds < 3600
        ? text("time.minutes", seconds / 60, String.format(Locale.ROOT, "%02d", seconds % 60))
        : text("time.hours", seconds / 3600, String.format(Locale.ROOT, "%02d", seconds / 60 % 60));
  }
}
