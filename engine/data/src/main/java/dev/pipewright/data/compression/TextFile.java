package dev.pipewright.data.compression;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.pipewright.data.tfrecord.GzipInput;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The text in a file, which may be compressed by gzip or Zstandard: the first bytes tell, whatever
/// the file is named. Used by one thread at a time; to be closed.
public final class TextFile extends FilterInputStream {

  private static final int BUFFER_BYTES = 1 << 16;

  /// Damage in what a file is compressed to.
  private static final class UnpackException extends IOException {
    private static final long serialVersionUID = 1L;

    UnpackException(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /// The bytes of the file as they are.
  private static final class Counted extends FilterInputStream {
    private long count;
    private boolean hasFailed;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        int read = super.read(target, offset, length);
        count += Math.max(0, read);
        return read;
      } catch (IOException e) {
        hasFailed = true;
        throw e;
      }
    }
  }

  private final Counted file;
  private final boolean isPacked;

  private TextFile(Counted file, InputStream text, boolean isPacked) {
    super(text);
    this.file = file;
    this.isPacked = isPacked;
  }

  /// Opens a file.
  public static TextFile open(Path path) throws IOException {
    Counted file = new Counted(Files.newInputStream(path));
    BufferedInputStream buffered = new BufferedInputStream(file, BUFFER_BYTES);
    try {
      buffered.mark(4);
      byte[] magic = buffered.readNBytes(4);
      buffered.reset();
      if (startsWith(magic, 0x1f, 0x8b)) {
        return new TextFile(file, buffer(new GzipInput(buffered)), true);
      }
      if (startsWith(magic, 0x28, 0xb5, 0x2f, 0xfd)) {
        return new TextFile(file, buffer(new ZstdInputStreamNoFinalizer(buffered)), true);
      }
      return new TextFile(file, buffered, false);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static InputStream buffer(InputStream in) {
    return new BufferedInputStream(in, BUFFER_BYTES);
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /// How many bytes of the file were read, for progress.
  public long fileBytesRead() {
    return file.count;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw isPacked && !file.hasFailed ? new UnpackException(e) : e;
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return super.read(target, offset, length);
    } catch (IOException e) {
      throw isPacked && !file.hasFailed ? new UnpackException(e) : e;
    }
  }

  /// What to tell of a file that cannot be read.
  public static DataException unreadable(Path file, IOException e) {
    return e instanceof UnpackException
        ? new DataException(
            "The file is compressed, but cannot be unpacked: " + e.getMessage() + ".",
            Location.of(file),
            "Get it again from where it came; gzip -t or zstd -t tells whether it is whole.",
            e)
        : new DataException(
            "The file cannot be read: " + e.getClass().getSimpleName() + " " + e.getMessage() + ".",
            Location.of(file),
            "Check that it is there and that you may read it.",
            e);
  }
}
