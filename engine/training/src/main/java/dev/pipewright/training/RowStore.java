package dev.pipewright.training;

import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.RecordBlock;
import dev.pipewright.data.RecordBlocks;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.tensorflow.HostTensor;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Future;

/// Examples as rows of numbers in a mapped file: decoded once, taken in any order, and no burden to
/// the heap however many there are (the operating system keeps in memory what fits).
final class RowStore implements AutoCloseable {

  private static final ValueLayout.OfInt NUMBER = ValueLayout.JAVA_INT_UNALIGNED;

  private final List<RowField> fields;
  private final int[] fieldBytes;
  private final int[] fieldOffsets;
  private final int rowBytes;
  private final long rowCount;
  private final Arena arena;
  private final MemorySegment rows;

  private RowStore(List<RowField> fields, int rowBytes, Arena arena, MemorySegment rows) {
    this.fields = fields;
    this.fieldBytes = fields.stream().mapToInt(RowField::bytes).toArray();
    this.fieldOffsets = new int[fieldBytes.length];
    for (int i = 1; i < fieldBytes.length; i++) {
      fieldOffsets[i] = fieldOffsets[i - 1] + fieldBytes[i - 1];
    }
    this.rowBytes = rowBytes;
    this.rowCount = rows.byteSize() / rowBytes;
    this.arena = arena;
    this.rows = rows;
  }

  /// Decodes the records of some splits, in order.
  ///
  /// @param file where the rows are put; replaced when it is there
  static RowStore read(
      ExamplesArtifact examples,
      List<String> splits,
      List<RowField> fields,
      Path file,
      Execution execution)
      throws IOException, InterruptedException {
    RowPacker packer = new RowPacker(fields);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      for (String split : splits) {
        write(examples, split, packer, channel, execution);
      }
      Arena arena = Arena.ofShared();
      MemorySegment rows = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return new RowStore(List.copyOf(fields), packer.rowBytes(), arena, rows);
    }
  }

  private static void write(
      ExamplesArtifact examples,
      String split,
      RowPacker packer,
      FileChannel channel,
      Execution execution)
      throws IOException, InterruptedException {
    var pending = new ArrayDeque<Future<byte[]>>();
    try (RecordBlocks blocks = examples.blocks(split)) {
      while (blocks.hasNext()) {
        execution.checkCancelled();
        RecordBlock block = blocks.next();
        pending.add(execution.pool().submit(() -> packer.pack(block)));
        if (pending.size() > execution.parallelism()) {
          append(channel, pending.remove());
        }
      }
      while (!pending.isEmpty()) {
        append(channel, pending.remove());
      }
    } finally {
      pending.forEach(f -> f.cancel(true));
    }
  }

  private static void append(FileChannel channel, Future<byte[]> rows)
      throws IOException, InterruptedException {
    ByteBuffer bytes = ByteBuffer.wrap(PoolResult.of(rows));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  List<RowField> fields() {
    return fields;
  }

  long rowCount() {
    return rowCount;
  }

  /// Number `index` of a field in a row.
  double value(long row, int field, int index) {
    long at = row * rowBytes + fieldOffsets[field];
    return switch (fields.get(field).dtype()) {
      case FLOAT32 -> rows.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at + 4L * index);
      case INT64 -> rows.get(ValueLayout.JAVA_LONG_UNALIGNED, at + 8L * index);
      default -> rows.get(NUMBER, at + 4L * index);
    };
  }

  /// Copies a row into place `index` of tensors, one a field.
  void copy(long row, HostTensor[] tensors, int index) {
    long at = row * rowBytes;
    for (int i = 0; i < tensors.length; i++) {
      int bytes = fieldBytes[i];
      MemorySegment target = tensors[i].segment();
      if (bytes == Integer.BYTES) {
        // Most fields are a single number, for which a copy of a range takes three times as long.
        target.set(NUMBER, (long) index * bytes, rows.get(NUMBER, at));
      } else {
        MemorySegment.copy(rows, at, target, (long) index * bytes, bytes);
      }
      at += bytes;
    }
  }

  /// Ends the use of the file.
  @Override
  public void close() {
    arena.close();
  }
}
