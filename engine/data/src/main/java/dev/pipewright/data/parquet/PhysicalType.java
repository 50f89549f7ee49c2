package dev.pipewright.data.parquet;

import dev.pipewright.data.binary.DamagedException;

/// How values are stored; in the order of Parquet's numbers for them.
enum PhysicalType {
  BOOLEAN,
  INT32,
  INT64,
  INT96,
  FLOAT,
  DOUBLE,
  BYTE_ARRAY,
  FIXED_LEN_BYTE_ARRAY;

  /// The type of this number.
  static PhysicalType of(int number) throws DamagedException {
    if (number < 0 || number >= values().length) {
      throw new DamagedException("a column has no type");
    }
    return values()[number];
  }
}
