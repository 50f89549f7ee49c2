package dev.pipewright.data.table;

/// Rows of a table in an order: what is shown of it.
public sealed interface Rows permits RowRanges, RowSet, SortedRows {

  /// How many there are.
  int size();

  /// The table's row at a position, from 0.
  int row(int position);

  /// The position of a row of the table; -1 when it is not among these.
  int position(int row);
}
