package dev.pipewright.transform.graph;

import dev.pipewright.data.ByteStrings;
import java.util.List;

/// What an analyzer found out about the data set.
public sealed interface Analyzed {

  /// Mean and variance (of the population), in float32 as TFT keeps them.
  record Moments(float mean, float variance) implements Analyzed {}

  /// The least and the greatest of float32 values; `Infinity` and `-Infinity` when there are none,
  /// NaN when one of them is.
  record RealRange(float min, float max) implements Analyzed {}

  /// The least and the greatest of int64 values.
  record IntRange(long min, long max) implements Analyzed {}

  /// The sum of float32 values.
  record RealSum(float sum) implements Analyzed {}

  /// The sum of int64 values, or how many values there are.
  record IntSum(long sum) implements Analyzed {}

  /// Ascending boundaries between quantile buckets, one less than there are buckets.
  record Boundaries(List<Float> boundaries) implements Analyzed {
    public Boundaries {
      boundaries = List.copyOf(boundaries);
    }
  }

  /// The terms of a vocabulary in their order, as a file.
  ///
  /// @param key the name by which `asset_map` knows it: `vocab_filename` as the user wrote it
  /// @param fileName the name of its file among the assets
  /// @param terms the terms; never empty, see `VocabularyAnalyzer`
  record Vocabulary(String key, String fileName, ByteStrings terms) implements Analyzed {}
}
