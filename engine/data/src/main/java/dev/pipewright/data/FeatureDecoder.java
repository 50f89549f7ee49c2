package dev.pipewright.data;

import dev.pipewright.data.ColumnBuilder.Kind;
import dev.pipewright.data.Wire.MalformedException;

/// Reads a tf.Feature into a row of a column: packed or not, its lists in parts or whole.
final class FeatureDecoder {

  private static final int BYTES_LIST = Kind.BYTES.tag;
  private static final int FLOAT_LIST = Kind.FLOAT.tag;
  private static final int INT64_LIST = Kind.INT64.tag;

  private static final int VALUE_LENGTH = 1 << 3 | Wire.LENGTH;
  private static final int VALUE_VARINT = 1 << 3 | Wire.VARINT;
  private static final int VALUE_FIXED32 = 1 << 3 | Wire.FIXED32;

  private final Wire wire;

  FeatureDecoder(Wire wire) {
    this.wire = wire;
  }

  /// Reads the feature that ends at `end` into the row.
  void decode(int end, ColumnBuilder column, int row) throws MalformedException {
    while (wire.position < end) {
      int tag = wire.tag(end);
      if (tag == BYTES_LIST) {
        column.open(Kind.BYTES, row);
        bytesList(wire.end(end), column.bytes());
      } else if (tag == FLOAT_LIST) {
        column.open(Kind.FLOAT, row);
        floatList(wire.end(end), column);
      } else if (tag == INT64_LIST) {
        column.open(Kind.INT64, row);
        int64List(wire.end(end), column);
      } else {
        wire.skip(tag, end);
      }
    }
  }

  private void bytesList(int end, BytesBuilder values) throws MalformedException {
    while (wire.position < end) {
      int tag = wire.tag(end);
      if (tag == VALUE_LENGTH) {
        int valueEnd = wire.end(end);
        values.add(wire.data, wire.position, valueEnd);
        wire.position = valueEnd;
      } else {
        wire.skip(tag, end);
      }
    }
  }

  private void floatList(int end, ColumnBuilder column) throws MalformedException {
    while (wire.position < end) {
      int tag = wire.tag(end);
      if (tag == VALUE_LENGTH) {
        int valuesEnd = wire.end(end);
        while (wire.position < valuesEnd) {
          column.add(wire.float32(valuesEnd));
        }
      } else if (tag == VALUE_FIXED32) {
        column.add(wire.float32(end));
      } else {
        wire.skip(tag, end);
      }
    }
  }

  private void int64List(int end, ColumnBuilder column) throws MalformedException {
    while (wire.position < end) {
      int tag = wire.tag(end);
      if (tag == VALUE_LENGTH) {
        int valuesEnd = wire.end(end);
        while (wire.position < valuesEnd) {
          column.add(wire.varint(valuesEnd));
        }
      } else if (tag == VALUE_VARINT) {
        column.add(wire.varint(end));
      } else {
        wire.skip(tag, end);
      }
    }
  }
}
