package dev.pipewright.data.tfrecord;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/// A cursor over the records of one TFRecord file, plain or gzip: which it is, is seen by its first
/// bytes. Every checksum is verified. Used by one thread at a time.
///
/// A damaged or cut-off file is an `ArtifactException` with the file and the number of the record.
public final class TfRecordReader implements AutoCloseable {

  private static final int MAX_RECORD = 1 << 30;
  private static final String FIX =
      "Make the file again, or copy it again from where it came from.";

  private final Path file;
  private final InputStream in;
  private final Framing framing = new Framing();
  private byte[] buffer = new byte[1 << 18];
  private int position;
  private int limit;
  private int start;
  private int end;
  private long number;

  private TfRecordReader(Path file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /// Opens the file before its first record.
  public static TfRecordReader open(Path file) {
    try {
      return new TfRecordReader(file, isGzip(file) ? gzip(file) : Files.newInputStream(file));
    } catch (NoSuchFileException e) {
      throw new ArtifactException("The file is missing.", Location.of(file), FIX, e);
    } catch (IOException e) {
      throw new ArtifactException(
          "The file cannot be read: " + e.getMessage() + ".",
          Location.of(file),
          "Check the disk and the file's permissions.",
          e);
    }
  }

  private static InputStream gzip(Path file) throws IOException {
    return new GzipInput(Files.newInputStream(file));
  }

  /// A plain file may begin with gzip's two bytes as well, but then they are part of a header.
  private static boolean isGzip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(Framing.HEADER);
      boolean hasMagic = head.length > 1 && head[0] == 0x1f && head[1] == (byte) 0x8b;
      return hasMagic && !(head.length == Framing.HEADER && new Framing().isHeader(head, 0));
    }
  }

  /// Goes to the next record; false when there is none.
  public boolean next() {
    try {
      int available = require(Framing.HEADER);
      if (available == 0) {
        return false;
      }
      if (available < Framing.HEADER) {
        throw new EOFException("it is cut off");
      }
      readRecord();
      return true;
    } catch (IOException e) {
      throw new ArtifactException(
          "The TFRecord file cannot be read beyond record " + number + ": " + e.getMessage() + ".",
          location(number + 1),
          FIX,
          e);
    }
  }

  private void readRecord() throws IOException {
    long length = (long) Framing.LONG.get(buffer, position);
    if (!framing.isHeader(buffer, position)) {
      throw new IOException(
          number == 0 ? "it is not a TFRecord file" : "the length of a record is damaged");
    }
    if (length < 0 || length > MAX_RECORD) {
      throw new IOException("a record of " + Long.toUnsignedString(length) + " bytes is too long");
    }
    int size = (int) length;
    if (require(Framing.HEADER + size + Framing.FOOTER) < Framing.HEADER + size + Framing.FOOTER) {
      throw new EOFException("it is cut off");
    }
    start = position + Framing.HEADER;
    end = start + size;
    if (framing.maskedCrc(buffer, start, size) != (int) Framing.INT.get(buffer, end)) {
      throw new IOException("the record's checksum is wrong");
    }
    position = end + Framing.FOOTER;
    number++;
  }

  /// Sees that `count` bytes stand at `position`; says how many do, where the file ends before. The
  /// buffer grows with what was read, never with what a damaged length claims.
  private int require(int count) throws IOException {
    while (limit - position < count) {
      if (position > 0) {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
      }
      if (limit == buffer.length) {
        buffer = Arrays.copyOf(buffer, (int) Math.min(Integer.MAX_VALUE - 8L, limit * 2L));
      }
      int read = in.read(buffer, limit, buffer.length - limit);
      if (read < 0) {
        break;
      }
      limit += read;
    }
    return Math.min(count, limit - position);
  }

  /// The array that holds the record, until the next call of `next`.
  public byte[] buffer() {
    return buffer;
  }

  /// Where the record starts in `buffer()`.
  public int start() {
    return start;
  }

  /// Where the record ends in `buffer()`.
  public int end() {
    return end;
  }

  /// A copy of the record.
  public byte[] record() {
    return Arrays.copyOfRange(buffer, start, end);
  }

  /// The number of the record in the file, from 1; 0 before the first.
  public long number() {
    return number;
  }

  private Location location(long record) {
    return Location.of(file).withSubject("record " + record);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new ArtifactException(
          "The file cannot be closed.", Location.of(file), "Check the disk.", e);
    }
  }
}
