package dev.pipewright.metadata;

/// Enums whose ordinals are ML Metadata's numbers.
final class Numbered {

  private Numbered() {}

  /// The value of a number; for one that a later client invented the first, which is `UNKNOWN`.
  static <T> T of(T[] values, int number) {
    return number >= 0 && number < values.length ? values[number] : values[0];
  }
}
