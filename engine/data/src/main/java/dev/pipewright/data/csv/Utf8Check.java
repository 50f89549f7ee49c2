package dev.pipewright.data.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/// Tells UTF-8 from other bytes. Used by one thread at a time.
final class Utf8Check {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private CharBuffer decoded = CharBuffer.allocate(1 << 10);

  /// Whether the first `length` bytes are all ASCII.
  boolean isAscii(byte[] data, int length) {
    long all = 0;
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      all |= (long) LONG.get(data, i);
    }
    for (; i < length; i++) {
      all |= data[i];
    }
    return (all & 0x8080808080808080L) == 0;
  }

  /// Whether the bytes from `start` to before `end` are UTF-8.
  boolean isValid(byte[] data, int start, int end) {
    if (decoded.capacity() < end - start) {
      decoded = CharBuffer.allocate(2 * (end - start));
    }
    decoded.clear();
    return !decoder
        .reset()
        .decode(ByteBuffer.wrap(data, start, end - start), decoded, true)
        .isError();
  }
}
