package dev.pipewright.data.parquet;

/// Takes the values of a column; of each kind where the column's type has it.
interface Sink {
  /// A boolean or whole number.
  void integer(long value);

  /// A number with a fraction.
  void number(double value);

  /// The bytes from `start` to before `end`.
  void bytes(byte[] data, int start, int end);
}
