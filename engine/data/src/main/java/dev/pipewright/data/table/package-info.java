/// Examples as a table to be looked at: an `ExamplesTable` holds its columns in a temporary file,
/// so that any cell of millions of rows is at hand without memory for them; a `Filter` says which
/// rows, `RowFinder` and `SortedRows` find and order them, a `ColumnSummary` says what is in a
/// column.
@NullMarked
package dev.pipewright.data.table;

import org.jspecify.annotations.NullMarked;
