package dev.pipewright.data.tfrecord;

import com.intel.gkl.compression.IntelDeflater;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Compresses to gzip members (RFC 1952), level 1: with Intel's GKL where its native library loads,
/// which is six times faster, else with zlib.
final class GzipMember {

  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};
  private static final int TRAILER = 8;

  private GzipMember() {}

  /// Loads GKL once; a class of its own, so that merely reading never does.
  private static final class Native {
    // It tells every loading on stderr. Kept here, since loggers are only weakly held.
    private static final Logger LOGGER = Logger.getLogger("com.intel.gkl");

    static final boolean LOADED;

    static {
      LOGGER.setLevel(Level.WARNING);
      LOADED = new IntelDeflater(1, true).load(null);
    }
  }

  /// How much room the compression of so many bytes may take.
  static int room(int length) {
    return Math.addExact(length, (length >> 3) + 1024);
  }

  /// The first `length` bytes of `data` as a member.
  static byte[] compress(byte[] data, int length) {
    return compress(data, length, new byte[room(length)]);
  }

  /// The same; `scratch` has room for what it compresses to.
  static byte[] compress(byte[] data, int length, byte[] scratch) {
    // GKL rejects empty input.
    int size = length > 0 && Native.LOADED ? deflateWithGkl(data, length, scratch) : -1;
    if (size >= 0) {
      return member(data, length, scratch, size);
    }
    byte[] deflated = deflate(data, length);
    return member(data, length, deflated, deflated.length);
  }

  static byte[] member(byte[] data, int length, byte[] deflated, int size) {
    CRC32 crc = new CRC32();
    crc.update(data, 0, length);
    byte[] member = new byte[HEADER.length + size + TRAILER];
    System.arraycopy(HEADER, 0, member, 0, HEADER.length);
    System.arraycopy(deflated, 0, member, HEADER.length, size);
    int at = HEADER.length + size;
    Framing.INT.set(member, at, (int) crc.getValue());
    Framing.INT.set(member, at + 4, length);
    return member;
  }

  /// The size of what `out` then holds, or -1 when it does not fit. GKL ignores offsets, of input
  /// and output alike, so all goes through in one call at offset 0.
  private static int deflateWithGkl(byte[] data, int length, byte[] out) {
    IntelDeflater deflater = new IntelDeflater(1, true);
    try {
      deflater.reset();
      deflater.setInput(data, 0, length);
      deflater.finish();
      int size = deflater.deflate(out, 0, out.length);
      return deflater.finished() ? size : -1;
    } finally {
      deflater.end();
    }
  }

  static byte[] deflate(byte[] data, int length) {
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
      deflater.setInput(data, 0, length);
      deflater.finish();
      byte[] out = new byte[(length >> 2) + 1024];
      int size = deflater.deflate(out);
      while (!deflater.finished()) {
        out = Arrays.copyOf(out, out.length * 2);
        size += deflater.deflate(out, size, out.length - size);
      }
      return Arrays.copyOf(out, size);
    }
  }
}
