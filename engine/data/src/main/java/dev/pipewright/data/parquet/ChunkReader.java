package dev.pipewright.data.parquet;

import dev.pipewright.data.FeatureBuilder;
import dev.pipewright.data.binary.ByteCursor;
import dev.pipewright.data.binary.DamagedException;
import dev.pipewright.data.binary.FileRange;
import dev.pipewright.data.compression.BlockCodec;
import dev.pipewright.data.parquet.Footer.Chunk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads the values of a column in a row group, a page at a time. Used by one thread at a time.
final class ChunkReader {

  private static final int MAX_PAGE_BYTES = 1 << 30;

  private final ParquetColumn column;
  private final FileRange in;
  private final BlockCodec codec;
  private long valuesLeft;
  private int pageLeft;
  private @Nullable Dictionary dictionary;
  private @Nullable HybridRuns repetitions;
  private @Nullable HybridRuns definitions;
  private Values values = target -> {};

  /// The repetition level that comes next, or -1 where it was not looked at.
  private int nextRepetition = -1;

  /// What a page's header says.
  private static final class Header {
    int kind = -1;
    int plainSize = -1;
    int size = -1;
    int count = -1;
    int encoding = -1;
    int definitionBytes = -1;
    int repetitionBytes = -1;
    boolean isPacked = true;
  }

  ChunkReader(FileChannel file, ParquetColumn column, Chunk chunk) throws IOException {
    if (chunk.isElsewhere || chunk.isEncrypted) {
      throw new DamagedException(
          "column " + column.feature() + " is in another file, or encrypted");
    }
    if (chunk.values < 0 || chunk.type != column.type().ordinal()) {
      throw new DamagedException("the description of column " + column.feature() + " is damaged");
    }
    this.column = column;
    this.codec = codec(chunk.codec);
    this.valuesLeft = chunk.values;
    this.in = new FileRange(file, chunk.start(), Math.addExact(chunk.start(), chunk.size));
  }

  private static BlockCodec codec(int number) throws DamagedException {
    return switch (number) {
      case 0 -> BlockCodec.NONE;
      case 1 -> BlockCodec.SNAPPY;
      case 2 -> BlockCodec.GZIP;
      case 6 -> BlockCodec.ZSTD;
      case 7 -> BlockCodec.LZ4;
      case 3 -> throw new DamagedException("it is compressed by LZO");
      case 4 -> throw new DamagedException("it is compressed by Brotli");
      case 5 -> throw new DamagedException("it is compressed by LZ4 in Hadoop's framing");
      default -> throw new DamagedException("its compression has no known number");
    };
  }

  /// Adds so many rows to the column.
  ///
  /// @throws DamagedException when there are not as many
  void rows(int count, FeatureBuilder target, Sink sink) throws IOException {
    for (int row = 0; row < count; row++) {
      if (repetition() != 0) {
        throw new DamagedException("a row of " + column.feature() + " has no beginning");
      }
      do {
        take(sink);
      } while (column.maxRepetition() > 0 && repetition() > 0);
      target.endRow();
    }
  }

  /// Says that there are no more values.
  void finish() throws IOException {
    if (repetition() >= 0) {
      throw new DamagedException("column " + column.feature() + " has more rows than the others");
    }
  }

  /// The level at which the next value begins; -1 at the end.
  private int repetition() throws IOException {
    if (nextRepetition < 0) {
      while (pageLeft == 0 && valuesLeft > 0) {
        page();
      }
      if (pageLeft == 0) {
        return -1;
      }
      nextRepetition = repetitions == null ? 0 : repetitions.next();
      if (nextRepetition > column.maxRepetition()) {
        throw new DamagedException("the lists of " + column.feature() + " are damaged");
      }
    }
    return nextRepetition;
  }

  private void take(Sink sink) throws DamagedException {
    int definition = definitions == null ? 0 : definitions.next();
    if (definition > column.maxDefinition()) {
      throw new DamagedException("the nulls of " + column.feature() + " are damaged");
    }
    if (definition == column.maxDefinition()) {
      values.next(sink);
    }
    nextRepetition = -1;
    pageLeft--;
  }

  /// Reads the next page, whatever its kind.
  private void page() throws IOException {
    Header header = header();
    byte[] page = in.take(header.size);
    if (header.plainSize < 0 || header.plainSize > MAX_PAGE_BYTES) {
      throw new DamagedException("a page of " + column.feature() + " has an impossible size");
    }
    switch (header.kind) {
      case 0 -> dataPage(header, unpack(page, header.plainSize));
      case 1 -> {}
      case 2 -> {
        byte[] plain = unpack(page, header.plainSize);
        dictionary =
            Dictionary.read(new ByteCursor(plain, 0, plain.length), column.type(), header.count);
      }
      case 3 -> dataPage2(header, page);
      default -> throw new DamagedException("a page is of no known kind");
    }
  }

  private byte[] unpack(byte[] page, int size) throws IOException {
    byte[] plain = codec.unpack(page, size);
    if (plain.length != size) {
      throw new DamagedException("a page has another size than it says");
    }
    return plain;
  }

  private void begin(Header header) throws DamagedException {
    if (header.count < 0 || header.count > valuesLeft) {
      throw new DamagedException("column " + column.feature() + " has too many values");
    }
    valuesLeft -= header.count;
    pageLeft = header.count;
  }

  private void dataPage(Header header, byte[] plain) throws DamagedException {
    begin(header);
    ByteCursor page = new ByteCursor(plain, 0, plain.length);
    repetitions = levels(page, column.maxRepetition(), -1);
    definitions = levels(page, column.maxDefinition(), -1);
    values = Values.of(header.encoding, page, column.type(), dictionary);
  }

  private void dataPage2(Header header, byte[] page) throws IOException {
    begin(header);
    ByteCursor levels = new ByteCursor(page, 0, page.length);
    repetitions = levels(levels, column.maxRepetition(), header.repetitionBytes);
    definitions = levels(levels, column.maxDefinition(), header.definitionBytes);
    int levelBytes = page.length - levels.remaining();
    byte[] rest = Arrays.copyOfRange(page, levelBytes, page.length);
    byte[] plain =
        header.isPacked && rest.length > 0 ? unpack(rest, header.plainSize - levelBytes) : rest;
    values =
        Values.of(
            header.encoding, new ByteCursor(plain, 0, plain.length), column.type(), dictionary);
  }

  /// The levels up to a greatest, null where that is 0; where no size is given, it stands before
  /// them.
  private static @Nullable HybridRuns levels(ByteCursor page, int greatest, int size)
      throws DamagedException {
    if (size > 0 && greatest == 0) {
      page.skip(size);
    }
    if (greatest == 0) {
      return null;
    }
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(greatest);
    return new HybridRuns(page.take(size < 0 ? page.int32() : size), width);
  }

  private Header header() throws IOException {
    Header header = new Header();
    ThriftInput thrift = new ThriftInput(in);
    thrift.struct(
        id -> {
          switch (id) {
            case 1 -> header.kind = thrift.number32();
            case 2 -> header.plainSize = thrift.number32();
            case 3 -> header.size = thrift.number32();
            case 5, 7 ->
                thrift.nested(
                    field -> {
                      switch (field) {
                        case 1 -> header.count = thrift.number32();
                        case 2 -> header.encoding = thrift.number32();
                        default -> {
                          return false;
                        }
                      }
                      return true;
                    });
            case 8 -> thrift.nested(field -> version2(thrift, field, header));
            default -> {
              return false;
            }
          }
          return true;
        });
    return header;
  }

  private static boolean version2(ThriftInput thrift, int field, Header header) throws IOException {
    switch (field) {
      case 1 -> header.count = thrift.number32();
      case 4 -> header.encoding = thrift.number32();
      case 5 -> header.definitionBytes = thrift.number32();
      case 6 -> header.repetitionBytes = thrift.number32();
      case 7 -> header.isPacked = thrift.flag();
      default -> {
        return false;
      }
    }
    return true;
  }
}
