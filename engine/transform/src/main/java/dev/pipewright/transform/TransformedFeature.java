package dev.pipewright.transform;

import dev.pipewright.transform.expression.ValueType;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// An output of a transform, as training sees it.
///
/// @param name its name
/// @param type its elements and the shape of a row: int64, float32 or string, dense or sparse
/// @param range its least and greatest value when it is categorical, else null
public record TransformedFeature(String name, ValueType type, @Nullable Range range) {

  /// The values that a categorical output takes, both ends included.
  public record Range(long min, long max) {}

  /// How many different values it takes, when they start at 0: the size of a vocabulary with its
  /// out-of-vocabulary buckets, or the number of buckets.
  public OptionalLong bucketCount() {
    return range == null || range.min() != 0
        ? OptionalLong.empty()
        : OptionalLong.of(range.max() + 1);
  }
}
