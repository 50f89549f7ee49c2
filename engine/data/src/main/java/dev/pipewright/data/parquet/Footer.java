package dev.pipewright.data.parquet;

import dev.pipewright.data.binary.DamagedException;
import dev.pipewright.data.binary.FileRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What stands at the end of a Parquet file (`parquet.thrift`, `FileMetaData`).
///
/// @param schema the tree of columns, from the root, children after their parents
/// @param rows how many rows the file has
/// @param groups the parts into which the rows are cut
record Footer(List<SchemaElement> schema, long rows, List<RowGroup> groups) {

  private static final int TAIL = 8;
  private static final int MAX_COLUMNS = 1 << 20;

  /// A node of the tree of columns; -1 where the file does not say.
  static final class SchemaElement {
    int type = -1;
    int repetition;
    String name = "";
    int children;
    int converted = -1;
    int scale;
    boolean isDecimal;
    boolean isUnsigned;
    boolean isList;
    boolean isMap;
  }

  /// Some rows.
  static final class RowGroup {
    List<Chunk> chunks = List.of();
    long rows;
  }

  /// Where the values of a column are in the file.
  static final class Chunk {
    boolean isElsewhere;
    boolean isEncrypted;
    int type = -1;
    int codec;
    long values;
    long plainSize;
    long size;
    long dataPage;
    long dictionaryPage;

    /// Where its first page is.
    long start() {
      return dictionaryPage > 0 && dictionaryPage < dataPage ? dictionaryPage : dataPage;
    }
  }

  Footer {
    schema = List.copyOf(schema);
    groups = List.copyOf(groups);
  }

  /// Reads it.
  static Footer read(FileChannel file) throws IOException {
    long size = file.size();
    if (size < TAIL + 4) {
      throw new DamagedException("it is too short");
    }
    ByteBuffer tail =
        ByteBuffer.wrap(new FileRange(file, size - TAIL, size).take(TAIL))
            .order(ByteOrder.LITTLE_ENDIAN);
    long length = tail.getInt() & 0xffffffffL;
    String magic = StandardCharsets.ISO_8859_1.decode(tail).toString();
    if (magic.equals("PARE")) {
      throw new DamagedException("it is encrypted");
    }
    if (!magic.equals("PAR1")) {
      throw new DamagedException("it does not end as one");
    }
    return read(new ThriftInput(new FileRange(file, size - TAIL - length, size - TAIL)));
  }

  private static Footer read(ThriftInput in) throws IOException {
    List<SchemaElement> schema = new ArrayList<>();
    List<RowGroup> groups = new ArrayList<>();
    long[] rows = new long[1];
    in.struct(
        id -> {
          switch (id) {
            case 2 -> schema.addAll(in.structs(() -> element(in)));
            case 3 -> rows[0] = in.number();
            case 4 -> groups.addAll(in.structs(() -> group(in)));
            default -> {
              return false;
            }
          }
          return true;
        });
    long sum = 0;
    for (RowGroup group : groups) {
      if (group.rows < 0) {
        throw new DamagedException("its number of rows is damaged");
      }
      sum += group.rows;
    }
    if (schema.isEmpty() || schema.size() > MAX_COLUMNS || sum != rows[0]) {
      throw new DamagedException("its description is damaged");
    }
    return new Footer(schema, rows[0], groups);
  }

  private static SchemaElement element(ThriftInput in) throws IOException {
    SchemaElement element = new SchemaElement();
    in.struct(
        id -> {
          switch (id) {
            case 1 -> element.type = in.number32();
            case 3 -> element.repetition = in.number32();
            case 4 -> element.name = in.text();
            case 5 -> element.children = in.number32();
            case 6 -> element.converted = in.number32();
            case 7 -> element.scale = in.number32();
            case 10 -> in.nested(kind -> logicalType(in, kind, element));
            default -> {
              return false;
            }
          }
          return true;
        });
    element.isMap |= element.converted == 1 || element.converted == 2;
    element.isList |= element.converted == 3;
    element.isDecimal |= element.converted == 5;
    element.isUnsigned |= element.converted >= 11 && element.converted <= 14;
    return element;
  }

  private static boolean logicalType(ThriftInput in, int kind, SchemaElement element)
      throws IOException {
    element.isMap |= kind == 2;
    element.isList |= kind == 3;
    return switch (kind) {
      case 5 -> {
        element.isDecimal = true;
        yield in.nested(
            id -> {
              if (id == 1) {
                element.scale = in.number32();
              }
              return id == 1;
            });
      }
      case 10 ->
          in.nested(
              id -> {
                if (id == 2) {
                  element.isUnsigned |= !in.flag();
                }
                return id == 2;
              });
      default -> false;
    };
  }

  private static RowGroup group(ThriftInput in) throws IOException {
    RowGroup group = new RowGroup();
    in.struct(
        id -> {
          switch (id) {
            case 1 -> group.chunks = in.structs(() -> chunk(in));
            case 3 -> group.rows = in.number();
            default -> {
              return false;
            }
          }
          return true;
        });
    return group;
  }

  private static Chunk chunk(ThriftInput in) throws IOException {
    Chunk chunk = new Chunk();
    in.struct(
        id ->
            switch (id) {
              case 1 -> {
                chunk.isElsewhere = !in.text().isEmpty();
                yield true;
              }
              case 3 -> in.nested(field -> metaData(in, field, chunk));
              case 8 -> {
                chunk.isEncrypted = true;
                yield false;
              }
              default -> false;
            });
    return chunk;
  }

  private static boolean metaData(ThriftInput in, int id, Chunk chunk) throws IOException {
    switch (id) {
      case 1 -> chunk.type = in.number32();
      case 4 -> chunk.codec = in.number32();
      case 5 -> chunk.values = in.number();
      case 6 -> chunk.plainSize = in.number();
      case 7 -> chunk.size = in.number();
      case 9 -> chunk.dataPage = in.number();
      case 11 -> chunk.dictionaryPage = in.number();
      default -> {
        return false;
      }
    }
    return true;
  }
}
