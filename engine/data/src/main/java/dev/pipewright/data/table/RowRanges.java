package dev.pipewright.data.table;

/// Rows that follow each other, or several such stretches.
public final class RowRanges implements Rows {

  private final int[] bounds;
  private final int size;

  /// @param bounds the first row and the one after the last of each stretch, ascending
  RowRanges(int[] bounds) {
    this.bounds = bounds;
    int count = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      count += bounds[i + 1] - bounds[i];
    }
    size = count;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int row(int position) {
    int before = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      int length = bounds[i + 1] - bounds[i];
      if (position < before + length) {
        return bounds[i] + position - before;
      }
      before += length;
    }
    throw new IndexOutOfBoundsException(position);
  }

  @Override
  public int position(int row) {
    int before = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      if (row >= bounds[i] && row < bounds[i + 1]) {
        return before + row - bounds[i];
      }
      before += bounds[i + 1] - bounds[i];
    }
    return -1;
  }
}
