package dev.pipewright.data.binary;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Reads the bytes of a block, and never beyond.
public final class ByteCursor {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] data;
  private int position;
  private final int end;

  /// The bytes of `data` from `start` to before `end`.
  public ByteCursor(byte[] data, int start, int end) {
    this.data = data;
    this.position = start;
    this.end = end;
  }

  /// The array that the bytes are in.
  public byte[] data() {
    return data;
  }

  /// How many bytes there still are.
  public int remaining() {
    return end - position;
  }

  /// Goes on by so many bytes; returns where they start.
  public int skip(long count) throws DamagedException {
    if (count < 0 || count > end - position) {
      throw new DamagedException("a block ends too early");
    }
    int start = position;
    position += (int) count;
    return start;
  }

  /// The next bytes, as a cursor of their own.
  public ByteCursor take(long count) throws DamagedException {
    int start = skip(count);
    return new ByteCursor(data, start, position);
  }

  /// The next byte, without sign.
  public int octet() throws DamagedException {
    return data[skip(1)] & 0xff;
  }

  /// The next four bytes, the lowest first.
  public int int32() throws DamagedException {
    return (int) INT.get(data, skip(Integer.BYTES));
  }

  /// The next eight bytes, the lowest first.
  public long int64() throws DamagedException {
    return (long) LONG.get(data, skip(Long.BYTES));
  }

  /// A number of seven bits a byte, the lowest first.
  public long varint() throws DamagedException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int octet = octet();
      value |= (long) (octet & 0x7f) << shift;
      if (octet < 0x80) {
        return value;
      }
    }
    throw new DamagedException("a number is too long");
  }

  /// Such a number whose lowest bit is the sign.
  public long zigzag() throws DamagedException {
    long value = varint();
    return value >>> 1 ^ -(value & 1);
  }
}
