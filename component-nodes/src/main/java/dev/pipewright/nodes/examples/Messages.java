package dev.pipewright.nodes.examples;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the viewer, from `messages.properties`, and how it writes numbers.
final class Messages {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("dev.pipewright.nodes.examples.messages");

  private Messages() {}

  /// The text of this key, with these parts in it.
  static String text(String key, Object... parts) {
    return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(parts);
  }

  /// A count, as `15,002`.
  static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /// A share of a whole, as `22.5 %`.
  static String percent(double share) {
    String number = String.format(Locale.ROOT, "%.1f", 100 * share);
    boolean isRounded = number.equals("0.0") && share > 0 || number.equals("100.0") && share < 1;
    return isRounded ? (share < 0.5 ? "<0.1 %" : ">99.9 %") : number + " %";
  }

  /// A number in about four digits, as `1,234.5`, `0.8934` or `1.5e-7`.
  static String number(double x) {
    double size = Math.abs(x);
    if (!Double.isFinite(x)) {
      return Double.isNaN(x) ? "NaN" : x > 0 ? "\u221e" : "\u2212\u221e";
    }
    if (x == Math.rint(x) && size < 1e15) {
      return count((long) x);
    }
    if (size >= 1e7 || size < 1e-3) {
      return String.format(Locale.ROOT, "%.3e", x).replaceFirst("e\\+?(-?)0?", "e$1");
    }
    return String.format(Locale.ROOT, "%,." + (size >= 1000 ? 1 : size >= 1 ? 2 : 4) + "f", x);
  }

  /// Seconds, as `0.08 s`.
  static String seconds(double seconds) {
    return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.0f s", seconds);
  }

  /// A size, as `96 MB`.
  static String bytes(long size) {
    return size < 1_000_000
        ? String.format(Locale.ROOT, "%.0f kB", size / 1e3)
        : String.format(Locale.ROOT, "%.0f MB", size / 1e6);
  }
}
