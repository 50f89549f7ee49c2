package dev.pipewright.data;

import dev.pipewright.data.ExampleBatch.Sequence;
import java.util.BitSet;

/// Some rows of a column.
final class RowSelection {

  private RowSelection() {}

  static Column of(Column column, int[] rows) {
    RowLayout layout = column.layout();
    RowLayout selected = layout(layout, rows);
    return switch (column) {
      case Column.Int64(_, long[] values) -> {
        long[] copy = new long[selected.valueCount()];
        copy(layout, rows, values, copy);
        yield new Column.Int64(selected, copy);
      }
      case Column.Float(_, float[] values) -> {
        float[] copy = new float[selected.valueCount()];
        copy(layout, rows, values, copy);
        yield new Column.Float(selected, copy);
      }
      case Column.Bytes(_, int[] codes, ByteStrings dictionary) -> {
        int[] copy = new int[selected.valueCount()];
        copy(layout, rows, codes, copy);
        yield new Column.Bytes(selected, copy, dictionary);
      }
    };
  }

  static Sequence of(Sequence sequence, int[] rows) {
    RowLayout steps = layout(sequence.steps(), rows);
    int[] inner = new int[steps.valueCount()];
    int n = 0;
    for (int row : rows) {
      for (int step = sequence.steps().start(row); step < sequence.steps().end(row); step++) {
        inner[n++] = step;
      }
    }
    return new Sequence(steps, of(sequence.values(), inner));
  }

  private static RowLayout layout(RowLayout layout, int[] rows) {
    if (layout.isScalar()) {
      return RowLayout.scalar(rows.length);
    }
    int[] offsets = new int[rows.length + 1];
    BitSet absent = new BitSet();
    for (int i = 0; i < rows.length; i++) {
      offsets[i + 1] = offsets[i] + layout.count(rows[i]);
      absent.set(i, !layout.isPresent(rows[i]));
    }
    return RowLayout.ragged(offsets, absent);
  }

  private static void copy(RowLayout layout, int[] rows, Object from, Object to) {
    int n = 0;
    for (int row : rows) {
      int count = layout.count(row);
      System.arraycopy(from, layout.start(row), to, n, count);
      n += count;
    }
  }
}
