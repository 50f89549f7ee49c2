package dev.pipewright.training;

import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.TensorShape;
import java.util.stream.LongStream;

/// A feature as the rows of a `RowStore` hold it.
///
/// @param name the feature
/// @param dtype the numbers' type: float32, int32 or int64
/// @param shape the shape of a row's numbers, fully known: `[]` for one number a row, `[1]` for a
///   list of one
/// @param role what the network does with it
record RowField(String name, DType dtype, TensorShape shape, Role role) {

  enum Role {
    INPUT,
    LABEL
  }

  /// An input.
  RowField(String name, DType dtype, TensorShape shape) {
    this(name, dtype, shape, Role.INPUT);
  }

  RowField {
    if (shape.elementCount() < 1) {
      throw new IllegalArgumentException(name + " has no values in a row");
    }
    switch (dtype) {
      case FLOAT32, INT32, INT64 -> {}
      default -> throw new IllegalArgumentException(name + " is " + dtype);
    }
  }

  /// How many numbers a row has.
  int width() {
    return Math.toIntExact(shape.elementCount());
  }

  int bytes() {
    return width() * dtype.byteSize();
  }

  /// The shape of the numbers of so many rows.
  long[] shapeOf(int rows) {
    return LongStream.concat(LongStream.of(rows), LongStream.of(shape.toArray())).toArray();
  }
}
