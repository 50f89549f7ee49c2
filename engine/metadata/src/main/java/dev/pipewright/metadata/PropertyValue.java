package dev.pipewright.metadata;

import com.google.protobuf.Any;

/// The value of a property, as `ml_metadata.Value`.
public sealed interface PropertyValue {

  /// A 64-bit integer.
  record Int(long value) implements PropertyValue {}

  /// A 64-bit float, not NaN: SQLite has none.
  record Real(double value) implements PropertyValue {
    public Real {
      if (Double.isNaN(value)) {
        throw new IllegalArgumentException("NaN cannot be a property");
      }
    }
  }

  /// A string. Those that start with `mlmd-struct::` are what ML Metadata takes for a [Struct].
  record Text(String value) implements PropertyValue {
    public Text {
      if (value.startsWith(PropertyColumn.STRUCT_PREFIX)) {
        throw new IllegalArgumentException("would be read as a struct: " + value);
      }
    }
  }

  /// A JSON-like object.
  record Struct(com.google.protobuf.Struct value) implements PropertyValue {}

  /// Any message.
  record Proto(Any value) implements PropertyValue {}

  /// A truth value. TFX writes its own as [Int] 0 and 1.
  record Bool(boolean value) implements PropertyValue {}

  /// An integer.
  static PropertyValue of(long value) {
    return new Int(value);
  }

  /// A float.
  static PropertyValue of(double value) {
    return new Real(value);
  }

  /// A string.
  static PropertyValue of(String value) {
    return new Text(value);
  }

  /// A truth value.
  static PropertyValue of(boolean value) {
    return new Bool(value);
  }

  /// What a type has to declare for a property of this value.
  default PropertyType type() {
    return switch (this) {
      case Int _ -> PropertyType.INT;
      case Real _ -> PropertyType.DOUBLE;
      case Text _ -> PropertyType.STRING;
      case Struct _ -> PropertyType.STRUCT;
      case Proto _ -> PropertyType.PROTO;
      case Bool _ -> PropertyType.BOOLEAN;
    };
  }
}
