package dev.pipewright.data.json;

import dev.pipewright.data.compression.TextFile;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Cuts files of JSON lines, which may be compressed by gzip or Zstandard, into blocks of about a
/// megabyte. Used by one thread at a time; to be closed.
public final class JsonBlocks implements AutoCloseable {

  private static final int BLOCK_BYTES = 1 << 20;
  private static final int MAX_LINE_BYTES = 1 << 24;

  private final Iterator<Path> files;
  private final long totalBytes;
  private long closedBytes;
  private @Nullable TextFile in;
  private Path file = Path.of("");
  private long line = 1;
  private byte[] data = {};
  private int start;
  private int limit;

  /// The lines of these files.
  public JsonBlocks(List<Path> files) {
    this.files = List.copyOf(files).iterator();
    long total = 0;
    for (Path each : files) {
      try {
        total += Files.size(each);
      } catch (IOException e) {
        throw TextFile.unreadable(each, e);
      }
    }
    this.totalBytes = Math.max(1, total);
  }

  /// How much of the files was read, up to 1.
  public double progress() {
    return (double) (closedBytes + (in == null ? 0 : in.fileBytesRead())) / totalBytes;
  }

  /// The next lines; empty at the end.
  ///
  /// @throws DataException when a file cannot be read, or a line is longer than 16 MB
  public Optional<JsonBlock> next() {
    try {
      while (in != null || files.hasNext()) {
        TextFile open = in == null ? open() : in;
        int end = fill(open);
        if (end > start) {
          JsonBlock block = new JsonBlock(file, line, data, start, end);
          line += lineFeeds(end);
          start = end;
          return Optional.of(block);
        }
        close();
      }
      return Optional.empty();
    } catch (IOException e) {
      throw TextFile.unreadable(file, e);
    }
  }

  private TextFile open() throws IOException {
    file = files.next();
    TextFile open = TextFile.open(file);
    in = open;
    line = 1;
    data = new byte[BLOCK_BYTES];
    start = 0;
    limit = open.readNBytes(data, 0, 3);
    boolean isMark =
        limit == 3 && data[0] == (byte) 0xef && data[1] == (byte) 0xbb && data[2] == (byte) 0xbf;
    if (isMark) {
      limit = 0;
    }
    return open;
  }

  /// Moves what is left into a new buffer, and fills that up; returns the end of its last line. The
  /// old buffer is the last block's.
  private int fill(TextFile open) throws IOException {
    int size = BLOCK_BYTES;
    byte[] old = data;
    int rest = limit - start;
    while (true) {
      data = new byte[size];
      System.arraycopy(old, start, data, 0, rest);
      start = 0;
      limit = rest + open.readNBytes(data, rest, size - rest);
      if (limit < size) {
        return limit;
      }
      for (int end = limit; end > 0; end--) {
        if (data[end - 1] == '\n') {
          return end;
        }
      }
      if (size >= MAX_LINE_BYTES) {
        throw new DataException(
            "The line is longer than 16 MB.",
            Location.of(file, line),
            "Write one object a line, and end lines with a line feed.");
      }
      size *= 4;
      old = data;
      rest = limit;
    }
  }

  private long lineFeeds(int end) {
    long count = 0;
    for (int i = start; i < end; i++) {
      if (data[i] == '\n') {
        count++;
      }
    }
    return count;
  }

  /// Closes the file that is being read.
  @Override
  public void close() {
    TextFile open = in;
    in = null;
    if (open != null) {
      closedBytes += open.fileBytesRead();
      try {
        open.close();
      } catch (IOException e) {
        throw TextFile.unreadable(file, e);
      }
    }
  }
}
