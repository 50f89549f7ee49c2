package dev.pipewright.keras.graph;

import dev.pipewright.keras.model.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The loss and metrics of an epoch or an evaluation while they are added up. A batch's loss counts
/// by its number of examples, as Keras's loss tracker has it.
final class RunningResults {

  private final List<Metric> metrics;
  private final List<MetricAccumulator> accumulators = new ArrayList<>();
  private double lossSum;
  private double examples;

  RunningResults(List<Metric> metrics) {
    this.metrics = metrics;
    metrics.forEach(metric -> accumulators.add(MetricAccumulator.of(metric)));
  }

  boolean hasMetrics() {
    return !metrics.isEmpty();
  }

  void addLoss(float loss, int size) {
    lossSum += (double) loss * size;
    examples += size;
  }

  void addPredictions(float[] predictions, float[] labels, int columns) {
    for (MetricAccumulator accumulator : accumulators) {
      accumulator.add(predictions, labels, columns);
    }
  }

  /// `loss` and the metrics, their names after a prefix.
  SequencedMap<String, Double> results(String prefix) {
    SequencedMap<String, Double> results = new LinkedHashMap<>();
    results.put(prefix + "loss", examples == 0 ? 0 : lossSum / examples);
    for (int i = 0; i < metrics.size(); i++) {
      results.put(prefix + metrics.get(i).name(), accumulators.get(i).result());
    }
    return results;
  }

  void reset() {
    lossSum = 0;
    examples = 0;
    accumulators.forEach(MetricAccumulator::reset);
  }

  /// All that is added up: the loss's two numbers, then each metric's.
  List<double[]> state() {
    List<double[]> state = new ArrayList<>();
    state.add(new double[] {lossSum, examples});
    accumulators.forEach(accumulator -> state.add(accumulator.state()));
    return state;
  }

  void restore(List<double[]> state) {
    lossSum = state.getFirst()[0];
    examples = state.getFirst()[1];
    for (int i = 0; i < accumulators.size(); i++) {
      accumulators.get(i).restore(state.get(i + 1));
    }
  }
}
