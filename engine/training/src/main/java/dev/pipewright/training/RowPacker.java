package dev.pipewright.training;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.RecordBlock;
import dev.pipewright.data.RowLayout;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.check.NearestName;
import dev.pipewright.tensorflow.DType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns examples into rows: the fields' numbers one after the other, row by row, so that a row is
/// found with one reach into memory.
final class RowPacker {

  private static final String MISSING_FIX =
      "Fill missing values in Transform, or leave the feature out of the model.";

  private final List<RowField> fields;
  private final int rowBytes;

  RowPacker(List<RowField> fields) {
    this.fields = List.copyOf(fields);
    this.rowBytes = fields.stream().mapToInt(RowField::bytes).sum();
  }

  int rowBytes() {
    return rowBytes;
  }

  /// The rows of a block.
  ///
  /// @throws DataException when a row lacks a value or has too many, or a text is found
  byte[] pack(RecordBlock block) {
    Set<String> names = fields.stream().map(RowField::name).collect(Collectors.toSet());
    ExampleBatch batch = block.decode(names);
    byte[] rows = new byte[Math.multiplyExact(rowBytes, batch.rowCount())];
    int offset = 0;
    for (RowField field : fields) {
      Column column = batch.column(field.name());
      if (column == null) {
        throw absent(field, block);
      }
      requireWidth(field, column.layout(), block);
      write(field, column, MemorySegment.ofArray(rows), offset, block);
      offset += field.bytes();
    }
    return rows;
  }

  private static DataException absent(RowField field, RecordBlock block) {
    Set<String> there = block.featureNames();
    if (there.contains(field.name())) {
      return wrongWidth(field, 0, block, 0);
    }
    return new DataException(
        "The examples have no feature " + field.name() + ".",
        block.where(0).withSubject("feature " + field.name()),
        NearestName.suggest(field.name(), there));
  }

  private static void requireWidth(RowField field, RowLayout layout, RecordBlock block) {
    if (field.width() == 1 && layout.isScalar()) {
      return;
    }
    for (int row = 0; row < layout.rowCount(); row++) {
      int count = layout.count(row);
      if (count != field.width()) {
        throw wrongWidth(field, count, block, row);
      }
    }
  }

  private static DataException wrongWidth(RowField field, int count, RecordBlock block, int row) {
    Location where = at(block, row, field);
    String has = "%s has %s in %s".formatted(field.name(), values(count), subject(block, row));
    if (count == 0) {
      return new DataException(has + ".", where, MISSING_FIX);
    }
    return switch (field.role()) {
      case INPUT ->
          new DataException(
              has + ", but the model takes " + field.width() + ".",
              where,
              "Change the input's shape.");
      case LABEL ->
          new DataException(
              "The label " + has + ", but the loss wants " + values(field.width()) + ".",
              where,
              count == 1
                  ? "If the label is a class number, use sparse_categorical_crossentropy; else set"
                      + " the output layer's units to 1."
                  : "If the label has a value for each class, use categorical_crossentropy and set"
                      + " the output layer's units to "
                      + count
                      + ".");
    };
  }

  private static String values(int count) {
    return switch (count) {
      case 0 -> "no value";
      case 1 -> "1 value";
      default -> count + " values";
    };
  }

  private static String subject(RecordBlock block, int row) {
    return String.valueOf(block.where(row).subject());
  }

  private static Location at(RecordBlock block, int row, RowField field) {
    return block.where(row).withSubject("feature " + field.name());
  }

  private void write(
      RowField field, Column column, MemorySegment rows, int offset, RecordBlock block) {
    switch (column) {
      case Column.Int64(RowLayout layout, long[] values) -> {
        for (int row = 0; row < layout.rowCount(); row++) {
          long at = (long) row * rowBytes + offset;
          int start = layout.start(row);
          for (int i = 0; i < field.width(); i++) {
            put(field, rows, at, i, values[start + i], block, row);
          }
        }
      }
      case Column.Float(RowLayout layout, float[] values) -> {
        requireFloat(field, block);
        for (int row = 0; row < layout.rowCount(); row++) {
          MemorySegment.copy(
              values,
              layout.start(row),
              rows,
              ValueLayout.JAVA_FLOAT_UNALIGNED,
              (long) row * rowBytes + offset,
              field.width());
        }
      }
      case Column.Bytes _ ->
          throw new DataException(
              field.name() + " is text, and a network computes with numbers.",
              at(block, 0, field),
              "Turn it into numbers in Transform, as with compute_and_apply_vocabulary.");
    }
  }

  private static void put(
      RowField field,
      MemorySegment rows,
      long at,
      int index,
      long value,
      RecordBlock block,
      int row) {
    switch (field.dtype()) {
      case FLOAT32 -> rows.set(ValueLayout.JAVA_FLOAT_UNALIGNED, at + 4L * index, value);
      case INT64 -> rows.set(ValueLayout.JAVA_LONG_UNALIGNED, at + 8L * index, value);
      default -> {
        if (value != (int) value) {
          throw new DataException(
              field.name() + " is " + value + ", which is beyond int32.",
              at(block, row, field),
              "Make the input int64.");
        }
        rows.set(ValueLayout.JAVA_INT_UNALIGNED, at + 4L * index, (int) value);
      }
    }
  }

  private static void requireFloat(RowField field, RecordBlock block) {
    if (field.dtype() != DType.FLOAT32) {
      throw new DataException(
          "The model takes " + field.name() + " as " + field.dtype() + ", but it has fractions.",
          at(block, 0, field),
          "Make the input float32, or bucketize the feature in Transform.");
    }
  }
}
