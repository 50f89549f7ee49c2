package dev.pipewright.data.table;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.RowLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;

/// The arrays of a block, one after the other, as they are going to stand in the file. Each is
/// given back as the place at which it starts.
final class BlockBytes {

  private static final int ALIGNMENT = 8;

  private ByteBuffer buffer = ByteBuffer.allocate(1 << 18).order(ByteOrder.nativeOrder());

  /// What was put, ready to be read.
  ByteBuffer flip() {
    align();
    return buffer.flip();
  }

  int put(int[] values, int count) {
    int at = reserve(4L * count);
    buffer.asIntBuffer().put(values, 0, count);
    buffer.position(at + 4 * count);
    return at;
  }

  int put(long[] values, int count) {
    int at = reserve(8L * count);
    buffer.asLongBuffer().put(values, 0, count);
    buffer.position(at + 8 * count);
    return at;
  }

  int put(float[] values, int count) {
    int at = reserve(4L * count);
    buffer.asFloatBuffer().put(values, 0, count);
    buffer.position(at + 4 * count);
    return at;
  }

  /// Where each string starts, and the end of the last.
  int putOffsets(ByteStrings strings) {
    int[] offsets = new int[strings.size() + 1];
    for (int i = 0; i < strings.size(); i++) {
      offsets[i] = strings.start(i);
      offsets[i + 1] = strings.end(i);
    }
    return put(offsets, offsets.length);
  }

  int putData(ByteStrings strings) {
    int length = strings.size() == 0 ? 0 : strings.end(strings.size() - 1);
    int at = reserve(length);
    buffer.put(strings.data(), 0, length);
    return at;
  }

  /// Where the rows start; -1 where each has one value.
  int putOffsets(RowLayout layout) {
    if (layout.isScalar()) {
      return StoredColumn.NONE;
    }
    int[] offsets = new int[layout.rowCount() + 1];
    for (int row = 0; row < layout.rowCount(); row++) {
      offsets[row] = layout.start(row);
      offsets[row + 1] = layout.end(row);
    }
    return put(offsets, offsets.length);
  }

  /// The rows that lack the feature; -1 where none does.
  int putAbsent(RowLayout layout) {
    if (layout.absentCount() == 0) {
      return StoredColumn.NONE;
    }
    BitSet absent = new BitSet(layout.rowCount());
    for (int row = 0; row < layout.rowCount(); row++) {
      absent.set(row, !layout.isPresent(row));
    }
    long[] words = new long[(layout.rowCount() + Long.SIZE - 1) / Long.SIZE];
    long[] set = absent.toLongArray();
    System.arraycopy(set, 0, words, 0, set.length);
    return put(words, words.length);
  }

  private int reserve(long more) {
    align();
    int needed = Math.toIntExact(buffer.position() + more + ALIGNMENT);
    if (needed > buffer.capacity()) {
      int capacity = (int) Math.min(Integer.MAX_VALUE - ALIGNMENT, Math.max(needed, 2L * needed));
      ByteBuffer larger = ByteBuffer.allocate(capacity).order(ByteOrder.nativeOrder());
      buffer = larger.put(buffer.flip());
    }
    return buffer.position();
  }

  private void align() {
    while (buffer.position() % ALIGNMENT != 0 && buffer.hasRemaining()) {
      buffer.put((byte) 0);
    }
  }
}
