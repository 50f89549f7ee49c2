package dev.pipewright.data.csv;

import java.nio.charset.StandardCharsets;

/// What Python's `int(cell)` and `float(cell)` make of a cell's bytes, since tfx_bsl's type
/// inference (`csv_decoder._InferValueType`) goes by them: white space around, a sign, single
/// underscores between digits, `inf`, `infinity` and `nan` in any case.
final class PythonNumbers {

  /// Python refuses to turn more digits than this into an `int`.
  private static final int MAX_DIGITS = 4300;

  private static final double[] POWERS_OF_TEN = new double[23];

  static {
    for (int i = 0; i < POWERS_OF_TEN.length; i++) {
      POWERS_OF_TEN[i] = Double.parseDouble("1e" + i);
    }
  }

  private PythonNumbers() {}

  /// The type of a cell that is not empty.
  static CellType classify(byte[] data, int from, int to) {
    int start = skipSpace(data, from, to);
    int end = skipSpaceBefore(data, start, to);
    int digits = digitsOfInt(data, start, end);
    if (digits > 0 && digits <= MAX_DIGITS) {
      return fitsLong(data, start, end) ? CellType.INT : CellType.STRING;
    }
    return isFloat(data, start, end) ? CellType.FLOAT : CellType.STRING;
  }

  /// The value of a cell of type `INT`.
  static long toLong(byte[] data, int from, int to) {
    int start = skipSpace(data, from, to);
    int end = skipSpaceBefore(data, start, to);
    boolean isNegative = data[start] == '-';
    long value = 0;
    for (int i = start; i < end; i++) {
      if (isDigit(data[i])) {
        value = value * 10 - (data[i] - '0');
      }
    }
    return isNegative ? value : -value;
  }

  /// The value of a cell of type `INT` or `FLOAT`: read as a double first and then rounded to a
  /// float, as Python does.
  static float toFloat(byte[] data, int from, int to) {
    int start = skipSpace(data, from, to);
    int end = skipSpaceBefore(data, start, to);
    return (float) parse(data, start, end);
  }

  /// The value of a cell of type `INT` or `FLOAT` that is a short plain decimal; NaN for any other
  /// cell.
  static float toFloatQuickly(byte[] data, int start, int end) {
    return FastFloat.parse(data, start, end);
  }

  private static double parse(byte[] data, int start, int end) {
    int at = isSign(data, start, end) ? start + 1 : start;
    double sign = at > start && data[start] == '-' ? -1 : 1;
    int letter = data[at] | 0x20;
    if (letter == 'i') {
      return sign * Double.POSITIVE_INFINITY;
    }
    if (letter == 'n') {
      return Double.NaN;
    }
    String text = new String(data, start, end - start, StandardCharsets.ISO_8859_1);
    return Double.parseDouble(text.replace("_", ""));
  }

  /// How many digits an `int` literal has; 0 when it is none.
  private static int digitsOfInt(byte[] data, int start, int end) {
    int at = isSign(data, start, end) ? start + 1 : start;
    int after = digits(data, at, end);
    if (after != end || after == at) {
      return 0;
    }
    int count = 0;
    for (int i = at; i < end; i++) {
      count += data[i] == '_' ? 0 : 1;
    }
    return count;
  }

  private static boolean fitsLong(byte[] data, int start, int end) {
    boolean isNegative = data[start] == '-';
    long value = 0;
    for (int i = start; i < end; i++) {
      if (isDigit(data[i])) {
        int digit = data[i] - '0';
        if (value < Long.MIN_VALUE / 10 || value * 10 < Long.MIN_VALUE + digit) {
          return false;
        }
        value = value * 10 - digit;
      }
    }
    return isNegative || value != Long.MIN_VALUE;
  }

  private static boolean isFloat(byte[] data, int start, int end) {
    int at = isSign(data, start, end) ? start + 1 : start;
    if (isWord(data, at, end, "inf")
        || isWord(data, at, end, "infinity")
        || isWord(data, at, end, "nan")) {
      return true;
    }
    int whole = digits(data, at, end);
    int mantissa = whole;
    boolean hasDigits = whole > at;
    if (whole < end && data[whole] == '.') {
      mantissa = digits(data, whole + 1, end);
      hasDigits |= mantissa > whole + 1;
    }
    return hasDigits && isExponent(data, mantissa, end);
  }

  private static boolean isExponent(byte[] data, int start, int end) {
    if (start == end) {
      return true;
    }
    if ((data[start] | 0x20) != 'e') {
      return false;
    }
    int at = isSign(data, start + 1, end) ? start + 2 : start + 1;
    int after = digits(data, at, end);
    return after > at && after == end;
  }

  /// Where digits, with single underscores between them, end.
  private static int digits(byte[] data, int start, int end) {
    int at = start;
    while (at < end
        && (isDigit(data[at])
            || (data[at] == '_'
                && at > start
                && data[at - 1] != '_'
                && at + 1 < end
                && isDigit(data[at + 1])))) {
      at++;
    }
    return at;
  }

  private static boolean isWord(byte[] data, int start, int end, String word) {
    if (end - start != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if ((data[start + i] | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSign(byte[] data, int at, int end) {
    return at < end && (data[at] == '-' || data[at] == '+');
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || (b >= '\t' && b <= '\r');
  }

  private static int skipSpace(byte[] data, int from, int to) {
    int at = from;
    while (at < to && isSpace(data[at])) {
      at++;
    }
    return at;
  }

  private static int skipSpaceBefore(byte[] data, int from, int to) {
    int at = to;
    while (at > from && isSpace(data[at - 1])) {
      at--;
    }
    return at;
  }

  /// Reads plain decimals quickly.
  private static final class FastFloat {

    private static final int MAX_MANTISSA_DIGITS = 18;

    /// The float, or NaN for what takes the long way.
    static float parse(byte[] data, int start, int end) {
      int at = isSign(data, start, end) ? start + 1 : start;
      long mantissa = 0;
      int digits = 0;
      int point = -1;
      for (; at < end; at++) {
        byte b = data[at];
        if (isDigit(b)) {
          mantissa = mantissa * 10 + (b - '0');
          digits++;
        } else if (b == '.' && point < 0) {
          point = digits;
        } else {
          return Float.NaN;
        }
      }
      int scale = point < 0 ? 0 : digits - point;
      if (digits == 0 || digits > MAX_MANTISSA_DIGITS) {
        return Float.NaN;
      }
      float value = round(mantissa / POWERS_OF_TEN[scale], mantissa);
      return data[start] == '-' ? -value : value;
    }

    /// A quotient of exact numbers is the double that Python reads. One of a rounded mantissa is at
    /// most two steps off it, which the rounding to a float mostly swallows.
    private static float round(double quotient, long mantissa) {
      if (mantissa <= 1L << 53) {
        return (float) quotient;
      }
      double step = 3 * Math.ulp(quotient);
      float low = (float) (quotient - step);
      return low == (float) (quotient + step) ? low : Float.NaN;
    }
  }
}
