package dev.pipewright.transform.graph;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.RowLayout;
import dev.pipewright.tensorflow.HostTensor;
import java.util.Arrays;

/// Columns from what a graph returned.
final class Tensors {

  private Tensors() {}

  /// A tensor whose rows are the batch's.
  static Column dense(HostTensor tensor, int rowCount) {
    int perRow = rowCount == 0 ? 0 : tensor.elementCount() / rowCount;
    if (perRow == 1 || rowCount == 0) {
      return column(tensor, RowLayout.scalar(rowCount));
    }
    int[] offsets = new int[rowCount + 1];
    Arrays.setAll(offsets, row -> row * perRow);
    return column(tensor, RowLayout.ragged(offsets));
  }

  /// The parts of a sparse tensor, whose indices are in order of rows.
  static Column sparse(HostTensor indices, HostTensor values, int rowCount) {
    int[] offsets = new int[rowCount + 1];
    long[] positions = indices.toLongs();
    for (int i = 0; i < positions.length; i += 2) {
      offsets[Math.toIntExact(positions[i]) + 1]++;
    }
    Arrays.parallelPrefix(offsets, Integer::sum);
    return column(values, RowLayout.ragged(offsets));
  }

  private static Column column(HostTensor tensor, RowLayout layout) {
    return switch (tensor.dtype()) {
      case INT64 -> new Column.Int64(layout, tensor.toLongs());
      case FLOAT32 -> new Column.Float(layout, tensor.toFloats());
      case STRING -> bytes(tensor.toByteStrings(), layout);
      default -> throw new IllegalArgumentException("a tf.Example cannot hold " + tensor);
    };
  }

  private static Column bytes(byte[][] strings, RowLayout layout) {
    int[] codes = new int[strings.length];
    int[] offsets = new int[strings.length + 1];
    for (int i = 0; i < strings.length; i++) {
      codes[i] = i;
      offsets[i + 1] = Math.addExact(offsets[i], strings[i].length);
    }
    byte[] data = new byte[offsets[strings.length]];
    for (int i = 0; i < strings.length; i++) {
      System.arraycopy(strings[i], 0, data, offsets[i], strings[i].length);
    }
    return new Column.Bytes(layout, codes, new ByteStrings(data, offsets, strings.length));
  }
}
