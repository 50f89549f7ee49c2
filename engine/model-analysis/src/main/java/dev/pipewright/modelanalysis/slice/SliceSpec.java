package dev.pipewright.modelanalysis.slice;

import dev.pipewright.protos.tfma.SlicingSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which slices are wanted: one for each combination of values of some features, among the examples
/// with given values of others. Without features it is all examples.
///
/// @param features the features each of whose values makes a slice
/// @param values the features of which one value counts
public record SliceSpec(SortedSet<String> features, SortedMap<String, FeatureValue> values) {

  public SliceSpec {
    features = Collections.unmodifiableSortedSet(new TreeSet<>(features));
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /// The slices that a TFMA proto asks for.
  public static SliceSpec of(SlicingSpec proto) {
    var values = new TreeMap<String, FeatureValue>();
    proto.getFeatureValuesMap().forEach((k, v) -> values.put(k, FeatureValue.parse(v)));
    return new SliceSpec(new TreeSet<>(proto.getFeatureKeysList()), values);
  }

  /// The names of all features.
  public SortedSet<String> allFeatures() {
    var all = new TreeSet<>(features);
    all.addAll(values.keySet());
    return all;
  }

  /// Whether a slice is one of those that this asks for (TFMA's `is_slice_applicable`).
  public boolean covers(SliceKey slice) {
    List<String> open = new ArrayList<>(allFeatures());
    for (SliceKey.Part part : slice.parts()) {
      FeatureValue wanted = values.get(part.feature());
      boolean fits = wanted == null || part.value().isPickedBy(wanted);
      if (!fits || !open.remove(part.feature())) {
        return false;
      }
    }
    return open.isEmpty();
  }
}
