package dev.pipewright.data.tfrecord;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a TFRecord file that appears under its name when `commit` is called, complete and on
/// disk, and never otherwise. Used by one thread at a time.
public final class TfRecordWriter implements AutoCloseable {

  /// What a file's records are compressed with.
  public enum Compression {
    /// Nothing.
    NONE,
    /// Gzip, in members that are read as one.
    GZIP,
  }

  private static final int FLUSH_BYTES = 4 << 20;

  private final Path file;
  private final Path temporary;
  private final FileChannel channel;
  private final Compression compression;
  private RecordBuffer pending = new RecordBuffer();
  private boolean isEmpty = true;

  private TfRecordWriter(Path file, Path temporary, Compression compression) throws IOException {
    this.file = file;
    this.temporary = temporary;
    this.compression = compression;
    this.channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  /// Starts a file; its folder is made where it is missing.
  public static TfRecordWriter create(Path file, Compression compression) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("not a file: " + file);
    }
    Files.createDirectories(folder);
    return new TfRecordWriter(file, folder.resolve("." + file.getFileName() + ".tmp"), compression);
  }

  /// Writes a whole file of these records.
  public static void write(Path file, Compression compression, Iterable<byte[]> records)
      throws IOException {
    try (TfRecordWriter writer = create(file, compression)) {
      for (byte[] record : records) {
        writer.write(record, 0, record.length);
      }
      writer.commit();
    }
  }

  /// Adds the record that is the bytes of `data` from `start` to before `end`.
  public void write(byte[] data, int start, int end) throws IOException {
    pending.add(data, start, end);
    if (pending.length() >= FLUSH_BYTES) {
      flush();
    }
  }

  /// Adds records that were made ready elsewhere: framed, and compressed as the file is; see
  /// `RecordBuffer`.
  public void writeReady(byte[] bytes) throws IOException {
    flush();
    writeFully(bytes);
  }

  private void flush() throws IOException {
    if (pending.length() > 0) {
      writeFully(ready(pending));
      pending = new RecordBuffer();
    }
  }

  private byte[] ready(RecordBuffer records) {
    return switch (compression) {
      case NONE -> records.toBytes();
      case GZIP -> records.toGzipMember();
    };
  }

  private void writeFully(byte[] bytes) throws IOException {
    isEmpty &= bytes.length == 0;
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /// Makes the file appear, replacing one of the same name.
  public void commit() throws IOException {
    flush();
    if (isEmpty) {
      writeFully(ready(pending));
    }
    channel.force(true);
    channel.close();
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Ends the writing; without a `commit` before it, nothing remains.
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(temporary);
  }
}
