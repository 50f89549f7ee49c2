package dev.pipewright.transform;

import dev.pipewright.datavalidation.schema.Lifecycle;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FixedShape;
import dev.pipewright.protos.tfmd.Schema;
import dev.pipewright.transform.expression.ElementType;
import dev.pipewright.transform.expression.ValueType;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The types of the features that a schema describes, as `schema_utils.schema_as_feature_spec` of
/// TFT reads it: a feature with a shape is a `FixedLenFeature`, so dense, one without is a
/// `VarLenFeature`, so sparse.
final class RawFeatures {

  private RawFeatures() {}

  /// The types by name. Deprecated features and structs are left out.
  ///
  /// @throws ParameterException when the schema contradicts itself
  static SortedMap<String, ValueType> of(Schema schema) {
    SortedMap<String, ValueType> types = new TreeMap<>();
    for (Feature feature : schema.getFeatureList()) {
      if (!Lifecycle.isDeprecated(feature)) {
        switch (feature.getType()) {
          case INT -> types.put(feature.getName(), type(feature, ElementType.INT64));
          case FLOAT -> types.put(feature.getName(), type(feature, ElementType.FLOAT32));
          case BYTES -> types.put(feature.getName(), type(feature, ElementType.STRING));
          case STRUCT, TYPE_UNKNOWN -> {
            // No expression can use it.
          }
        }
      }
    }
    return types;
  }

  private static ValueType type(Feature feature, ElementType element) {
    if (!feature.hasShape()) {
      return ValueType.sparse(element);
    }
    if (feature.getPresence().getMinFraction() != 1) {
      throw new ParameterException(
          "The schema gives the feature a shape, but allows that it is missing.",
          Location.subject("feature " + feature.getName()),
          "Remove its shape, or set its min_fraction to 1.");
    }
    List<Integer> dims =
        feature.getShape().getDimList().stream()
            .map(FixedShape.Dim::getSize)
            .map(size -> size(feature, size))
            .toList();
    if (dims.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b)
        > Integer.MAX_VALUE) {
      throw wrongShape(feature);
    }
    return ValueType.dense(element, dims);
  }

  private static int size(Feature feature, long size) {
    if (size < 1 || size > Integer.MAX_VALUE) {
      throw wrongShape(feature);
    }
    return (int) size;
  }

  private static ParameterException wrongShape(Feature feature) {
    return new ParameterException(
        "The schema gives the feature a shape that no row can have.",
        Location.subject("feature " + feature.getName()),
        "Correct the sizes of its shape, or remove the shape.");
  }
}
