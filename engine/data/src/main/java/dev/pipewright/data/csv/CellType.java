package dev.pipewright.data.csv;

/// The type of a column of a CSV file, in tfx_bsl's hierarchy (`csv_decoder.ColumnType`): a column
/// has the last of its cells' types.
public enum CellType {
  /// All cells are empty.
  UNKNOWN,
  /// Whole numbers that fit int64.
  INT,
  /// Numbers.
  FLOAT,
  /// Anything else, and whole numbers beyond int64.
  STRING;

  /// The type of a column that has cells of both.
  public CellType or(CellType other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
