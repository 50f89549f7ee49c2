package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.RowLayout;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Slices of examples by the values of features: one slice for each combination of values, of all
/// that occur or of those named. An example is in several slices where a feature has several
/// values. A slice is named as TFDV's `get_feature_value_slicer` does: `feature_value`, for each
/// feature in the order of their names, joined by `_`. As there, a feature that a batch lacks is
/// left out.
///
/// @param features the features by name, each with the values asked for; empty for all
public record Slicing(SortedMap<String, Set<String>> features) {

  public Slicing {
    if (features.isEmpty()) {
      throw new IllegalArgumentException("no features");
    }
    features = new TreeMap<>(features);
  }

  /// The rows of each slice, by its name.
  ///
  /// @throws DataException when a value is not UTF-8
  /// @throws ParameterException when a value asked for is no number, but the feature's are
  SortedMap<String, int[]> rows(ExampleBatch batch) {
    List<List<Set<String>>> parts = new ArrayList<>();
    features.forEach((name, wanted) -> part(batch, name, wanted).ifPresent(parts::add));
    SortedMap<String, List<Integer>> rows = new TreeMap<>();
    for (int row = 0; row < batch.rowCount() && !parts.isEmpty(); row++) {
      Set<String> names = Set.of("");
      for (List<Set<String>> part : parts) {
        names = joined(names, part.get(row));
      }
      for (String name : names) {
        rows.computeIfAbsent(name, _ -> new ArrayList<>()).add(row);
      }
    }
    SortedMap<String, int[]> arrays = new TreeMap<>();
    rows.forEach((name, list) -> arrays.put(name, list.stream().mapToInt(i -> i).toArray()));
    return arrays;
  }

  private static Set<String> joined(Set<String> names, Set<String> more) {
    Set<String> all = new LinkedHashSet<>();
    for (String name : names) {
      for (String next : more) {
        all.add(name.isEmpty() ? next : name + "_" + next);
      }
    }
    return all;
  }

  /// What a feature adds to the names of the slices that each row is in.
  private static Optional<List<Set<String>>> part(
      ExampleBatch batch, String name, Set<String> wanted) {
    Column column = batch.column(name);
    if (column == null) {
      return Optional.empty();
    }
    RowLayout layout = column.layout();
    List<Set<String>> part = new ArrayList<>(layout.rowCount());
    for (int row = 0; row < layout.rowCount(); row++) {
      Set<String> values = new LinkedHashSet<>();
      for (int i = layout.start(row); i < layout.end(row); i++) {
        String value = text(name, column, i);
        if (wanted.isEmpty() || isWanted(name, column, value, wanted)) {
          values.add(name + "_" + value);
        }
      }
      part.add(values);
    }
    return Optional.of(part);
  }

  private static boolean isWanted(String name, Column column, String value, Set<String> wanted) {
    if (column instanceof Column.Int64) {
      try {
        return wanted.stream().anyMatch(w -> Long.parseLong(w.strip()) == Long.parseLong(value));
      } catch (NumberFormatException e) {
        throw new ParameterException(
            "The feature has whole numbers, but the values to slice by are " + wanted + ".",
            Location.subject("slicing by " + name),
            "Give whole numbers as the values.",
            e);
      }
    }
    return wanted.contains(value);
  }

  private static String text(String name, Column column, int index) {
    return switch (column) {
      case Column.Int64(_, long[] values) -> Long.toString(values[index]);
      case Column.Float(_, float[] values) -> decimal(values[index]);
      case Column.Bytes(_, int[] codes, ByteStrings dictionary) -> {
        try {
          yield StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(dictionary.get(codes[index])))
              .toString();
        } catch (CharacterCodingException e) {
          throw new DataException(
              "A value is not UTF-8, so that no slice can have its name.",
              Location.subject("feature " + name),
              "Slice by another feature, or by its other values alone.",
              e);
        }
      }
    };
  }

  // Python's text of a float, but never with an exponent.
  private static String decimal(float value) {
    if (!Float.isFinite(value)) {
      return Float.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    String text = new BigDecimal(Float.toString(value)).toPlainString();
    return text.contains(".") ? text : text + ".0";
  }
}
