package dev.pipewright.data.parquet;

import dev.pipewright.data.binary.DamagedException;
import dev.pipewright.data.binary.FileRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads Thrift's compact protocol, in which Parquet's footer and page headers are written.
final class ThriftInput {

  private static final int MAX_DEPTH = 32;
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int DOUBLE = 7;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int SET = 10;
  private static final int MAP = 11;
  private static final int STRUCT = 12;

  private final FileRange in;
  private int type;

  /// Takes a field of a struct; false for one that is not known, which is skipped.
  interface Fields {
    boolean read(int id) throws IOException;
  }

  /// Reads an element of a list.
  interface Element<T> {
    T read() throws IOException;
  }

  ThriftInput(FileRange in) {
    this.in = in;
  }

  /// Reads a struct's fields.
  void struct(Fields fields) throws IOException {
    int id = 0;
    for (int header = octet(); header != 0; header = octet()) {
      id = (header & 0xf0) == 0 ? (int) integer() : id + (header >> 4);
      type = header & 0xf;
      int fieldType = type;
      if (!fields.read(id)) {
        skip(fieldType, 0);
      }
    }
  }

  /// A field that is a struct.
  boolean nested(Fields fields) throws IOException {
    require(STRUCT);
    struct(fields);
    return true;
  }

  /// The value of a boolean field, which its type holds.
  boolean flag() throws IOException {
    if (type != TRUE && type != FALSE) {
      throw new DamagedException("its description is damaged");
    }
    return type == TRUE;
  }

  /// A field that is a whole number of any size.
  long number() throws IOException {
    if (type == 3) {
      return (byte) octet();
    }
    if (type < 4 || type > 6) {
      throw new DamagedException("its description is damaged");
    }
    return integer();
  }

  /// A field that is a number of 32 bits.
  int number32() throws IOException {
    return (int) number();
  }

  /// A field that is a text.
  String text() throws IOException {
    require(BINARY);
    return new String(binary(), StandardCharsets.UTF_8);
  }

  /// A field that is a list of structs.
  <T> List<T> structs(Element<T> element) throws IOException {
    require(LIST);
    int header = octet();
    long size = header >> 4 == 15 ? varint() : header >> 4;
    if (size < 0 || size > in.remaining() || (size > 0 && (header & 0xf) != STRUCT)) {
      throw new DamagedException("its description is damaged");
    }
    List<T> elements = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      elements.add(element.read());
    }
    return elements;
  }

  private void require(int expected) throws IOException {
    if (type != expected) {
      throw new DamagedException("its description is damaged");
    }
  }

  private int octet() throws IOException {
    int octet = in.read();
    if (octet < 0) {
      throw new DamagedException("its description is cut off");
    }
    return octet;
  }

  private long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int octet = octet();
      value |= (long) (octet & 0x7f) << shift;
      if (octet < 0x80) {
        return value;
      }
    }
    throw new DamagedException("its description is damaged");
  }

  private long integer() throws IOException {
    long value = varint();
    return value >>> 1 ^ -(value & 1);
  }

  private byte[] binary() throws IOException {
    return in.take(varint());
  }

  private void skip(int skipped, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw new DamagedException("its description is nested too deeply");
    }
    switch (skipped) {
      case TRUE, FALSE -> {}
      case 3 -> octet();
      case 4, 5, 6 -> varint();
      case DOUBLE -> in.take(Double.BYTES);
      case BINARY -> binary();
      case LIST, SET -> skipList(depth);
      case MAP -> skipMap(depth);
      case STRUCT -> {
        for (int header = octet(); header != 0; header = octet()) {
          if ((header & 0xf0) == 0) {
            varint();
          }
          skip(header & 0xf, depth + 1);
        }
      }
      default -> throw new DamagedException("its description is damaged");
    }
  }

  private void skipList(int depth) throws IOException {
    int header = octet();
    long size = header >> 4 == 15 ? varint() : header >> 4;
    for (long i = 0; i < size; i++) {
      skipElement(header & 0xf, depth);
    }
  }

  private void skipMap(int depth) throws IOException {
    long size = varint();
    int types = size == 0 ? 0 : octet();
    for (long i = 0; i < size; i++) {
      skipElement(types >> 4, depth);
      skipElement(types & 0xf, depth);
    }
  }

  /// Unlike those of fields, booleans in lists take a byte: every element takes one or more.
  private void skipElement(int skipped, int depth) throws IOException {
    if (skipped == TRUE || skipped == FALSE) {
      octet();
    } else {
      skip(skipped, depth + 1);
    }
  }
}
