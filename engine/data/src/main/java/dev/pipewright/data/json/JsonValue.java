package dev.pipewright.data.json;

import java.util.List;
import java.util.SequencedMap;

/// What a JSON text says.
public sealed interface JsonValue {

  /// null.
  record Null() implements JsonValue {}

  /// true or false.
  record Bool(boolean value) implements JsonValue {}

  /// A number, as it is written.
  record Number(String text) implements JsonValue {
    /// Whether it is a whole number of 64 bits, written without fraction and exponent.
    public boolean isInt64() {
      int digits = text.startsWith("-") ? text.length() - 1 : text.length();
      if (digits > 19 || !text.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9')) {
        return false;
      }
      try {
        Long.parseLong(text);
        return true;
      } catch (NumberFormatException e) {
        // Beyond 64 bits.
        return false;
      }
    }

    /// The number of 32 bits nearest to its nearest of 64 bits, as Python's json and NumPy give it.
    public float toFloat() {
      return (float) Double.parseDouble(text);
    }
  }

  /// A text.
  record Text(String value) implements JsonValue {}

  /// Values in a row.
  record Array(List<JsonValue> values) implements JsonValue {}

  /// Values by name, in the order of the text.
  record Fields(SequencedMap<String, JsonValue> values) implements JsonValue {}
}
