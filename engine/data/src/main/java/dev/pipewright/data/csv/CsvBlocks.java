package dev.pipewright.data.csv;

import dev.pipewright.data.compression.TextFile;
import dev.pipewright.data.csv.RowTokenizer.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Cuts the rows of CSV files into blocks: of `MAX_ROWS` rows or about two megabytes, whichever
/// comes first, and at the end of each file. Used by one thread at a time; to be closed.
///
/// `hasNext` and `next` throw `DataException` for a file that cannot be read; of rows that cannot
/// be used, `BadRows` is told.
public final class CsvBlocks implements Iterator<CsvBlock>, AutoCloseable {

  /// The most rows that a block has.
  static final int MAX_ROWS = 1 << 13;

  private static final int BUFFER_BYTES = 1 << 21;
  private static final int MAX_ROW_BYTES = 1 << 24;

  private final Iterator<Path> files;
  private final BadRows badRows;
  private final RowTokenizer tokenizer;
  private final Utf8Check utf8 = new Utf8Check();

  private @Nullable OpenFile current;
  private byte[] data = {};
  private int position;
  private int limit;
  private boolean isAscii;
  private boolean isDiscarding;
  private long bytesRead;
  private long closedBytes;
  private @Nullable CsvBlock upcoming;

  /// A file that is being read, and the line at which.
  private static final class OpenFile {
    final Path path;
    final TextFile in;
    long line = 2;

    OpenFile(Path path) throws IOException {
      this.path = path;
      in = TextFile.open(path);
    }
  }

  CsvBlocks(CsvSource source, BadRows badRows) {
    this.files = source.files().iterator();
    this.badRows = badRows;
    this.tokenizer = new RowTokenizer(source.columnNames().size());
  }

  /// How many bytes of text were read.
  public long bytesRead() {
    return bytesRead;
  }

  /// How many bytes of the files were read, for progress: fewer than of text where they are
  /// compressed.
  public long fileBytesRead() {
    return closedBytes + (current == null ? 0 : current.in.fileBytesRead());
  }

  @Override
  public boolean hasNext() {
    while (upcoming == null && (current != null || files.hasNext())) {
      CsvBlock block = readFrom(current == null ? open(files.next()) : current);
      upcoming = block.rowCount() > 0 ? block : null;
    }
    return upcoming != null;
  }

  @Override
  public CsvBlock next() {
    if (!hasNext() || upcoming == null) {
      throw new NoSuchElementException();
    }
    CsvBlock block = upcoming;
    upcoming = null;
    return block;
  }

  private OpenFile open(Path path) {
    try {
      current = new OpenFile(path);
      CsvHeader.read(path, current.in);
      position = 0;
      limit = 0;
      isDiscarding = false;
      tokenizer.isAtEnd = false;
      return current;
    } catch (IOException e) {
      throw TextFile.unreadable(path, e);
    }
  }

  /// The next rows of the file; the buffer's array goes on to be used for the rows after them, but
  /// never twice.
  private CsvBlock readFrom(OpenFile file) {
    try {
      if (position == limit) {
        refill(file, BUFFER_BYTES);
      }
      tokenizer.start(data, limit);
      while (tokenizer.rowCount() < MAX_ROWS && position < limit) {
        if (!readRow(file)) {
          CsvBlock block = tokenizer.block();
          refill(file, Math.max(BUFFER_BYTES, 2 * (limit - position)));
          return block;
        }
      }
      CsvBlock block = tokenizer.block();
      if (position == limit && tokenizer.isAtEnd) {
        close();
      }
      return block;
    } catch (IOException e) {
      throw TextFile.unreadable(file.path, e);
    }
  }

  /// Reads a row; false when it does not end in the buffer.
  private boolean readRow(OpenFile file) {
    int start = position;
    Outcome outcome = tokenizer.read(start);
    if (outcome == Outcome.INCOMPLETE) {
      if (limit - start < MAX_ROW_BYTES) {
        return false;
      }
      outcome = tokenizer.tooLong(start, MAX_ROW_BYTES);
      isDiscarding = data[tokenizer.next - 1] != '\n';
    }
    position = tokenizer.next;
    if (outcome == Outcome.ROW) {
      if (isAscii || utf8.isValid(data, start, position)) {
        tokenizer.keep();
      } else {
        outcome = tokenizer.reject();
      }
    }
    if (outcome == Outcome.BAD && tokenizer.problem != null) {
      badRows.report(file.path, file.line, tokenizer.problem, tokenizer.fix);
    }
    file.line += tokenizer.lines;
    return true;
  }

  /// Moves what is left of the buffer into a new one, and fills it up.
  private void refill(OpenFile file, int size) throws IOException {
    byte[] old = data;
    int rest = limit - position;
    // One byte more, for the tokenizer.
    data = new byte[size + 1];
    System.arraycopy(old, position, data, 0, rest);
    int read = file.in.readNBytes(data, rest, size - rest);
    bytesRead += read;
    position = 0;
    limit = rest + read;
    tokenizer.isAtEnd = limit < size;
    isAscii = utf8.isAscii(data, limit);
    if (isDiscarding) {
      discardLine();
    }
  }

  private void discardLine() {
    while (position < limit && data[position] != '\n') {
      position++;
    }
    if (position < limit) {
      position++;
      isDiscarding = false;
    }
  }

  /// Closes the file that is being read.
  @Override
  public void close() {
    if (current != null) {
      OpenFile file = current;
      current = null;
      closedBytes += file.in.fileBytesRead();
      try {
        file.in.close();
      } catch (IOException e) {
        throw TextFile.unreadable(file.path, e);
      }
    }
  }
}
