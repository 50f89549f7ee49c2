package dev.pipewright.modelanalysis.slice;

import dev.pipewright.data.Column;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds the slices that rows belong to (TFMA's `slicer_lib.SingleSliceSpec.generate_slices`). A
/// row belongs to a slice for each of its distinct values; where it lacks a feature, or has no
/// value of it, it belongs to none.
///
/// @param specs the slices wanted; a slice that several want is found once
public record Slicer(List<SliceSpec> specs) {

  public Slicer {
    specs = List.copyOf(specs);
  }

  /// The rows of each slice.
  ///
  /// @param rowCount how many rows there are
  /// @param columns the column of a feature, or null when no row has it
  public SequencedMap<SliceKey, BitSet> slices(
      int rowCount, Function<String, @Nullable Column> columns) {
    var slices = new LinkedHashMap<SliceKey, BitSet>();
    var values = new HashMap<String, SliceValues>();
    for (SliceSpec spec : specs) {
      List<SliceValues> crossed = new ArrayList<>();
      for (String feature : spec.allFeatures()) {
        SliceValues all = values.computeIfAbsent(feature, f -> SliceValues.of(f, columns.apply(f)));
        FeatureValue wanted = spec.values().get(feature);
        crossed.add(wanted == null ? all : all.pick(wanted));
      }
      cross(rowCount, crossed)
          .forEach((key, rows) -> slices.computeIfAbsent(key, k -> new BitSet()).or(rows));
    }
    return slices;
  }

  private static Map<SliceKey, BitSet> cross(int rowCount, List<SliceValues> features) {
    var byIndex = new LinkedHashMap<Long, BitSet>();
    for (int row = 0; row < rowCount; row++) {
      addRow(row, features, 0, 0, byIndex);
    }
    var slices = new LinkedHashMap<SliceKey, BitSet>();
    byIndex.forEach((index, rows) -> slices.put(key(features, index), rows));
    return slices;
  }

  /// Numbers a combination of values with the index of the first feature's in the highest place.
  private static void addRow(
      int row, List<SliceValues> features, int from, long index, Map<Long, BitSet> slices) {
    if (from == features.size()) {
      slices.computeIfAbsent(index, i -> new BitSet()).set(row);
      return;
    }
    SliceValues feature = features.get(from);
    for (int i = feature.start(row); i < feature.end(row); i++) {
      if (feature.isFirstInRow(row, i)) {
        long next = Math.addExact(Math.multiplyExact(index, feature.size()), feature.id(i));
        addRow(row, features, from + 1, next, slices);
      }
    }
  }

  private static SliceKey key(List<SliceValues> features, long index) {
    List<SliceKey.Part> parts = new ArrayList<>();
    long rest = index;
    for (SliceValues feature : features.reversed()) {
      parts.add(feature.part((int) (rest % feature.size())));
      rest /= feature.size();
    }
    return new SliceKey(parts);
  }
}
