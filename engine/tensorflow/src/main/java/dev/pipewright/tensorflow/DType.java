package dev.pipewright.tensorflow;

import java.util.Locale;
import org.tensorflow.proto.DataType;

/// An element type, by TensorFlow's names and numbers (`types.proto`).
public enum DType {
  /// 32-bit IEEE float.
  FLOAT32(DataType.DT_FLOAT, 4),
  /// 64-bit IEEE float.
  FLOAT64(DataType.DT_DOUBLE, 8),
  /// Signed 32-bit integer.
  INT32(DataType.DT_INT32, 4),
  /// Unsigned 8-bit integer.
  UINT8(DataType.DT_UINT8, 1),
  /// Signed 16-bit integer.
  INT16(DataType.DT_INT16, 2),
  /// Signed 8-bit integer.
  INT8(DataType.DT_INT8, 1),
  /// A string of bytes.
  STRING(DataType.DT_STRING, 24),
  /// Two 32-bit floats.
  COMPLEX64(DataType.DT_COMPLEX64, 8),
  /// Signed 64-bit integer.
  INT64(DataType.DT_INT64, 8),
  /// One byte, 0 or 1.
  BOOL(DataType.DT_BOOL, 1),
  /// The upper half of a 32-bit float.
  BFLOAT16(DataType.DT_BFLOAT16, 2),
  /// Unsigned 16-bit integer.
  UINT16(DataType.DT_UINT16, 2),
  /// Two 64-bit floats.
  COMPLEX128(DataType.DT_COMPLEX128, 16),
  /// 16-bit IEEE float.
  FLOAT16(DataType.DT_HALF, 2),
  /// A handle of a variable, table or iterator.
  RESOURCE(DataType.DT_RESOURCE, 0),
  /// Anything, as ragged tensors and lists are carried.
  VARIANT(DataType.DT_VARIANT, 0),
  /// Unsigned 32-bit integer.
  UINT32(DataType.DT_UINT32, 4),
  /// Unsigned 64-bit integer.
  UINT64(DataType.DT_UINT64, 8);

  private final DataType proto;
  private final int byteSize;

  DType(DataType proto, int byteSize) {
    this.proto = proto;
    this.byteSize = byteSize;
  }

  /// The type as protos spell it.
  public DataType proto() {
    return proto;
  }

  /// The type with TensorFlow's number; references (`DT_FLOAT_REF`…) are taken as what they refer
  /// to.
  ///
  /// @throws IllegalArgumentException for a type we do not know
  public static DType ofNumber(int number) {
    int base = number > 100 ? number - 100 : number;
    for (DType type : values()) {
      if (type.proto.getNumber() == base) {
        return type;
      }
    }
    throw new IllegalArgumentException("TensorFlow element type " + number + " is not supported");
  }

  /// The type a proto names.
  public static DType of(DataType proto) {
    return ofNumber(proto.getNumber());
  }

  /// Whether it is a real number that a gradient can flow through.
  public boolean isFloating() {
    return switch (this) {
      case FLOAT32, FLOAT64, FLOAT16, BFLOAT16 -> true;
      default -> false;
    };
  }

  /// Bytes an element takes in a tensor's memory; 0 for handles, which have none of ours.
  public int byteSize() {
    return byteSize;
  }

  /// Python's name of it: `float32`, `string`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
