package dev.pipewright.data.tfrecord;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// How a record lies in a file: its length as a little-endian uint64, the masked CRC32C of those
/// eight bytes, the record, and its masked CRC32C. From TensorFlow's `lib/io/record_writer.h` and
/// `lib/hash/crc32c.h`.
final class Framing {

  /// Bytes before a record.
  static final int HEADER = 12;

  /// Bytes after a record.
  static final int FOOTER = 4;

  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int MASK_DELTA = 0xa282ead8;

  private final CRC32C crc = new CRC32C();

  int maskedCrc(byte[] data, int from, int length) {
    crc.reset();
    crc.update(data, from, length);
    int value = (int) crc.getValue();
    return Integer.rotateRight(value, 15) + MASK_DELTA;
  }

  /// Whether a record's header stands at `at`.
  boolean isHeader(byte[] data, int at) {
    return maskedCrc(data, at, 8) == (int) INT.get(data, at + 8);
  }
}
