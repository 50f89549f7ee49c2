package dev.pipewright.data;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A cursor over protobuf's wire format, and the sizes of what is written in it. From
/// protobuf.dev/programming-guides/encoding.
final class Wire {

  /// The bytes are not a valid message.
  static final class MalformedException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
      super(message);
    }
  }

  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int LENGTH = 2;
  static final int START_GROUP = 3;
  static final int END_GROUP = 4;
  static final int FIXED32 = 5;

  /// The most bytes that a varint takes.
  static final int MAX_VARINT = 10;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int MAX_DEPTH = 100;

  byte[] data = {};
  int position;

  /// Reads an unsigned varint that ends before `limit`.
  long varint(int limit) throws MalformedException {
    if (position < limit && data[position] >= 0) {
      return data[position++];
    }
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      if (position >= limit) {
        throw new MalformedException("it is cut off");
      }
      byte b = data[position++];
      value |= (b & 0x7fL) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new MalformedException("a number has too many bytes");
  }

  /// Reads a field's tag.
  int tag(int limit) throws MalformedException {
    long tag = varint(limit);
    if (tag < 8 || tag > 0xffffffffL) {
      throw new MalformedException("a field number is not valid");
    }
    return (int) tag;
  }

  /// Reads a length, and returns where what it measures ends.
  int end(int limit) throws MalformedException {
    long length = varint(limit);
    if (length < 0 || length > limit - position) {
      throw new MalformedException("a length reaches beyond its end");
    }
    return position + (int) length;
  }

  /// Reads four bytes as a float.
  float float32(int limit) throws MalformedException {
    advance(4, limit);
    return floatAt(position - 4);
  }

  float floatAt(int at) {
    return Float.intBitsToFloat((int) INT.get(data, at));
  }

  private void advance(int count, int limit) throws MalformedException {
    if (count > limit - position) {
      throw new MalformedException("it is cut off");
    }
    position += count;
  }

  /// Goes past the field whose tag was read: one of a later version of the message.
  void skip(int tag, int limit) throws MalformedException {
    skip(tag, limit, 0);
  }

  private void skip(int tag, int limit, int depth) throws MalformedException {
    switch (tag & 7) {
      case VARINT -> varint(limit);
      case FIXED64 -> advance(8, limit);
      case LENGTH -> position = end(limit);
      case START_GROUP -> skipGroup(tag, limit, depth);
      case FIXED32 -> advance(4, limit);
      default -> throw new MalformedException("a field has an unknown wire type");
    }
  }

  private void skipGroup(int start, int limit, int depth) throws MalformedException {
    if (depth == MAX_DEPTH) {
      throw new MalformedException("its groups are nested too deeply");
    }
    int end = start - START_GROUP + END_GROUP;
    for (int tag = tag(limit); tag != end; tag = tag(limit)) {
      skip(tag, limit, depth + 1);
    }
  }

  /// Whether `expected` stands at `at`, where there are as many bytes. Quicker for short arrays
  /// than `Arrays.equals`.
  boolean isAt(byte[] expected, int at) {
    int length = expected.length;
    if (length < Long.BYTES) {
      for (int i = 0; i < length; i++) {
        if (expected[i] != data[at + i]) {
          return false;
        }
      }
      return true;
    }
    int last = length - Long.BYTES;
    for (int i = 0; i < last; i += Long.BYTES) {
      if ((long) LONG.get(expected, i) != (long) LONG.get(data, at + i)) {
        return false;
      }
    }
    return (long) LONG.get(expected, last) == (long) LONG.get(data, at + last);
  }

  /// How many bytes a varint takes.
  static int sizeOf(long value) {
    return (70 - Long.numberOfLeadingZeros(value | 1)) / 7;
  }

  /// Writes a varint; returns where it ends.
  static int put(byte[] target, int at, long value) {
    long rest = value;
    int to = at;
    while ((rest & ~0x7fL) != 0) {
      target[to++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    target[to++] = (byte) rest;
    return to;
  }

  /// Writes a float in four bytes; returns where they end.
  static int putFloat(byte[] target, int at, float value) {
    INT.set(target, at, Float.floatToRawIntBits(value));
    return at + 4;
  }
}
