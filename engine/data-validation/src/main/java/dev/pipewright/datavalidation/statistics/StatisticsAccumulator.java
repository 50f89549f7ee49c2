package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.Accumulator;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.protos.tfmd.DatasetFeatureStatisticsList;
import java.util.SortedMap;
import java.util.TreeMap;

/// Statistics of tf.Examples and tf.SequenceExamples, as TFDV's `GenerateStatistics` gives them: a
/// data set of all examples, and one of each slice after it in the order of their names. Features
/// are in the order of their paths. The data set has no name where no slices are asked for.
///
/// All counts, extremes and frequencies are exact. Quantiles, and with them the median and the
/// histograms, are exact for features of up to 16,384 different numbers, and beyond that within 0.1
/// % of rank. Memory grows with the number of different strings, not with the rows.
///
/// Source: TFDV 1.16.1, `basic_stats_generator` and `top_k_uniques_stats_generator`.
public final class StatisticsAccumulator
    implements Accumulator<
        ExampleBatch, StatisticsAccumulator.State, DatasetFeatureStatisticsList> {

  /// TFDV's name of the data set that has all examples, where there are slices beside it.
  public static final String ALL_EXAMPLES = "All Examples";

  private final StatisticsOptions options;

  /// Statistics with these options.
  public StatisticsAccumulator(StatisticsOptions options) {
    this.options = options;
  }

  /// What was seen so far. Not for use by several threads at once.
  public static final class State {
    private final DatasetStatistics all;
    private final SortedMap<String, DatasetStatistics> slices = new TreeMap<>();

    private State(StatisticsOptions options) {
      all = new DatasetStatistics(options);
    }
  }

  @Override
  public State create() {
    return new State(options);
  }

  /// Adds a batch of examples.
  ///
  /// @throws DataException when a feature changes its type from batch to batch, a weight is no
  ///   number, or the value of a slice no text
  @Override
  public State add(State state, ExampleBatch batch) {
    state.all.add(batch, options);
    for (Slicing slicing : options.slicing()) {
      slicing
          .rows(batch)
          .forEach(
              (name, rows) ->
                  state
                      .slices
                      .computeIfAbsent(name, _ -> new DatasetStatistics(options))
                      .add(batch.select(rows), options));
    }
    return state;
  }

  @Override
  public State merge(State left, State right) {
    left.all.addAll(right.all);
    right.slices.forEach(
        (name, slice) ->
            left.slices.merge(
                name,
                slice,
                (a, b) -> {
                  a.addAll(b);
                  return a;
                }));
    return left;
  }

  @Override
  public DatasetFeatureStatisticsList result(State state) {
    var list = DatasetFeatureStatisticsList.newBuilder();
    var all = state.all.result(options);
    list.addDatasets(options.slicing().isEmpty() ? all : all.setName(ALL_EXAMPLES));
    state.slices.forEach((name, slice) -> list.addDatasets(slice.result(options).setName(name)));
    return list.build();
  }
}
