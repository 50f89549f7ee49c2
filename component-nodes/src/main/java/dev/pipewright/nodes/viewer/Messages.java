package dev.pipewright.nodes.viewer;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the viewers, from `messages.properties`, and how they write numbers.
final class Messages {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("dev.pipewright.nodes.viewer.messages");

  private static final String NOTHING = "\u2013";
  private static final double LEAST_SHARE = 0.0005;

  private Messages() {}

  /// The text of this key, with these parts in it.
  static String text(String key, Object... parts) {
    return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(parts);
  }

  /// A count, as `15,002`.
  static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /// A number in about four digits, as `1,234.5`, `0.8934` or `1.5e-7`.
  static String number(double x) {
    double size = Math.abs(x);
    if (!Double.isFinite(x)) {
      return Double.isNaN(x) ? "NaN" : x > 0 ? "∞" : "−∞";
    }
    if (x == Math.rint(x) && size < 1e9) {
      return count((long) x);
    }
    if (size >= 1e7 || size < 1e-3) {
      return String.format(Locale.ROOT, "%.3e", x).replaceFirst("e\\+?(-?)0?", "e$1");
    }
    int decimals = size >= 1000 ? 1 : size >= 1 ? 2 : 4;
    return String.format(Locale.ROOT, "%,." + decimals + "f", x);
  }

  /// A number where there is little room, as `17.03B`, `4,182` or `0.8934`.
  static String brief(double x) {
    double size = Math.abs(x);
    if (size < 1000 || size >= 1e12 || Double.isNaN(x)) {
      return number(x);
    }
    if (size >= 1e9) {
      return String.format(Locale.ROOT, "%.2fB", x / 1e9);
    }
    return size >= 1e6
        ? String.format(Locale.ROOT, "%.2fM", x / 1e6)
        : String.format(Locale.ROOT, "%,.0f", x);
  }

  /// A share of a whole, as `22.5%`. What is not none of it and not all is not told as that;
  /// nothing is a share of nothing.
  static String percent(double fraction) {
    if (Double.isNaN(fraction)) {
      return NOTHING;
    }
    if (fraction == 0 || fraction == 1) {
      return String.format(Locale.ROOT, "%.0f%%", 100 * fraction);
    }
    if (fraction < LEAST_SHARE) {
      return "<0.1%";
    }
    return fraction > 1 - LEAST_SHARE
        ? ">99.9%"
        : String.format(Locale.ROOT, "%.1f%%", 100 * fraction);
  }

  /// A number of what may have no values, as `brief`.
  static String measured(double x) {
    return Double.isNaN(x) ? NOTHING : brief(x);
  }

  /// A size, as `4.1 MB`; 1 MB is 1,000,000 bytes.
  static String bytes(long size) {
    String[] units = {"kB", "MB", "GB", "TB"};
    double amount = size / 1000.0;
    int unit = 0;
    while (amount >= 1000 && unit < units.length - 1) {
      amount /= 1000;
      unit++;
    }
    return size < 1000
        ? text("bytes", size)
        : String.format(Locale.ROOT, "%.1f %s", amount, units[unit]);
  }
}
