package dev.pipewright.data.table;

import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.table.StoredColumn.Places;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/// The temporary file in which a table's columns lie. It is gone when it is closed, or the process
/// ends. Blocks are added by one thread at a time.
final class TableFile implements AutoCloseable {

  private final Arena arena = Arena.ofShared();
  private final FileChannel channel;
  private volatile long size;

  TableFile() throws IOException {
    Path file = Files.createTempFile("pipewright-", ".columns");
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /// The arrays of a batch, and where they are.
  record Packed(Map<String, Places> places, ByteBuffer bytes) {

    static Packed of(ExampleBatch batch) {
      BlockBytes bytes = new BlockBytes();
      Map<String, Places> places = HashMap.newHashMap(batch.columns().size());
      batch.columns().forEach((name, column) -> places.put(name, Places.put(column, bytes)));
      // A list of the same name as a feature of the context hides it, as in TFDV.
      batch.sequences().forEach((name, list) -> places.put(name, Places.put(list, bytes)));
      return new Packed(places, bytes.flip());
    }
  }

  /// Adds a block; its columns can be read from then on.
  Map<String, StoredColumn> add(Packed packed) throws IOException {
    long at = size;
    long length = packed.bytes().remaining();
    long to = at;
    while (packed.bytes().hasRemaining()) {
      to += channel.write(packed.bytes(), to);
    }
    size = to;
    MemorySegment block = channel.map(MapMode.READ_ONLY, at, length, arena);
    Map<String, StoredColumn> columns = HashMap.newHashMap(packed.places().size());
    packed.places().forEach((name, places) -> columns.put(name, new StoredColumn(block, places)));
    return columns;
  }

  /// How many bytes it has.
  long size() {
    return size;
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      arena.close();
    }
  }
}
