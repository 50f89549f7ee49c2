package dev.pipewright.data.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Reads the bytes of a page, and never beyond.
final class ByteCursor {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  final byte[] data;
  private int position;
  private final int end;

  ByteCursor(byte[] data, int start, int end) {
    this.data = data;
    this.position = start;
    this.end = end;
  }

  int remaining() {
    return end - position;
  }

  /// Goes on by so many bytes; returns where they start.
  int skip(long count) throws DamagedException {
    if (count < 0 || count > end - position) {
      throw new DamagedException("a page ends too early");
    }
    int start = position;
    position += (int) count;
    return start;
  }

  /// The next bytes, as a cursor of their own.
  ByteCursor take(long count) throws DamagedException {
    int start = skip(count);
    return new ByteCursor(data, start, position);
  }

  int octet() throws DamagedException {
    return data[skip(1)] & 0xff;
  }

  int int32() throws DamagedException {
    return (int) INT.get(data, skip(Integer.BYTES));
  }

  long int64() throws DamagedException {
    return (long) LONG.get(data, skip(Long.BYTES));
  }

  long varint() throws DamagedException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int octet = octet();
      value |= (long) (octet & 0x7f) << shift;
      if (octet < 0x80) {
        return value;
      }
    }
    throw new DamagedException("a number in a page is too long");
  }

  long zigzag() throws DamagedException {
    long value = varint();
    return value >>> 1 ^ -(value & 1);
  }
}
