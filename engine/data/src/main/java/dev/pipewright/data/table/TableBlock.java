package dev.pipewright.data.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Some rows of a table that follow each other in a split.
///
/// @param firstRow the table's row that is the first of them
/// @param split the number of the split
/// @param columns those of the features that a row has
record TableBlock(int firstRow, int rowCount, int split, Map<String, StoredColumn> columns) {

  @Nullable StoredColumn column(String feature) {
    return columns.get(feature);
  }

  int endRow() {
    return firstRow + rowCount;
  }
}
