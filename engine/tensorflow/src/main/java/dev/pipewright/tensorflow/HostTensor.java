package dev.pipewright.tensorflow;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_AllocateTensor;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteTensor;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_Dim;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NumDims;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_TensorByteSize;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_TensorData;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_TensorType;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.internal.c_api.TF_Tensor;

/// A tensor in the host's memory, row-major: what sessions are fed with and what they return. It
/// owns native memory until it is closed.
///
/// A tensor that is fed may be filled again for the next run through [#segment], once the run has
/// returned and unless the graph kept it in a variable.
public final class HostTensor implements AutoCloseable {

  private final TF_Tensor handle;
  private final DType dtype;
  private final TensorShape shape;
  private final MemorySegment segment;
  private boolean closed;

  private HostTensor(TF_Tensor handle, DType dtype, TensorShape shape) {
    this.handle = handle;
    this.dtype = dtype;
    this.shape = shape;
    this.segment = memory(handle);
  }

  @SuppressWarnings("restricted")
  private static MemorySegment memory(TF_Tensor handle) {
    long bytes = TF_TensorByteSize(handle);
    return bytes == 0
        ? MemorySegment.NULL
        : MemorySegment.ofAddress(TF_TensorData(handle).address()).reinterpret(bytes);
  }

  /// Takes over a tensor that TensorFlow made.
  static HostTensor own(TF_Tensor handle) {
    long[] dims = new long[TF_NumDims(handle)];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = TF_Dim(handle, i);
    }
    return new HostTensor(handle, DType.ofNumber(TF_TensorType(handle)), TensorShape.of(dims));
  }

  /// Uninitialized memory for numbers or booleans of that shape.
  ///
  /// @throws IllegalArgumentException for strings and handles
  public static HostTensor allocate(DType dtype, long... dims) {
    if (dtype == DType.STRING || dtype.byteSize() == 0) {
      throw new IllegalArgumentException("a tensor of " + dtype + " cannot be filled afterwards");
    }
    return allocateBytes(
        dtype, Math.multiplyExact(TensorShape.of(dims).elementCount(), dtype.byteSize()), dims);
  }

  private static HostTensor allocateBytes(DType dtype, long bytes, long[] dims) {
    TensorFlowRuntime.load();
    TF_Tensor handle = TF_AllocateTensor(dtype.proto().getNumber(), dims, dims.length, bytes);
    return new HostTensor(handle, dtype, TensorShape.of(dims));
  }

  /// A float32 tensor in row-major order; without dimensions a vector.
  public static HostTensor of(float[] values, long... dims) {
    return filled(DType.FLOAT32, MemorySegment.ofArray(values), shapeFor(values.length, dims));
  }

  /// A float64 tensor in row-major order; without dimensions a vector.
  public static HostTensor of(double[] values, long... dims) {
    return filled(DType.FLOAT64, MemorySegment.ofArray(values), shapeFor(values.length, dims));
  }

  /// An int32 tensor in row-major order; without dimensions a vector.
  public static HostTensor of(int[] values, long... dims) {
    return filled(DType.INT32, MemorySegment.ofArray(values), shapeFor(values.length, dims));
  }

  /// An int64 tensor in row-major order; without dimensions a vector.
  public static HostTensor of(long[] values, long... dims) {
    return filled(DType.INT64, MemorySegment.ofArray(values), shapeFor(values.length, dims));
  }

  /// A bool tensor in row-major order; without dimensions a vector.
  public static HostTensor of(boolean[] values, long... dims) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (values[i] ? 1 : 0);
    }
    return filled(DType.BOOL, MemorySegment.ofArray(bytes), shapeFor(bytes.length, dims));
  }

  /// A string tensor in row-major order; without dimensions a vector.
  public static HostTensor of(byte[][] values, long... dims) {
    long[] shape = shapeFor(values.length, dims);
    HostTensor tensor = allocateBytes(DType.STRING, NativeStrings.bytesFor(values), shape);
    NativeStrings.write(values, tensor.segment);
    return tensor;
  }

  /// A vector of strings, as UTF-8.
  public static HostTensor of(List<String> values) {
    return of(values.stream().map(s -> s.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new));
  }

  /// A float32 scalar.
  public static HostTensor scalar(float value) {
    return filled(DType.FLOAT32, MemorySegment.ofArray(new float[] {value}), new long[0]);
  }

  /// An int64 scalar.
  public static HostTensor scalar(long value) {
    return filled(DType.INT64, MemorySegment.ofArray(new long[] {value}), new long[0]);
  }

  /// A string scalar, as UTF-8.
  public static HostTensor scalar(String value) {
    byte[][] values = {value.getBytes(StandardCharsets.UTF_8)};
    HostTensor tensor = allocateBytes(DType.STRING, NativeStrings.bytesFor(values), new long[0]);
    NativeStrings.write(values, tensor.segment);
    return tensor;
  }

  private static HostTensor filled(DType dtype, MemorySegment values, long[] shape) {
    HostTensor tensor = allocateBytes(dtype, values.byteSize(), shape);
    tensor.segment.copyFrom(values);
    return tensor;
  }

  private static long[] shapeFor(int count, long... dims) {
    long[] shape = dims.length == 0 ? new long[] {count} : dims;
    if (TensorShape.of(shape).elementCount() != count) {
      throw new IllegalArgumentException(
          count + " values do not fill the shape " + TensorShape.of(shape));
    }
    return shape;
  }

  /// The type of its elements.
  public DType dtype() {
    return dtype;
  }

  /// Its shape, fully known.
  public TensorShape shape() {
    return shape;
  }

  /// The number of its elements.
  public int elementCount() {
    return Math.toIntExact(shape.elementCount());
  }

  /// Its memory, in the machine's byte order; gone once the tensor is closed. That of strings is
  /// TensorFlow's own.
  public MemorySegment segment() {
    if (closed) {
      throw new IllegalStateException("the tensor is closed");
    }
    return segment;
  }

  /// Its elements; they must be float32.
  public float[] toFloats() {
    return require(DType.FLOAT32).toArray(ValueLayout.JAVA_FLOAT);
  }

  /// Its elements; they must be float64.
  public double[] toDoubles() {
    return require(DType.FLOAT64).toArray(ValueLayout.JAVA_DOUBLE);
  }

  /// Its elements; they must be int32.
  public int[] toInts() {
    return require(DType.INT32).toArray(ValueLayout.JAVA_INT);
  }

  /// Its elements; they must be int64.
  public long[] toLongs() {
    return require(DType.INT64).toArray(ValueLayout.JAVA_LONG);
  }

  /// Its elements; they must be bool.
  public boolean[] toBooleans() {
    byte[] bytes = require(DType.BOOL).toArray(ValueLayout.JAVA_BYTE);
    boolean[] values = new boolean[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      values[i] = bytes[i] != 0;
    }
    return values;
  }

  /// Its elements; they must be strings.
  public byte[][] toByteStrings() {
    return NativeStrings.read(require(DType.STRING), elementCount());
  }

  /// Its elements read as UTF-8; they must be strings.
  public List<String> toStrings() {
    List<String> strings = new ArrayList<>();
    for (byte[] bytes : toByteStrings()) {
      strings.add(new String(bytes, StandardCharsets.UTF_8));
    }
    return strings;
  }

  /// Its first element; it must be float32.
  public float floatValue() {
    return require(DType.FLOAT32).get(ValueLayout.JAVA_FLOAT, 0);
  }

  /// Its first element; it must be int64.
  public long longValue() {
    return require(DType.INT64).get(ValueLayout.JAVA_LONG, 0);
  }

  private MemorySegment require(DType expected) {
    if (dtype != expected) {
      throw new IllegalStateException("the tensor holds " + dtype + ", not " + expected);
    }
    return segment();
  }

  TF_Tensor handle() {
    if (closed) {
      throw new IllegalStateException("the tensor is closed");
    }
    return handle;
  }

  /// Frees the memory; again does nothing.
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      TF_DeleteTensor(handle);
    }
  }

  /// `float32 [2, 3]`.
  @Override
  public String toString() {
    return dtype + " " + shape;
  }
}
