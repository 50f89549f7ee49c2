package dev.pipewright.data.tfrecord;

import java.util.Arrays;

/// Framed records in memory, ready for a `TfRecordWriter`. Used by one thread at a time; cleared,
/// it keeps its memory for the next records.
public final class RecordBuffer {

  private final Framing framing = new Framing();
  private byte[] bytes = new byte[1 << 18];
  private byte[] deflated = {};
  private int length;
  private int recordCount;

  /// Frames the record that is the bytes of `data` from `start` to before `end`.
  public void add(byte[] data, int start, int end) {
    int size = end - start;
    reserve(size + Framing.HEADER + Framing.FOOTER);
    Framing.LONG.set(bytes, length, (long) size);
    Framing.INT.set(bytes, length + 8, framing.maskedCrc(bytes, length, 8));
    int at = length + Framing.HEADER;
    System.arraycopy(data, start, bytes, at, size);
    Framing.INT.set(bytes, at + size, framing.maskedCrc(bytes, at, size));
    length = at + size + Framing.FOOTER;
    recordCount++;
  }

  /// Forgets all records.
  public void clear() {
    length = 0;
    recordCount = 0;
  }

  private void reserve(int more) {
    int needed = Math.addExact(length, more);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, needed * 2L));
    }
  }

  /// How many records it holds.
  public int recordCount() {
    return recordCount;
  }

  /// How many bytes the framed records take.
  public int length() {
    return length;
  }

  /// The framed records as they stand in a plain file.
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /// The framed records as one member of a gzip file, compressed for speed.
  public byte[] toGzipMember() {
    int room = GzipMember.room(length);
    if (deflated.length < room) {
      deflated = new byte[room];
    }
    return GzipMember.compress(bytes, length, deflated);
  }
}
