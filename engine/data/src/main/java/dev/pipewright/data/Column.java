package dev.pipewright.data;

/// The values of one feature in the rows of a batch; a tf.Example's feature has one of these three
/// types.
///
/// Immutable: the arrays inside are not to be changed.
public sealed interface Column {

  /// How the values fall into rows.
  RowLayout layout();

  /// Values of an `int64_list`.
  record Int64(RowLayout layout, long[] values) implements Column {
    public Int64 {
      requireValues(layout, values.length);
    }
  }

  /// Values of a `float_list`.
  record Float(RowLayout layout, float[] values) implements Column {
    public Float {
      requireValues(layout, values.length);
    }
  }

  /// Values of a `bytes_list`. Each is a code into a dictionary of distinct values, or, where most
  /// values differ, the dictionary lists every value and code `i` is `i`.
  ///
  /// @param codes the index in `dictionary` of each value
  /// @param dictionary the byte strings; the order is not defined, and some may be unused
  record Bytes(RowLayout layout, int[] codes, ByteStrings dictionary) implements Column {
    public Bytes {
      requireValues(layout, codes.length);
    }
  }

  private static void requireValues(RowLayout layout, int length) {
    if (layout.valueCount() > length) {
      throw new IllegalArgumentException(layout.valueCount() + " values, but " + length + " given");
    }
  }
}
