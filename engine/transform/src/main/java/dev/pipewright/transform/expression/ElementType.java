package dev.pipewright.transform.expression;

import java.util.Locale;

/// What a value is made of, by TensorFlow's names.
public enum ElementType {
  /// 64-bit integers: the `int64_list` of a tf.Example.
  INT64,
  /// 32-bit integers.
  INT32,
  /// 32-bit floats: the `float_list` of a tf.Example.
  FLOAT32,
  /// 64-bit floats.
  FLOAT64,
  /// Byte strings: the `bytes_list` of a tf.Example.
  STRING,
  /// Truth values.
  BOOL;

  /// Whether it has a fraction.
  public boolean isFloating() {
    return this == FLOAT32 || this == FLOAT64;
  }

  /// Whether it is a whole number.
  public boolean isInteger() {
    return this == INT64 || this == INT32;
  }

  /// Whether it can be calculated with.
  public boolean isNumeric() {
    return isFloating() || isInteger();
  }

  /// Whether a tf.Example can hold it.
  public boolean isStorable() {
    return this == INT64 || this == FLOAT32 || this == STRING;
  }

  /// TensorFlow's name of it, `float32`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
