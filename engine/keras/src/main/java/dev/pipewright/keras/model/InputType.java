package dev.pipewright.keras.model;

import java.util.Locale;

/// The type of a model's input or label, by Keras's names in lower case.
public enum InputType {
  /// 32-bit floats.
  FLOAT32,
  /// 64-bit integers.
  INT64,
  /// 32-bit integers.
  INT32;

  /// The name in configs, `float32`.
  public String configName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
