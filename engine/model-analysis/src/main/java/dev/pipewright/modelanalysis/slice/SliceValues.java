package dev.pipewright.modelanalysis.slice;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.RowLayout;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The distinct values of a feature in a block, and which of them each row has.
final class SliceValues {

  private static final int NOT_PICKED = -1;

  private final String feature;
  private final RowLayout layout;
  private final int[] ids;
  private final List<FeatureValue> values;

  private SliceValues(String feature, RowLayout layout, int[] ids, List<FeatureValue> values) {
    this.feature = feature;
    this.layout = layout;
    this.ids = ids;
    this.values = values;
  }

  /// The values in a column; null is a column that no row has.
  static SliceValues of(String feature, @Nullable Column column) {
    var values = new Dictionary();
    return switch (column) {
      case null -> new SliceValues(feature, RowLayout.ragged(new int[1]), new int[0], List.of());
      case Column.Int64(RowLayout layout, long[] v) ->
          values.coded(feature, layout, i -> new FeatureValue.Int(v[i]));
      case Column.Float(RowLayout layout, float[] v) ->
          values.coded(feature, layout, i -> new FeatureValue.Real(v[i]));
      case Column.Bytes(RowLayout layout, int[] codes, ByteStrings dictionary) -> {
        var texts = new HashMap<Integer, FeatureValue>();
        yield values.coded(
            feature,
            layout,
            i ->
                texts.computeIfAbsent(
                    codes[i], c -> new FeatureValue.Text(text(feature, dictionary.get(c)))));
      }
    };
  }

  private static String text(String feature, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new DataException(
          "A value of a slicing feature is no UTF-8 text.",
          Location.subject("feature " + feature),
          "Slice by another feature.",
          e);
    }
  }

  /// Makes a value at an index.
  @FunctionalInterface
  private interface Values {
    FeatureValue at(int index);
  }

  private static final class Dictionary {
    private final Map<FeatureValue, Integer> ids = new HashMap<>();
    private final List<FeatureValue> values = new ArrayList<>();

    SliceValues coded(String feature, RowLayout layout, Values source) {
      int[] codes = new int[layout.valueCount()];
      for (int i = 0; i < codes.length; i++) {
        codes[i] = ids.computeIfAbsent(source.at(i), this::add);
      }
      return new SliceValues(feature, layout, codes, values);
    }

    private int add(FeatureValue value) {
      values.add(value);
      return values.size() - 1;
    }
  }

  /// The same, with none but the values that a slicing spec's value picks. They go by its name.
  SliceValues pick(FeatureValue wanted) {
    if (values.isEmpty()) {
      return this;
    }
    int[] picked = new int[ids.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = values.get(ids[i]).isPickedBy(wanted) ? 0 : NOT_PICKED;
    }
    return new SliceValues(feature, layout, picked, List.of(wanted));
  }

  /// How many distinct values there are.
  int size() {
    return values.size();
  }

  int start(int row) {
    return values.isEmpty() ? 0 : layout.start(row);
  }

  int end(int row) {
    return values.isEmpty() ? 0 : layout.end(row);
  }

  int id(int index) {
    return ids[index];
  }

  /// Whether this is a value, and the row does not have it earlier.
  boolean isFirstInRow(int row, int index) {
    for (int i = layout.start(row); i < index; i++) {
      if (ids[i] == ids[index]) {
        return false;
      }
    }
    return ids[index] != NOT_PICKED;
  }

  SliceKey.Part part(int id) {
    return new SliceKey.Part(feature, values.get(id));
  }
}
