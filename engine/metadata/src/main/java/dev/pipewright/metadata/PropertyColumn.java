package dev.pipewright.metadata;

import com.google.protobuf.Any;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Struct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// A property's value as the one column that is not null in its row. A struct is a string with a
/// prefix; a proto is base64 text, though its column is a BLOB.
record PropertyColumn(String name, Object value) {

  static final String STRUCT_PREFIX = "mlmd-struct::";

  static PropertyColumn of(PropertyValue value) {
    return switch (value) {
      case PropertyValue.Int v -> new PropertyColumn("int_value", v.value());
      case PropertyValue.Real v -> new PropertyColumn("double_value", v.value());
      case PropertyValue.Text v -> new PropertyColumn("string_value", v.value());
      case PropertyValue.Struct v ->
          new PropertyColumn("string_value", STRUCT_PREFIX + base64(v.value()));
      case PropertyValue.Proto v -> new PropertyColumn("proto_value", base64(v.value()));
      case PropertyValue.Bool v -> new PropertyColumn("bool_value", v.value() ? 1 : 0);
    };
  }

  /// Reads a row that has all the value columns; null for a row without a value.
  static @Nullable PropertyValue read(ResultSet row) throws SQLException {
    if (row.getObject("int_value") != null) {
      return new PropertyValue.Int(row.getLong("int_value"));
    }
    if (row.getObject("double_value") != null) {
      return new PropertyValue.Real(row.getDouble("double_value"));
    }
    String string = row.getString("string_value");
    if (string != null) {
      return string.startsWith(STRUCT_PREFIX)
          ? struct(string.substring(STRUCT_PREFIX.length()))
          : new PropertyValue.Text(string);
    }
    String proto = row.getString("proto_value");
    if (proto != null) {
      return proto(proto);
    }
    return row.getObject("bool_value") == null
        ? null
        : new PropertyValue.Bool(row.getInt("bool_value") != 0);
  }

  private static PropertyValue struct(String base64) throws SQLException {
    try {
      return new PropertyValue.Struct(Struct.parseFrom(Base64.getDecoder().decode(base64)));
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new SQLDataException("a property is no struct: " + base64, e);
    }
  }

  private static PropertyValue proto(String base64) throws SQLException {
    try {
      return new PropertyValue.Proto(Any.parseFrom(Base64.getDecoder().decode(base64)));
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new SQLDataException("a property is no proto: " + base64, e);
    }
  }

  private static String base64(MessageLite message) {
    byte[] bytes = new byte[message.getSerializedSize()];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    try {
      message.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes);
  }
}
