package dev.pipewright.training;

import dev.pipewright.pipeline.component.Execution;

/// What the numbers of a field are over all rows of a store.
///
/// @param least the least, without its fraction; of finite ones
/// @param greatest the greatest, without its fraction; of finite ones
/// @param negativeRows how many rows have a negative number
/// @param nonFiniteRows how many rows have NaN or an infinite number
record FieldValues(long least, long greatest, long negativeRows, long nonFiniteRows) {

  private static final long ROWS_BETWEEN_CHECKS = 1 << 16;

  /// The values of the field of that number.
  static FieldValues of(RowStore store, int field, Execution execution)
      throws InterruptedException {
    int width = store.fields().get(field).width();
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    long negativeRows = 0;
    long nonFiniteRows = 0;
    for (long row = 0; row < store.rowCount(); row++) {
      if (row % ROWS_BETWEEN_CHECKS == 0) {
        execution.checkCancelled();
      }
      boolean isNegative = false;
      boolean isFinite = true;
      for (int i = 0; i < width; i++) {
        double value = store.value(row, field, i);
        if (Double.isFinite(value)) {
          least = Math.min(least, (long) value);
          greatest = Math.max(greatest, (long) value);
          isNegative |= value <= -1;
        } else {
          isFinite = false;
        }
      }
      negativeRows += isNegative ? 1 : 0;
      nonFiniteRows += isFinite ? 0 : 1;
    }
    return new FieldValues(least, greatest, negativeRows, nonFiniteRows);
  }
}
