package dev.pipewright.tensorflow;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// TensorFlow's string tensors (`tsl/platform/ctstring_internal.h`): 24 bytes a string, whose two
/// lowest bits say where its bytes are: within (SMALL), on the heap (LARGE), at an offset from the
/// record (OFFSET) or elsewhere (VIEW). Writing the records directly is twenty times faster than
/// asking TensorFlow for each.
final class NativeStrings {

  private static final int RECORD = 24;
  private static final int SMALL_CAPACITY = 22;
  private static final int LARGE = 1;
  private static final int OFFSET = 2;
  private static final int VIEW = 3;
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

  private NativeStrings() {}

  /// Memory for the records and, behind them, for the strings that do not fit in one.
  static long bytesFor(byte[][] values) {
    long bytes = (long) RECORD * values.length;
    for (byte[] value : values) {
      if (value.length > SMALL_CAPACITY) {
        bytes += value.length;
      }
    }
    return bytes;
  }

  static void write(byte[][] values, MemorySegment memory) {
    long tail = (long) RECORD * values.length;
    for (int i = 0; i < values.length; i++) {
      byte[] value = values[i];
      long record = (long) RECORD * i;
      if (value.length <= SMALL_CAPACITY) {
        memory.set(ValueLayout.JAVA_BYTE, record, (byte) (value.length << 2));
        MemorySegment.copy(value, 0, memory, ValueLayout.JAVA_BYTE, record + 1, value.length);
        memory.set(ValueLayout.JAVA_BYTE, record + 1 + value.length, (byte) 0);
      } else {
        writeOffset(memory, record, value.length, tail - record);
        MemorySegment.copy(value, 0, memory, ValueLayout.JAVA_BYTE, tail, value.length);
        tail += value.length;
      }
    }
  }

  private static void writeOffset(MemorySegment memory, long record, int length, long offset) {
    if (length >= 1 << 30 || offset > 0xFFFF_FFFFL) {
      throw new DataException(
          "A batch of strings is larger than TensorFlow can take (4 GB, 1 GB a string).",
          Location.NONE,
          "Use a smaller batch size.");
    }
    memory.set(INT, record, length << 2 | OFFSET);
    memory.set(INT, record + 4, (int) offset);
    memory.set(INT, record + 8, 1);
  }

  static byte[][] read(MemorySegment memory, int count) {
    byte[][] values = new byte[count][];
    for (int i = 0; i < count; i++) {
      values[i] = readOne(memory, (long) RECORD * i);
    }
    return values;
  }

  private static byte[] readOne(MemorySegment memory, long record) {
    byte first = memory.get(ValueLayout.JAVA_BYTE, record);
    return switch (first & 3) {
      case LARGE -> outside(memory.get(LONG, record + 16), memory.get(LONG, record) >>> 2);
      case VIEW -> outside(memory.get(LONG, record + 8), memory.get(LONG, record) >>> 2);
      case OFFSET -> {
        long at = record + Integer.toUnsignedLong(memory.get(INT, record + 4));
        long length = Integer.toUnsignedLong(memory.get(INT, record)) >>> 2;
        yield memory.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
      }
      default -> memory.asSlice(record + 1, (first & 0xFF) >>> 2).toArray(ValueLayout.JAVA_BYTE);
    };
  }

  @SuppressWarnings("restricted")
  private static byte[] outside(long address, long length) {
    return MemorySegment.ofAddress(address).reinterpret(length).toArray(ValueLayout.JAVA_BYTE);
  }
}
