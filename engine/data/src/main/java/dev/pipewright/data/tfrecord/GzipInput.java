package dev.pipewright.data.tfrecord;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads a gzip file of any number of members, one after the other. Unlike `GZIPInputStream` it
/// takes neither a cut-off member nor anything but members for the end of the file.
public final class GzipInput extends InputStream {

  private static final int HAS_HEADER_CRC = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private int position;
  private int limit;
  private boolean inMember;

  /// Reads what this stream holds, which is closed with it.
  public GzipInput(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    try {
      while (true) {
        if (!inMember && !startMember()) {
          return -1;
        }
        int count = inflater.inflate(target, offset, length);
        if (count > 0) {
          crc.update(target, offset, count);
          return count;
        }
        if (inflater.finished()) {
          endMember();
        } else if (inflater.needsDictionary()) {
          throw new IOException("its compressed data is damaged");
        } else {
          feed();
        }
      }
    } catch (DataFormatException e) {
      throw new IOException("its compressed data is damaged", e);
    }
  }

  private void feed() throws IOException {
    if (!fill()) {
      throw new EOFException("it is cut off");
    }
    inflater.setInput(buffer, 0, limit);
  }

  private boolean fill() throws IOException {
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    position = 0;
    return limit > 0;
  }

  private boolean startMember() throws IOException {
    if (position == limit && !fill()) {
      return false;
    }
    if (next() != 0x1f || next() != 0x8b || next() != 8) {
      throw new IOException("something that is not gzip follows its compressed data");
    }
    int flags = next();
    skip(6);
    if ((flags & HAS_EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    skipText(flags & HAS_NAME);
    skipText(flags & HAS_COMMENT);
    skip((flags & HAS_HEADER_CRC) != 0 ? 2 : 0);
    inflater.reset();
    inflater.setInput(buffer, position, limit - position);
    crc.reset();
    inMember = true;
    return true;
  }

  private void endMember() throws IOException {
    position = limit - inflater.getRemaining();
    if (littleEndianInt() != (int) crc.getValue()
        || littleEndianInt() != (int) inflater.getBytesWritten()) {
      throw new IOException("its compressed data is damaged");
    }
    inMember = false;
  }

  private int littleEndianInt() throws IOException {
    return next() | next() << 8 | next() << 16 | next() << 24;
  }

  private void skipText(int isThere) throws IOException {
    while (isThere != 0 && next() != 0) {
      continue;
    }
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private int next() throws IOException {
    if (position == limit && !fill()) {
      throw new EOFException("it is cut off");
    }
    return buffer[position++] & 0xff;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
