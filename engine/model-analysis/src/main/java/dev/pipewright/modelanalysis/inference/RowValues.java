package dev.pipewright.modelanalysis.inference;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.RowLayout;
import dev.pipewright.modelanalysis.metric.Matrix;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.HostTensor;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/// One output of a signature for the rows of a block, as it comes in batch by batch. Dimensions
/// after the first are flattened.
final class RowValues {

  private final String name;
  private final int rowCount;
  private final DType dtype;
  private int rows;
  private int size;
  private double[] numbers = new double[0];
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int[] ends = new int[0];

  /// @param name the output, for messages
  /// @param rowCount how many rows are to come
  RowValues(String name, int rowCount, DType dtype) {
    this.name = name;
    this.rowCount = rowCount;
    this.dtype = dtype;
  }

  /// Adds a batch, whose first dimension is its rows.
  void add(HostTensor tensor, int batchRows) {
    int count = tensor.elementCount();
    boolean isByRow = tensor.shape().rank() > 0 && tensor.shape().dim(0) == batchRows;
    if (!isByRow || (rows > 0 && (long) count * rows != (long) size * batchRows)) {
      throw wrong("has the shape " + tensor.shape() + " for " + batchRows + " examples");
    }
    int total = count / batchRows * rowCount;
    if (dtype == DType.STRING) {
      addStrings(tensor.toByteStrings(), total);
    } else {
      double[] added = numbers(tensor);
      numbers = Arrays.copyOf(numbers, total);
      System.arraycopy(added, 0, numbers, size, count);
    }
    rows += batchRows;
    size += count;
  }

  private void addStrings(byte[][] strings, int total) {
    ends = Arrays.copyOf(ends, total + 1);
    for (int i = 0; i < strings.length; i++) {
      bytes.writeBytes(strings[i]);
      ends[size + i + 1] = bytes.size();
    }
  }

  private double[] numbers(HostTensor tensor) {
    return switch (dtype) {
      case FLOAT32 -> {
        float[] values = tensor.toFloats();
        yield IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
      }
      case FLOAT64 -> tensor.toDoubles();
      case INT32 -> Arrays.stream(tensor.toInts()).asDoubleStream().toArray();
      case INT64 -> Arrays.stream(tensor.toLongs()).asDoubleStream().toArray();
      case BOOL -> {
        boolean[] values = tensor.toBooleans();
        yield IntStream.range(0, values.length).mapToDouble(i -> values[i] ? 1 : 0).toArray();
      }
      default -> throw wrong("is of type " + dtype);
    };
  }

  /// The rows as numbers.
  Matrix toMatrix() {
    if (dtype == DType.STRING) {
      throw wrong("is text");
    }
    return new Matrix(rowCount, width(), numbers);
  }

  /// The rows as a feature: of whole numbers, of other numbers or of bytes.
  Column toColumn() {
    int width = width();
    int[] offsets = IntStream.rangeClosed(0, rowCount).map(i -> i * width).toArray();
    RowLayout layout = width == 1 ? RowLayout.scalar(rowCount) : RowLayout.ragged(offsets);
    return switch (dtype) {
      case STRING ->
          new Column.Bytes(
              layout,
              IntStream.range(0, size).toArray(),
              new ByteStrings(bytes.toByteArray(), ends, size));
      case FLOAT32, FLOAT64 -> {
        float[] floats = new float[size];
        for (int i = 0; i < size; i++) {
          floats[i] = (float) numbers[i];
        }
        yield new Column.Float(layout, floats);
      }
      default ->
          new Column.Int64(layout, Arrays.stream(numbers).mapToLong(v -> (long) v).toArray());
    };
  }

  private int width() {
    return Math.max(1, size / Math.max(1, rowCount));
  }

  private DataException wrong(String what) {
    return new DataException(
        "The model's output " + name + " " + what + ", which cannot be evaluated.",
        Location.subject("output " + name),
        "Choose another output: prediction_key or label_key in the model spec.");
  }
}
