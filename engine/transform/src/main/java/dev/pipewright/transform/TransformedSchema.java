package dev.pipewright.transform;

import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FeaturePresence;
import dev.pipewright.protos.tfmd.FeatureType;
import dev.pipewright.protos.tfmd.FixedShape;
import dev.pipewright.protos.tfmd.IntDomain;
import dev.pipewright.protos.tfmd.Schema;
import dev.pipewright.transform.expression.Expression;
import dev.pipewright.transform.expression.Expression.Call;
import dev.pipewright.transform.expression.Expression.Int;
import dev.pipewright.transform.expression.ValueType;
import dev.pipewright.transform.graph.Analysis;
import dev.pipewright.transform.graph.Analyzed;
import java.util.SortedMap;
import java.util.TreeMap;

/// The schema of the outputs, as `schema_inference.py` of TFT makes it: an output that is a bucket
/// or a rank in a vocabulary is categorical.
final class TransformedSchema {

  private TransformedSchema() {}

  /// The schema with the range of each categorical output: TFX's `transformed_metadata`.
  static Schema withRanges(
      OutputExpressions outputs, SortedMap<String, ValueType> types, Analysis analysis) {
    SortedMap<String, IntDomain> domains = new TreeMap<>();
    outputs
        .outputs()
        .forEach(
            (name, expression) -> {
              if (isCategorical(expression) && expression instanceof Call call) {
                domains.put(name, range(call, analysis.of(call)));
              }
            });
    return schema(types, domains);
  }

  /// The schema without the ranges: TFX's `post_transform_schema`.
  static Schema withoutRanges(OutputExpressions outputs, SortedMap<String, ValueType> types) {
    SortedMap<String, IntDomain> domains = new TreeMap<>();
    outputs
        .outputs()
        .forEach(
            (name, expression) -> {
              if (isCategorical(expression)) {
                domains.put(name, IntDomain.newBuilder().setIsCategorical(true).build());
              }
            });
    return schema(types, domains);
  }

  private static boolean isCategorical(Expression expression) {
    return expression instanceof Call call
        && switch (call.operation().analysis()) {
          case QUANTILES, VOCABULARY -> true;
          case NONE, MOMENTS, RANGE, SUM, SIZE -> false;
        };
  }

  private static IntDomain range(Call call, Analyzed analyzed) {
    long min = 0;
    long max =
        switch (analyzed) {
          case Analyzed.Boundaries found -> found.boundaries().size();
          case Analyzed.Vocabulary vocabulary ->
              vocabulary.terms().size() + integer(call, "num_oov_buckets") - 1;
          default -> throw new IllegalStateException(call + " found " + analyzed);
        };
    if (analyzed instanceof Analyzed.Vocabulary && integer(call, "num_oov_buckets") == 0) {
      min = Math.min(min, integer(call, "default_value"));
      max = Math.max(max, integer(call, "default_value"));
    }
    return IntDomain.newBuilder().setMin(min).setMax(max).setIsCategorical(true).build();
  }

  private static long integer(Call call, String parameter) {
    return call.argument(parameter) instanceof Int(long value, _) ? value : 0;
  }

  private static Schema schema(
      SortedMap<String, ValueType> types, SortedMap<String, IntDomain> domains) {
    Schema.Builder schema = Schema.newBuilder();
    types.forEach(
        (name, type) -> {
          Feature.Builder feature = Feature.newBuilder().setName(name).setType(type(type));
          if (!type.isSparse()) {
            feature
                .setPresence(FeaturePresence.newBuilder().setMinFraction(1))
                .setShape(shape(type));
          }
          IntDomain domain = domains.get(name);
          if (domain != null) {
            feature.setIntDomain(domain);
          }
          schema.addFeature(feature);
        });
    return schema.build();
  }

  private static FeatureType type(ValueType type) {
    return switch (type.element()) {
      case INT64 -> FeatureType.INT;
      case FLOAT32 -> FeatureType.FLOAT;
      case STRING -> FeatureType.BYTES;
      case INT32, FLOAT64, BOOL -> throw new IllegalArgumentException(type.toString());
    };
  }

  private static FixedShape shape(ValueType type) {
    FixedShape.Builder shape = FixedShape.newBuilder();
    type.rowShape().forEach(size -> shape.addDim(FixedShape.Dim.newBuilder().setSize(size)));
    return shape.build();
  }
}
