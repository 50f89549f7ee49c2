package dev.pipewright.summaries;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Reads one event file as far as it is written, and later on from there. A record of which only a
/// part is on disk is left for the next time.
final class EventFileReader {

  /// Takes a value, the position of its record in the file, and its place in the record.
  interface Sink {
    void accept(EventValue value, long record, int index) throws IOException;
  }

  private static final int HEADER = 12;
  private static final int FOOTER = 4;
  private static final int CHUNK = 1 << 20;

  private final Path file;
  private long position;

  EventFileReader(Path file) {
    this.file = file;
  }

  /// Where the next record starts: the bytes that were read.
  long position() {
    return position;
  }

  /// Hands on the values that were written since the last call.
  ///
  /// @throws ArtifactException when a whole record is damaged
  void readOn(Sink sink) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long end = channel.size();
      long wanted = CHUNK;
      while (wanted > 0 && position < end) {
        ByteBuffer chunk = read(channel, position, Math.min(wanted, end - position));
        int used = records(chunk, sink);
        position += used;
        wanted = used > 0 ? CHUNK : larger(chunk, end - position);
      }
    }
  }

  /// The size of the record that did not fit `chunk`, or 0 when it is not yet written whole.
  private long larger(ByteBuffer chunk, long available) {
    if (chunk.limit() < HEADER) {
      return 0;
    }
    long size = recordSize(chunk, 0, position);
    return size <= available ? size : 0;
  }

  /// The histogram that was told with this record and place.
  Histogram histogramAt(long record, int index) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = recordSize(read(channel, record, HEADER), 0, record);
      ByteBuffer bytes = read(channel, record, size);
      var found = new ArrayList<Histogram>(1);
      EventValue.each(
          event(bytes, 0, record),
          (value, place) -> {
            if (place == index) {
              found.add(value.histogram());
            }
          });
      return found.getFirst();
    }
  }

  /// Hands on the values of the whole records at the start of `chunk`; returns their bytes.
  private int records(ByteBuffer chunk, Sink sink) throws IOException {
    int start = 0;
    while (chunk.limit() - start >= HEADER) {
      long record = position + start;
      long size = recordSize(chunk, start, record);
      if (size > chunk.limit() - start) {
        break;
      }
      EventValue.Slice event = event(chunk, start, record);
      try {
        EventValue.each(event, (value, index) -> sink.accept(value, record, index));
      } catch (InvalidProtocolBufferException e) {
        throw damaged(record, e);
      }
      start += (int) size;
    }
    return start;
  }

  private long recordSize(ByteBuffer chunk, int start, long record) {
    long length = chunk.getLong(start);
    if (maskedCrc(chunk.array(), start, 8) != chunk.getInt(start + 8)
        || length < 0
        || length > Integer.MAX_VALUE - CHUNK) {
      throw damaged(record, null);
    }
    return HEADER + length + FOOTER;
  }

  private EventValue.Slice event(ByteBuffer chunk, int start, long record) {
    var event = new EventValue.Slice(chunk.array(), start + HEADER, (int) chunk.getLong(start));
    int crc = chunk.getInt(event.offset() + event.length());
    if (maskedCrc(event.bytes(), event.offset(), event.length()) != crc) {
      throw damaged(record, null);
    }
    return event;
  }

  private static int maskedCrc(byte[] bytes, int offset, int length) {
    var crc = new CRC32C();
    crc.update(bytes, offset, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
  }

  private static ByteBuffer read(FileChannel channel, long from, long size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
    int count = 0;
    while (bytes.hasRemaining() && count >= 0) {
      count = channel.read(bytes, from + bytes.position());
    }
    return bytes.flip();
  }

  private ArtifactException damaged(long record, @Nullable Throwable cause) {
    return new ArtifactException(
        "The record at byte " + record + " is damaged.",
        Location.of(file),
        "Delete the file, or restore it from where it came.",
        cause);
  }
}
