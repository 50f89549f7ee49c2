package dev.pipewright.charts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as charts write them: short, with k, M, G and T for thousands, and a real minus sign.
final class NumberText {

  private static final String[] SUFFIXES = {"", "k", "M", "G", "T"};
  private static final int MOST_DECIMALS = 12;

  private NumberText() {}

  /// The label of a tick among ticks that are `step` apart: as many decimals as tell neighbours
  /// apart.
  static String tick(double value, double step) {
    double size = Math.max(Math.abs(value), step);
    if (size < 1e-3 && value != 0) {
      return exponential(value, step);
    }
    int group = Math.abs(value) < 1000 ? 0 : group(value);
    int decimals = decimals(step / Math.pow(1000, group));
    if (group > 0 && decimals > 3) {
      return grouped(value, decimals(step));
    }
    String digits = fixed(value / Math.pow(1000, group), decimals);
    return (group == 0 ? digits : withoutZeros(digits)) + SUFFIXES[group];
  }

  /// The label of a power of ten, or of 2 or 5 times one.
  static String logTick(double value) {
    if (value >= 0.1 && value < 1e15) {
      return withoutZeros(tick(value, value));
    }
    return exponential(value, value);
  }

  /// A measured value with so many significant digits.
  static String value(double value, int digits) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    if (size < 1e-3 || size >= 1e15) {
      return exponential(value, Math.pow(10, Math.floor(Math.log10(size)) - digits + 1));
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
    int whole = rounded.precision() - rounded.scale();
    if (size >= 1e5) {
      int group = group(rounded.doubleValue());
      return fixed(value / Math.pow(1000, group), Math.max(0, digits - whole + 3 * group))
          + SUFFIXES[group];
    }
    return grouped(rounded.doubleValue(), Math.max(0, digits - whole));
  }

  /// A value with at most so many significant digits, without zeros at its end.
  static String shortest(double value, int digits) {
    String text = value(value, digits);
    return text.contains("e") || !Character.isDigit(text.charAt(text.length() - 1))
        ? text
        : withoutZeros(text);
  }

  /// A step or a count: whole where it is whole, thousands apart.
  static String count(double value) {
    if (Math.rint(value) == value && Math.abs(value) < 1e15) {
      return grouped(value, 0);
    }
    return value(value, 4);
  }

  private static int group(double value) {
    int group = (int) Math.floor(Math.log10(Math.abs(value)) / 3 + 1e-12);
    return Math.clamp(group, 0, SUFFIXES.length - 1);
  }

  private static int decimals(double step) {
    double scaled = step;
    for (int decimals = 0; decimals < MOST_DECIMALS; decimals++) {
      if (Math.abs(scaled - Math.rint(scaled)) < 1e-6 * scaled) {
        return decimals;
      }
      scaled *= 10;
    }
    return MOST_DECIMALS;
  }

  private static String exponential(double value, double step) {
    int exponent = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-12);
    int decimals = decimals(step / Math.pow(10, exponent));
    BigDecimal mantissa = new BigDecimal(value).movePointLeft(exponent);
    BigDecimal rounded = mantissa.setScale(decimals, RoundingMode.HALF_UP);
    if (rounded.abs().compareTo(BigDecimal.TEN) >= 0) {
      exponent++;
      rounded = rounded.movePointLeft(1).setScale(decimals, RoundingMode.HALF_UP);
    }
    return signed(rounded.toPlainString()) + "e" + signed(Integer.toString(exponent));
  }

  private static String fixed(double value, int decimals) {
    return signed(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString());
  }

  private static String grouped(double value, int decimals) {
    String digits = fixed(value, decimals);
    int point = digits.indexOf('.');
    StringBuilder text = new StringBuilder(digits);
    int first = digits.startsWith("−") ? 1 : 0;
    for (int at = (point < 0 ? digits.length() : point) - 3; at > first; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }

  private static String withoutZeros(String digits) {
    return digits.contains(".") ? digits.replaceAll("\\.?0+$", "") : digits;
  }

  private static String signed(String digits) {
    return digits.matches("-[0.]+") ? digits.substring(1) : digits.replace('-', '−');
  }
}
