package dev.pipewright.datavalidation.schema;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Numbers in text as Abseil reads and writes them: TFDV's messages and its tests of strings.
public final class Decimals {

  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern FLOAT =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern INFINITY =
      Pattern.compile("[+-]?inf(inity)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAN =
      Pattern.compile("[+-]?nan(\\([A-Za-z0-9_]*\\))?", Pattern.CASE_INSENSITIVE);

  private Decimals() {}

  /// At most six significant digits, as C's `%g`.
  public static String sixDigits(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return Double.isNaN(value)
          ? "nan"
          : value == 0 ? (1 / value < 0 ? "-0" : "0") : value > 0 ? "inf" : "-inf";
    }
    BigDecimal digits =
        new BigDecimal(value)
            .round(new MathContext(6, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -4 && exponent < 6) {
      return digits.toPlainString();
    }
    String mantissa = digits.movePointLeft(exponent).toPlainString();
    return mantissa + "e%s%02d".formatted(exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  /// Six digits after the point, as C's `%f`.
  static String sixPlaces(double value) {
    return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
  }

  /// A whole number of 64 bits, blanks around it allowed.
  static OptionalLong parseInteger(String text) {
    String trimmed = text.strip();
    if (!INTEGER.matcher(trimmed).matches()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(trimmed));
    } catch (NumberFormatException tooLarge) {
      return OptionalLong.empty();
    }
  }

  /// A float, blanks around it allowed; NaN and infinities count.
  static OptionalDouble parseFloat(String text) {
    String trimmed = text.strip();
    if (FLOAT.matcher(trimmed).matches()) {
      return OptionalDouble.of(Float.parseFloat(trimmed));
    }
    if (INFINITY.matcher(trimmed).matches()) {
      return OptionalDouble.of(
          trimmed.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    return NAN.matcher(trimmed).matches() ? OptionalDouble.of(Double.NaN) : OptionalDouble.empty();
  }
}
