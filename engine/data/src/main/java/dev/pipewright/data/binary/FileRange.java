package dev.pipewright.data.binary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A part of a file as a stream. Used by one thread at a time; the file is not closed with it.
public final class FileRange extends InputStream {

  private static final int BUFFER_BYTES = 1 << 13;

  private final FileChannel file;
  private long position;
  private final long end;
  private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);

  /// The bytes from `start` to before `end`.
  ///
  /// @throws DamagedException when the file has no such part
  public FileRange(FileChannel file, long start, long end) throws IOException {
    if (start < 0 || end < start || end > file.size()) {
      throw new DamagedException("a part of it would be beyond its end");
    }
    this.file = file;
    this.position = start;
    this.end = end;
  }

  /// How many bytes there still are.
  public long remaining() {
    return end - position + buffer.remaining();
  }

  @Override
  public int read() throws IOException {
    if (!buffer.hasRemaining() && !fill()) {
      return -1;
    }
    return buffer.get() & 0xff;
  }

  private boolean fill() throws IOException {
    buffer.clear().limit((int) Math.min(BUFFER_BYTES, end - position));
    read(buffer);
    buffer.flip();
    return buffer.hasRemaining();
  }

  private void read(ByteBuffer target) throws IOException {
    while (target.hasRemaining()) {
      int count = file.read(target, position);
      if (count < 0) {
        throw new DamagedException("it is cut off");
      }
      position += count;
    }
  }

  /// The next `count` bytes.
  public byte[] take(long count) throws IOException {
    if (count < 0 || count > remaining() || count > Integer.MAX_VALUE - 8) {
      throw new DamagedException("a part of it is larger than the file");
    }
    byte[] bytes = new byte[(int) count];
    int buffered = (int) Math.min(count, buffer.remaining());
    buffer.get(bytes, 0, buffered);
    read(ByteBuffer.wrap(bytes, buffered, bytes.length - buffered));
    return bytes;
  }
}
