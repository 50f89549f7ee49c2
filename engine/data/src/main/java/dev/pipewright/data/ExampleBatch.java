package dev.pipewright.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Rows of examples, held as one column a feature. For tf.SequenceExamples `columns` is the
/// context, and `sequences` has the feature lists.
///
/// @param rowCount how many examples there are
/// @param columns the features by name; every column has `rowCount` rows
/// @param sequences the feature lists by name; empty for tf.Examples
/// @param untyped features that rows have, but none with values of any type, as TFX writes a CSV
///   column that is empty all through
public record ExampleBatch(
    int rowCount,
    SequencedMap<String, Column> columns,
    SequencedMap<String, Sequence> sequences,
    SortedSet<String> untyped) {

  /// A feature list: `steps` says which inner rows of `values` belong to an example.
  ///
  /// @param steps the examples' lists; its values are the rows of `values.layout()`
  /// @param values the features of all lists, one after the other
  public record Sequence(RowLayout steps, Column values) {
    public Sequence {
      if (steps.valueCount() != values.layout().rowCount()) {
        throw new IllegalArgumentException("steps and values differ in length");
      }
    }
  }

  public ExampleBatch {
    columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    sequences = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sequences));
    untyped = Collections.unmodifiableSortedSet(new TreeSet<>(untyped));
    for (var column : columns.entrySet()) {
      requireRows(rowCount, column.getKey(), column.getValue().layout());
    }
    for (var sequence : sequences.entrySet()) {
      requireRows(rowCount, sequence.getKey(), sequence.getValue().steps());
    }
  }

  /// Rows of tf.Examples.
  public ExampleBatch(int rowCount, SequencedMap<String, Column> columns) {
    this(rowCount, columns, new LinkedHashMap<>());
  }

  /// Rows of examples, without untyped features.
  public ExampleBatch(
      int rowCount,
      SequencedMap<String, Column> columns,
      SequencedMap<String, Sequence> sequences) {
    this(rowCount, columns, sequences, new TreeSet<>());
  }

  /// These rows alone, in this order.
  public ExampleBatch select(int[] rows) {
    SequencedMap<String, Column> selected = new LinkedHashMap<>();
    columns.forEach((name, column) -> selected.put(name, RowSelection.of(column, rows)));
    SequencedMap<String, Sequence> lists = new LinkedHashMap<>();
    sequences.forEach((name, sequence) -> lists.put(name, RowSelection.of(sequence, rows)));
    return new ExampleBatch(rows.length, selected, lists, untyped);
  }

  /// The feature's column, or null when no row has it.
  public @Nullable Column column(String feature) {
    return columns.get(feature);
  }

  /// The features' names, in the order of the columns.
  public SequencedSet<String> featureNames() {
    return columns.sequencedKeySet();
  }

  private static void requireRows(int rowCount, String feature, RowLayout layout) {
    if (layout.rowCount() != rowCount) {
      throw new IllegalArgumentException(
          feature + " has " + layout.rowCount() + " rows, not " + rowCount);
    }
  }
}
