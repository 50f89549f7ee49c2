package dev.pipewright.tensorflow;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.tensorflow.proto.TensorProto;

/// Constants as protos: numbers as little-endian bytes, strings as strings.
final class TensorProtos {

  private TensorProtos() {}

  static TensorProto of(float[] values, long... dims) {
    ByteBuffer bytes = bytes(values.length, Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return numbers(DType.FLOAT32, bytes, dims);
  }

  static TensorProto of(double[] values, long... dims) {
    ByteBuffer bytes = bytes(values.length, Double.BYTES);
    bytes.asDoubleBuffer().put(values);
    return numbers(DType.FLOAT64, bytes, dims);
  }

  static TensorProto of(int[] values, long... dims) {
    ByteBuffer bytes = bytes(values.length, Integer.BYTES);
    bytes.asIntBuffer().put(values);
    return numbers(DType.INT32, bytes, dims);
  }

  static TensorProto of(long[] values, long... dims) {
    ByteBuffer bytes = bytes(values.length, Long.BYTES);
    bytes.asLongBuffer().put(values);
    return numbers(DType.INT64, bytes, dims);
  }

  static TensorProto of(boolean[] values, long... dims) {
    ByteBuffer bytes = bytes(values.length, 1);
    for (int i = 0; i < values.length; i++) {
      bytes.put(i, (byte) (values[i] ? 1 : 0));
    }
    return numbers(DType.BOOL, bytes, dims);
  }

  static TensorProto of(byte[][] values, long... dims) {
    TensorProto.Builder proto = start(DType.STRING, values.length, dims);
    for (byte[] value : values) {
      proto.addStringVal(ByteString.copyFrom(value));
    }
    return proto.build();
  }

  private static ByteBuffer bytes(int count, int size) {
    return ByteBuffer.allocate(Math.multiplyExact(count, size)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static TensorProto numbers(DType dtype, ByteBuffer bytes, long... dims) {
    return start(dtype, bytes.capacity() / dtype.byteSize(), dims)
        .setTensorContent(ByteString.copyFrom(bytes))
        .build();
  }

  private static TensorProto.Builder start(DType dtype, int count, long... dims) {
    TensorShape shape = TensorShape.of(dims);
    if (shape.elementCount() != count) {
      throw new IllegalArgumentException(
          count + " values do not fill the shape " + Arrays.toString(dims));
    }
    return TensorProto.newBuilder().setDtype(dtype.proto()).setTensorShape(shape.proto());
  }
}
