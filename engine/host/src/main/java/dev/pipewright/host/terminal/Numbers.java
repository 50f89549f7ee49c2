package dev.pipewright.host.terminal;

import java.time.Duration;
import java.util.Locale;

/// How numbers are written for a person.
public final class Numbers {

  private Numbers() {}

  /// A count, as `15,002`.
  public static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /// A value in at most five significant digits, as `0.81234`, `1,234.5` or `1.5e-07`.
  public static String value(double x) {
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      return Double.isNaN(x) ? "nan" : x > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(x);
    if (x == Math.rint(x) && size < 1e15) {
      return count((long) x);
    }
    if (size >= 1e15 || size < 1e-4) {
      return String.format(Locale.ROOT, "%.4e", x);
    }
    int decimals = Math.max(0, 4 - (int) Math.floor(Math.log10(size)));
    return stripZeros(String.format(Locale.ROOT, "%,." + Math.min(decimals, 5) + "f", x));
  }

  /// A share of a whole, as `22.5 %`; none and all are told from nearly so.
  public static String percent(double fraction) {
    if (fraction > 0 && fraction < 0.0005) {
      return "< 0.1 %";
    }
    if (fraction < 1 && fraction >= 0.9995) {
      return "> 99.9 %";
    }
    return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
  }

  /// How long something took, as `12 ms`, `3.4 s` or `2 min 5 s`.
  public static String elapsed(Duration time) {
    long millis = time.toMillis();
    if (millis < 1000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    return time.toMinutes() + " min " + time.toSecondsPart() + " s";
  }

  /// A size in bytes, as `4.1 MB`; 1 MB is 1,000,000 bytes.
  public static String bytes(long size) {
    String[] units = {"bytes", "kB", "MB", "GB", "TB"};
    double amount = size;
    int unit = 0;
    while (amount >= 1000 && unit < units.length - 1) {
      amount /= 1000;
      unit++;
    }
    return unit == 0 ? size + " bytes" : String.format(Locale.ROOT, "%.1f %s", amount, units[unit]);
  }

  private static String stripZeros(String decimal) {
    return decimal.contains(".") ? decimal.replaceAll("0+$", "").replaceAll("\\.$", "") : decimal;
  }
}
