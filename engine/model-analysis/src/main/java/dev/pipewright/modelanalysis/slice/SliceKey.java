package dev.pipewright.modelanalysis.slice;

import java.util.List;
import java.util.stream.Collectors;

/// A slice of the examples: those that have all these values of features. Without any it is all
/// examples.
///
/// @param parts the features and their values, by the features' names
public record SliceKey(List<Part> parts) implements Comparable<SliceKey> {

  /// All examples.
  public static final SliceKey OVERALL = new SliceKey(List.of());

  /// A feature and its value.
  public record Part(String feature, FeatureValue value) implements Comparable<Part> {
    @Override
    public int compareTo(Part other) {
      int byFeature = feature.compareTo(other.feature);
      return byFeature != 0 ? byFeature : value.compareTo(other.value);
    }
  }

  public SliceKey {
    parts = parts.stream().sorted().toList();
  }

  /// A slice by one feature.
  public static SliceKey of(String feature, FeatureValue value) {
    return new SliceKey(List.of(new Part(feature, value)));
  }

  /// The slice that a TFMA proto names.
  public static SliceKey of(dev.pipewright.protos.tfma.SliceKey proto) {
    return new SliceKey(
        proto.getSingleSliceKeysList().stream()
            .map(k -> new Part(k.getColumn(), FeatureValue.of(k)))
            .toList());
  }

  /// TFMA's proto of it.
  public dev.pipewright.protos.tfma.SliceKey toProto() {
    var proto = dev.pipewright.protos.tfma.SliceKey.newBuilder();
    parts.forEach(p -> proto.addSingleSliceKeys(p.value().toProto(p.feature())));
    return proto.build();
  }

  /// All examples first, then by number of features, features and values.
  @Override
  public int compareTo(SliceKey other) {
    int order = Integer.compare(parts.size(), other.parts.size());
    for (int i = 0; order == 0 && i < parts.size(); i++) {
      order = parts.get(i).feature().compareTo(other.parts.get(i).feature());
    }
    for (int i = 0; order == 0 && i < parts.size(); i++) {
      order = parts.get(i).compareTo(other.parts.get(i));
    }
    return order;
  }

  /// As TFMA shows it: `Overall`, `hour:7`, `hour_X_city:7_X_Oslo`.
  @Override
  public String toString() {
    if (parts.isEmpty()) {
      return "Overall";
    }
    return parts.stream().map(Part::feature).collect(Collectors.joining("_X_"))
        + ":"
        + parts.stream().map(p -> p.value().toString()).collect(Collectors.joining("_X_"));
  }
}
