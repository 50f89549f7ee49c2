package dev.pipewright.data;

import dev.pipewright.data.ExampleBatch.Sequence;
import dev.pipewright.data.Wire.MalformedException;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads serialized tf.Examples, or tf.SequenceExamples, into columns. Takes every encoding that a
/// protobuf parser takes: lists packed or not, fields in any order, in parts, repeated or unknown.
final class ExampleDecoder {

  private static final int FIRST_FIELD = 1 << 3 | Wire.LENGTH;
  private static final int SECOND_FIELD = 2 << 3 | Wire.LENGTH;

  private final Wire wire = new Wire();
  private final FeatureDecoder features = new FeatureDecoder(wire);
  private final MapDecoder<ColumnBuilder> columns;
  private final @Nullable MapDecoder<SequenceBuilder> sequences;
  private int rowCount;

  /// @param isSequence whether the records are tf.SequenceExamples
  /// @param wanted the features and feature lists to read; null for all
  ExampleDecoder(boolean isSequence, @Nullable Set<String> wanted) {
    columns = new MapDecoder<>(wire, new ColumnValues(), ColumnBuilder::new, wanted);
    sequences =
        isSequence
            ? new MapDecoder<>(wire, new SequenceValues(), SequenceBuilder::new, wanted)
            : null;
  }

  /// Builds a feature list: how many steps each example has, and the features of all steps.
  private static final class SequenceBuilder {
    final RowTracker steps = new RowTracker();
    final ColumnBuilder values = new ColumnBuilder();
    int stepCount;
  }

  private final class ColumnValues implements MapDecoder.ValueDecoder<ColumnBuilder> {
    @Override
    public boolean decodeShort(int end, ColumnBuilder builder, int row) {
      return builder.readShort(wire, row, end);
    }

    @Override
    public void restart(ColumnBuilder builder, int row) {
      builder.clear(row);
    }

    @Override
    public void decode(int end, ColumnBuilder builder, int row) throws MalformedException {
      features.decode(end, builder, row);
    }
  }

  private final class SequenceValues implements MapDecoder.ValueDecoder<SequenceBuilder> {
    @Override
    public boolean decodeShort(int end, SequenceBuilder builder, int row) {
      return false;
    }

    @Override
    public void restart(SequenceBuilder builder, int row) {
      if (builder.steps.isOpen(row)) {
        builder.stepCount = builder.steps.reopen(row);
        builder.values.truncate(builder.stepCount);
      }
      builder.steps.open(row, builder.stepCount);
    }

    @Override
    public void decode(int end, SequenceBuilder builder, int row) throws MalformedException {
      while (wire.position < end) {
        int tag = wire.tag(end);
        if (tag == FIRST_FIELD) {
          features.decode(wire.end(end), builder.values, builder.stepCount);
          builder.stepCount++;
        } else {
          wire.skip(tag, end);
        }
      }
    }
  }

  /// Adds the record that is the bytes of `data` from `start` to before `end` as a row.
  ///
  /// @throws MalformedException when it is not such a message, or a feature has another type than
  ///   in an earlier row; the decoder is of no further use then
  void add(byte[] data, int start, int end) throws MalformedException {
    wire.data = data;
    wire.position = start;
    columns.startRow();
    if (sequences != null) {
      sequences.startRow();
    }
    while (wire.position < end) {
      int tag = wire.tag(end);
      if (tag == FIRST_FIELD) {
        columns.decode(wire.end(end), rowCount);
      } else if (tag == SECOND_FIELD && sequences != null) {
        sequences.decode(wire.end(end), rowCount);
      } else {
        wire.skip(tag, end);
      }
    }
    rowCount++;
  }

  /// The feature or feature list that was read last, for a message about what is wrong with it.
  String lastFeature() {
    String list = sequences == null ? "" : sequences.lastName();
    return list.isEmpty() ? columns.lastName() : list;
  }

  /// The features named in the rows added, of those too without any value.
  List<String> names() {
    return columns.names();
  }

  /// The rows added, features by name. A feature list that has no value of any type in any row is
  /// left out.
  ExampleBatch finish() {
    SequencedMap<String, Column> byName = new TreeMap<>();
    SortedSet<String> untyped = new TreeSet<>();
    for (int i = 0; i < columns.names().size(); i++) {
      ColumnBuilder builder = columns.builder(i);
      Column column = builder == null ? null : builder.finish(rowCount);
      if (column != null) {
        byName.put(columns.names().get(i), column);
      } else if (builder != null) {
        untyped.add(columns.names().get(i));
      }
    }
    return new ExampleBatch(rowCount, byName, finishSequences(), untyped);
  }

  private SequencedMap<String, Sequence> finishSequences() {
    SequencedMap<String, Sequence> byName = new TreeMap<>();
    if (sequences != null) {
      for (int i = 0; i < sequences.names().size(); i++) {
        SequenceBuilder builder = sequences.builder(i);
        Column values = builder == null ? null : builder.values.finish(builder.stepCount);
        if (builder != null && values != null) {
          RowLayout steps = builder.steps.finish(rowCount, builder.stepCount);
          byName.put(sequences.names().get(i), new Sequence(steps, values));
        }
      }
    }
    return byName;
  }
}
