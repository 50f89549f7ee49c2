package dev.pipewright.data.csv;

import dev.pipewright.data.BytesBuilder;
import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.RowLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Rows of a CSV file, cut into cells. Cutting is quick; `types` and `toBatch` are the work, to be
/// done on the pool. Immutable.
public final class CsvBlock {

  /// Decimals this long and shorter fit int64.
  private static final int SAFE_DIGITS = 18;

  private static final long NO_SHORT_INT = Long.MIN_VALUE;

  private final byte[] data;
  private final int[] cells;
  private final int rowCount;
  private final int columnCount;

  CsvBlock(byte[] data, int[] cells, int rowCount, int columnCount) {
    this.data = data;
    this.cells = cells;
    this.rowCount = rowCount;
    this.columnCount = columnCount;
  }

  /// How many rows there are.
  public int rowCount() {
    return rowCount;
  }

  /// The types that the columns of these names have by the rows of this block.
  public ColumnTypes types(List<String> names) {
    List<CellType> types = new ArrayList<>();
    for (int column = 0; column < columnCount; column++) {
      types.add(type(column));
    }
    return new ColumnTypes(names, types);
  }

  private CellType type(int column) {
    CellType type = CellType.UNKNOWN;
    for (int row = 0; row < rowCount && type != CellType.STRING; row++) {
      int start = start(row, column);
      int end = end(row, column);
      if (start < end && !(type != CellType.UNKNOWN && shortInt(start, end) != NO_SHORT_INT)) {
        type = type.or(PythonNumbers.classify(data, start, end));
      }
    }
    return type;
  }

  /// The columns that have a type, as a batch; empty when a cell does not fit its column's type.
  public Optional<ExampleBatch> toBatch(ColumnTypes types) {
    SequencedMap<String, Column> columns = new LinkedHashMap<>();
    for (int i = 0; i < columnCount; i++) {
      Column column =
          switch (types.types().get(i)) {
            case UNKNOWN -> null;
            case INT -> int64(i);
            case FLOAT -> floats(i);
            case STRING -> strings(i);
          };
      if (column != null) {
        columns.put(types.names().get(i), column);
      } else if (types.types().get(i) != CellType.UNKNOWN || !isEmpty(i)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new ExampleBatch(rowCount, columns, new LinkedHashMap<>(), new TreeSet<>(types.untyped())));
  }

  private @Nullable Column int64(int column) {
    long[] values = new long[rowCount];
    int[] offsets = new int[rowCount + 1];
    int count = 0;
    for (int row = 0; row < rowCount; row++) {
      int start = start(row, column);
      int end = end(row, column);
      offsets[row] = count;
      long value = shortInt(start, end);
      if (value != NO_SHORT_INT) {
        values[count++] = value;
      } else if (start < end) {
        if (PythonNumbers.classify(data, start, end) != CellType.INT) {
          return null;
        }
        values[count++] = PythonNumbers.toLong(data, start, end);
      }
    }
    return new Column.Int64(layout(offsets, count), values);
  }

  private @Nullable Column floats(int column) {
    float[] values = new float[rowCount];
    int[] offsets = new int[rowCount + 1];
    int count = 0;
    for (int row = 0; row < rowCount; row++) {
      int start = start(row, column);
      int end = end(row, column);
      offsets[row] = count;
      if (start < end) {
        float value = PythonNumbers.toFloatQuickly(data, start, end);
        if (Float.isNaN(value)) {
          if (PythonNumbers.classify(data, start, end) == CellType.STRING) {
            return null;
          }
          value = PythonNumbers.toFloat(data, start, end);
        }
        values[count++] = value;
      }
    }
    return new Column.Float(layout(offsets, count), values);
  }

  private Column strings(int column) {
    BytesBuilder values = new BytesBuilder();
    int[] offsets = new int[rowCount + 1];
    for (int row = 0; row < rowCount; row++) {
      int start = start(row, column);
      int end = end(row, column);
      offsets[row] = values.count();
      if (start < end) {
        values.add(data, start, end);
      }
    }
    return values.finish(layout(offsets, values.count()));
  }

  private boolean isEmpty(int column) {
    for (int row = 0; row < rowCount; row++) {
      if (start(row, column) < end(row, column)) {
        return false;
      }
    }
    return true;
  }

  private RowLayout layout(int[] offsets, int count) {
    offsets[rowCount] = count;
    return count == rowCount ? RowLayout.scalar(rowCount) : RowLayout.ragged(offsets);
  }

  /// The value of a plain decimal that surely fits int64; `NO_SHORT_INT` for any other cell.
  private long shortInt(int start, int end) {
    boolean isNegative = start < end && data[start] == '-';
    int from = isNegative ? start + 1 : start;
    if (from == end || end - from > SAFE_DIGITS) {
      return NO_SHORT_INT;
    }
    long value = 0;
    for (int i = from; i < end; i++) {
      int digit = data[i] - '0';
      if (digit < 0 || digit > 9) {
        return NO_SHORT_INT;
      }
      value = value * 10 + digit;
    }
    return isNegative ? -value : value;
  }

  private int start(int row, int column) {
    return cells[2 * (row * columnCount + column)];
  }

  private int end(int row, int column) {
    return cells[2 * (row * columnCount + column) + 1];
  }
}
