package dev.pipewright.data.table;

import java.util.Arrays;
import java.util.List;

/// Finds the rows that a filter keeps, as the table grows. Used by one thread at a time.
public final class RowFinder {

  private final ExamplesTable table;
  private final Filter filter;
  private final List<String> splits;
  private RowSet.Part[] parts = new RowSet.Part[16];
  private int count;
  private int seen;

  /// A finder of the rows of these splits that the filter keeps.
  public RowFinder(ExamplesTable table, Filter filter, List<String> splits) {
    this.table = table;
    this.filter = filter;
    this.splits = List.copyOf(splits);
  }

  /// Told after every block.
  @FunctionalInterface
  public interface Progress {
    /// So many rows were looked at.
    void at(int rows);
  }

  /// Looks at the rows that were not looked at yet.
  ///
  /// @throws InterruptedException when the thread is interrupted
  public void advance(Progress progress) throws InterruptedException {
    TableBlock[] blocks = table.blocks();
    for (; seen < blocks.length; seen++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      TableBlock block = blocks[seen];
      if (splits.contains(table.splits().get(block.split()))) {
        if (count == parts.length) {
          parts = Arrays.copyOf(parts, 2 * count);
        }
        parts[count++] = part(block);
      }
      progress.at(block.endRow());
    }
  }

  private RowSet.Part part(TableBlock block) {
    BlockFilter.Test test = BlockFilter.of(filter, block);
    long[] kept = new long[(block.rowCount() + Long.SIZE - 1) / Long.SIZE];
    int number = 0;
    for (int row = 0; row < block.rowCount(); row++) {
      if (test.holds(row)) {
        kept[row >> 6] |= 1L << row;
        number++;
      }
    }
    return new RowSet.Part(block.firstRow(), block.rowCount(), kept, number);
  }

  /// The rows found so far.
  public RowSet found() {
    return RowSet.of(parts, count);
  }
}
