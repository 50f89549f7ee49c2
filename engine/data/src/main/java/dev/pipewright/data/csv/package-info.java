/// CSV files as TFX's CsvExampleGen reads them: `CsvSource` cuts files into rows and cells,
/// `ColumnTypes` says what Python's `int()` and `float()` make of the cells, and `CsvBlock` turns
/// rows into columns of those types.
@NullMarked
package dev.pipewright.data.csv;

import org.jspecify.annotations.NullMarked;
