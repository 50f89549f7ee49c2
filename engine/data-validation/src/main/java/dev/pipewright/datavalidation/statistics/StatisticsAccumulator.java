package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.Accumulator;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.DatasetFeatureStatisticsList;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Statistics of tf.Examples, as TFDV's `GenerateStatistics` gives them without weights, slices or
/// semantic types: one data set without a name, its features in the order of their paths.
///
/// All counts, extremes and frequencies are exact. Quantiles, and with them the median and the
/// histograms, are exact for features of up to 16,384 different numbers, and beyond that within 0.1
/// % of rank. Memory grows with the number of different strings, not with the rows.
///
/// Source: TFDV 1.16.1, `basic_stats_generator` and `top_k_uniques_stats_generator`.
public final class StatisticsAccumulator
    implements Accumulator<
        ExampleBatch, StatisticsAccumulator.State, DatasetFeatureStatisticsList> {

  private static final Comparator<String> BY_BYTES =
      Comparator.comparing(s -> s.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  private final StatisticsOptions options;

  /// Statistics with these options.
  public StatisticsAccumulator(StatisticsOptions options) {
    this.options = options;
  }

  /// What was seen so far. Not for use by several threads at once.
  public static final class State {
    private final Map<String, FeatureStatistics> features = new HashMap<>();
    private long rowCount;

    private State() {}
  }

  @Override
  public State create() {
    return new State();
  }

  /// Adds a batch of tf.Examples.
  ///
  /// @throws DataException when a feature changes its type from batch to batch, or the batch has
  ///   feature lists (tf.SequenceExamples)
  @Override
  public State add(State state, ExampleBatch batch) {
    if (!batch.sequences().isEmpty()) {
      throw new DataException(
          "Statistics of tf.SequenceExamples are not supported.",
          Location.subject("feature list " + batch.sequences().firstEntry().getKey()),
          "Use examples without feature lists.");
    }
    batch
        .columns()
        .forEach(
            (name, column) -> {
              if (options.allows(name)) {
                var kind = FeatureStatistics.kind(name, column, options);
                state
                    .features
                    .computeIfAbsent(name, _ -> new FeatureStatistics(kind))
                    .add(name, kind, column);
              }
            });
    state.rowCount += batch.rowCount();
    return state;
  }

  @Override
  public State merge(State left, State right) {
    right.features.forEach(
        (name, feature) -> left.features.merge(name, feature, (a, b) -> a.addAll(name, b)));
    left.rowCount += right.rowCount;
    return left;
  }

  @Override
  public DatasetFeatureStatisticsList result(State state) {
    DatasetFeatureStatistics.Builder dataset =
        DatasetFeatureStatistics.newBuilder().setNumExamples(state.rowCount);
    SortedMap<String, FeatureStatistics> sorted = new TreeMap<>(BY_BYTES);
    sorted.putAll(state.features);
    sorted.forEach((name, f) -> dataset.addFeatures(f.result(name, state.rowCount)));
    return DatasetFeatureStatisticsList.newBuilder().addDatasets(dataset).build();
  }
}
