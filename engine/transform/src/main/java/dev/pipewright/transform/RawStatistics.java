package dev.pipewright.transform;

import dev.pipewright.data.Accumulator;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.datavalidation.statistics.StatisticsAccumulator;
import dev.pipewright.datavalidation.statistics.StatisticsOptions;
import dev.pipewright.protos.tfmd.DatasetFeatureStatisticsList;
import dev.pipewright.protos.tfmd.Schema;
import dev.pipewright.transform.graph.DataSetAnalysis;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The analyzers' passes over the data; the first of them also takes statistics of the raw
/// features.
final class RawStatistics implements DataSetAnalysis.Pass {

  private final SplitReader reader;
  private final Set<String> features;
  private final StatisticsAccumulator accumulator;
  private @Nullable DatasetFeatureStatisticsList statistics;

  /// @param features of which statistics are taken; none when it is empty
  RawStatistics(SplitReader reader, Set<String> features, Schema schema) {
    this.reader = reader;
    this.features = features;
    this.accumulator =
        new StatisticsAccumulator(
            StatisticsOptions.DEFAULT.withSchema(schema).withFeatureAllowlist(features));
  }

  @Override
  public <A, R> R fold(Set<String> analyzed, Accumulator<ExampleBatch, A, R> analyzers)
      throws IOException, InterruptedException {
    if (features.isEmpty() || statistics != null) {
      return reader.fold(analyzed, analyzers);
    }
    Set<String> both = new TreeSet<>(analyzed);
    both.addAll(features);
    Both<R> result = reader.fold(both, new Together<>(analyzers, accumulator));
    statistics = result.statistics;
    return result.result;
  }

  /// The statistics; taken now where no analyzer made a pass.
  DatasetFeatureStatisticsList statistics() throws InterruptedException {
    if (statistics == null) {
      statistics = reader.fold(features, accumulator);
    }
    return statistics;
  }

  private record Both<R>(R result, DatasetFeatureStatisticsList statistics) {}

  private record State<A>(A analyzers, StatisticsAccumulator.State statistics) {}

  /// Two folds in one.
  private record Together<A, R>(
      Accumulator<ExampleBatch, A, R> analyzers, StatisticsAccumulator statistics)
      implements Accumulator<ExampleBatch, State<A>, Both<R>> {

    @Override
    public State<A> create() {
      return new State<>(analyzers.create(), statistics.create());
    }

    @Override
    public State<A> add(State<A> state, ExampleBatch batch) {
      return new State<>(
          analyzers.add(state.analyzers, batch), statistics.add(state.statistics, batch));
    }

    @Override
    public State<A> merge(State<A> left, State<A> right) {
      return new State<>(
          analyzers.merge(left.analyzers, right.analyzers),
          statistics.merge(left.statistics, right.statistics));
    }

    @Override
    public Both<R> result(State<A> state) {
      return new Both<>(analyzers.result(state.analyzers), statistics.result(state.statistics));
    }
  }
}
