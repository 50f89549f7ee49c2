package dev.pipewright.data;

import dev.pipewright.data.tfrecord.TfRecordReader;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// The records of some files, in order, cut every `Fold.BLOCK_ROWS` wherever the files end. A block
/// is cut early only where its records reach a gigabyte. Used by one thread at a time; to be
/// closed.
///
/// `hasNext` and `next` throw `ArtifactException` for a damaged file.
public final class RecordBlocks implements Iterator<RecordBlock>, AutoCloseable {

  private static final int MAX_BLOCK_BYTES = 1 << 30;

  private final PayloadFormat format;
  private final int rows;
  private final int bytes;
  private final Iterator<Path> files;
  private @Nullable Path file;
  private @Nullable TfRecordReader reader;
  private @Nullable RecordBlock upcoming;
  private int expectedBytes;

  private RecordBlocks(List<Path> files, PayloadFormat format, int rows, int bytes) {
    this.files = List.copyOf(files).iterator();
    this.format = format;
    this.rows = rows;
    this.bytes = bytes;
  }

  /// The records of these TFRecord files.
  public static RecordBlocks of(List<Path> files, PayloadFormat format) {
    return new RecordBlocks(files, format, Fold.BLOCK_ROWS, MAX_BLOCK_BYTES);
  }

  /// The records of these TFRecord files in smaller blocks: a block ends with the record with which
  /// it has so many rows, or so many bytes.
  public static RecordBlocks of(List<Path> files, PayloadFormat format, int rows, int bytes) {
    return new RecordBlocks(files, format, rows, bytes);
  }

  @Override
  public boolean hasNext() {
    if (upcoming == null) {
      upcoming = read();
    }
    return upcoming.size() > 0;
  }

  @Override
  public RecordBlock next() {
    if (!hasNext() || upcoming == null) {
      throw new NoSuchElementException();
    }
    RecordBlock block = upcoming;
    upcoming = null;
    return block;
  }

  private RecordBlock read() {
    RecordBlock.Builder block = new RecordBlock.Builder(format, expectedBytes);
    while (block.size() < rows && block.sizeBytes() < bytes) {
      if (reader == null || file == null) {
        if (!files.hasNext()) {
          break;
        }
        file = files.next();
        reader = TfRecordReader.open(file);
      } else if (reader.next()) {
        block.add(file, reader);
      } else {
        reader.close();
        reader = null;
      }
    }
    expectedBytes = block.sizeBytes() + (block.sizeBytes() >> 5);
    return block.build();
  }

  /// Closes the file that is being read.
  @Override
  public void close() {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }
}
