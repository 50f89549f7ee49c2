package dev.pipewright.data.avro;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.FeatureBuilder;
import dev.pipewright.data.Fold;
import dev.pipewright.data.avro.AvroSchema.Struct;
import dev.pipewright.data.avro.RecordReader.UnfitException;
import dev.pipewright.data.binary.ByteCursor;
import dev.pipewright.data.binary.DamagedException;
import dev.pipewright.data.binary.FileRange;
import dev.pipewright.data.compression.BlockCodec;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// An Avro file of records that is read, a batch of rows at a time. Used by one thread at a time;
/// to be closed.
public final class AvroSource implements AutoCloseable {

  private static final byte[] MAGIC = {'O', 'b', 'j', 1};
  private static final int SYNC_BYTES = 16;
  private static final int MAX_BLOCK_BYTES = 1 << 28;
  private static final long BATCH_BYTES = 1 << 25;

  private final Path file;
  private final FileChannel channel;
  private final FileRange in;
  private final long size;
  private final BlockCodec codec;
  private final byte[] sync;
  private final RecordReader reader;
  private ByteCursor block = new ByteCursor(new byte[0], 0, 0);
  private long recordsLeft;

  private AvroSource(Path file, FileChannel channel, List<String> columns)
      throws IOException, UnfitException {
    this.file = file;
    this.channel = channel;
    this.size = channel.size();
    this.in = new FileRange(channel, 0, size);
    if (size < MAGIC.length || !Arrays.equals(in.take(MAGIC.length), MAGIC)) {
      throw new DamagedException("it does not begin as one");
    }
    Map<String, String> metadata = metadata();
    sync = in.take(SYNC_BYTES);
    codec = codec(metadata.getOrDefault("avro.codec", "null"));
    AvroSchema schema = AvroSchema.parse(metadata.getOrDefault("avro.schema", ""));
    if (!(schema instanceof Struct struct)) {
      throw new DamagedException("it has no records");
    }
    requireColumns(file, struct, columns);
    reader = new RecordReader(struct, name -> columns.isEmpty() || columns.contains(name));
  }

  /// Opens a file for reading these columns; all where none are named.
  ///
  /// @throws DataException when it is no Avro file, lacks a column, or has one of a type that no
  ///   feature can have
  public static AvroSource open(Path file, List<String> columns) {
    return reading(
        file,
        () -> {
          FileChannel channel = FileChannel.open(file);
          try {
            return new AvroSource(file, channel, columns);
          } catch (IOException | RuntimeException | UnfitException e) {
            channel.close();
            throw e;
          }
        });
  }

  private static void requireColumns(Path file, Struct struct, List<String> columns) {
    List<String> names = struct.fields().stream().map(AvroSchema.Field::name).toList();
    for (String column : columns) {
      if (!names.contains(column)) {
        throw new DataException(
            "The file has no column " + column + ", only " + String.join(", ", names) + ".",
            Location.of(file),
            "Check the names in columns.");
      }
    }
  }

  private static BlockCodec codec(String name) throws DamagedException {
    return switch (name) {
      case "null" -> BlockCodec.NONE;
      case "deflate" -> BlockCodec.DEFLATE;
      case "snappy" -> BlockCodec.SNAPPY;
      case "zstandard" -> BlockCodec.ZSTD;
      default -> throw new DamagedException("it is compressed by " + name);
    };
  }

  private Map<String, String> metadata() throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    for (long count = zigzag(); count != 0; count = zigzag()) {
      if (count < 0) {
        zigzag();
        count = -count;
      }
      for (long i = 0; i < count; i++) {
        String name = new String(in.take(zigzag()), StandardCharsets.UTF_8);
        metadata.put(name, new String(in.take(zigzag()), StandardCharsets.UTF_8));
      }
      if (count < 0) {
        throw new DamagedException("its header is damaged");
      }
    }
    return metadata;
  }

  private long zigzag() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int octet = in.read();
      if (octet < 0) {
        throw new DamagedException("it is cut off");
      }
      value |= (long) (octet & 0x7f) << shift;
      if (octet < 0x80) {
        return value >>> 1 ^ -(value & 1);
      }
    }
    throw new DamagedException("a number is too long");
  }

  /// The features' names and types.
  public SequencedMap<String, FeatureBuilder.Kind> kinds() {
    SequencedMap<String, FeatureBuilder.Kind> kinds = new LinkedHashMap<>();
    reader.features().forEach((name, builder) -> kinds.put(name, builder.kind()));
    return kinds;
  }

  /// How much of the file was read, up to 1.
  public double progress() {
    return 1 - (double) in.remaining() / size;
  }

  /// The next rows; empty at the end.
  ///
  /// @throws DataException when the file is damaged
  public Optional<ExampleBatch> next() {
    return reading(
        file,
        () -> {
          int rows = 0;
          long bytes = 0;
          while (rows < Fold.BLOCK_ROWS && bytes < BATCH_BYTES && hasRecord()) {
            int before = block.remaining();
            reader.read(block);
            bytes += before - block.remaining();
            recordsLeft--;
            rows++;
          }
          if (rows == 0) {
            return Optional.empty();
          }
          SequencedMap<String, Column> columns = new LinkedHashMap<>();
          reader.features().forEach((name, builder) -> columns.put(name, builder.finish()));
          return Optional.of(new ExampleBatch(rows, columns));
        });
  }

  private boolean hasRecord() throws IOException {
    while (recordsLeft == 0) {
      if (block.remaining() > 0) {
        throw new DamagedException("a block has more than its records");
      }
      if (in.remaining() == 0) {
        return false;
      }
      nextBlock();
    }
    return true;
  }

  private void nextBlock() throws IOException {
    recordsLeft = zigzag();
    byte[] packed = in.take(zigzag());
    if (!Arrays.equals(in.take(SYNC_BYTES), sync)) {
      throw new DamagedException("a block has no proper end");
    }
    // A checksum follows what Snappy packed.
    byte[] plain =
        codec.unpack(
            codec == BlockCodec.SNAPPY
                ? Arrays.copyOf(packed, Math.max(0, packed.length - Integer.BYTES))
                : packed,
            MAX_BLOCK_BYTES);
    block = new ByteCursor(plain, 0, plain.length);
    // Each record has a byte or more.
    if (recordsLeft < 0 || recordsLeft > plain.length) {
      throw new DamagedException("a block has fewer records than it says");
    }
  }

  /// What is done with a file.
  private interface Reading<T> {
    T read() throws IOException, UnfitException;
  }

  private static <T> T reading(Path file, Reading<T> reading) {
    try {
      return reading.read();
    } catch (UnfitException e) {
      throw new DataException(
          String.valueOf(e.getMessage()),
          Location.of(file),
          "Name the other columns in columns, or write the file with numbers, texts or lists of"
              + " them.",
          e);
    } catch (IOException | FeatureBuilder.TooLargeException | ArithmeticException e) {
      throw new DataException(
          "The file cannot be read as Avro: " + e.getMessage() + ".",
          Location.of(file),
          "Check that it is a whole Avro file, and write it again, compressed by deflate, Snappy or"
              + " Zstandard if at all.",
          e);
    }
  }

  @Override
  public void close() {
    reading(
        file,
        () -> {
          channel.close();
          return file;
        });
  }
}
