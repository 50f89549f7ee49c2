package dev.pipewright.keras.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.keras.model.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricAccumulatorTest {

  static Stream<Metric> binary() {
    return Stream.of(
        new Metric.BinaryAccuracy("a", 0.5),
        new Metric.Precision("p", 0.5),
        new Metric.Recall("r", 0.5),
        new Metric.Auc("roc", Metric.Auc.Curve.ROC, 200, false),
        new Metric.Auc("pr", Metric.Auc.Curve.PR, 50, false),
        new Metric.MeanSquaredError("mse"),
        new Metric.MeanAbsoluteError("mae"));
  }

  @ParameterizedTest
  @MethodSource("binary")
  void howExamplesAreBatchedChangesNothing(Metric metric) {
    Random random = new Random(9);
    float[] predictions = new float[1000];
    float[] labels = new float[1000];
    for (int i = 0; i < labels.length; i++) {
      predictions[i] = random.nextFloat();
      labels[i] = random.nextFloat() < predictions[i] ? 1 : 0;
    }
    MetricAccumulator whole = MetricAccumulator.of(metric);
    whole.add(predictions, labels, 1);
    MetricAccumulator pieces = MetricAccumulator.of(metric);
    for (int from = 0; from < labels.length; ) {
      int to = Math.min(labels.length, from + 1 + random.nextInt(90));
      pieces.add(
          Arrays.copyOfRange(predictions, from, to), Arrays.copyOfRange(labels, from, to), 1);
      from = to;
    }
    assertEquals(whole.result(), pieces.result(), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("binary")
  void nothingAddedIsZero(Metric metric) {
    assertEquals(0, MetricAccumulator.of(metric).result());
  }

  @Test
  void aPerfectRankingHasAnAreaOfOneAndAReversedOneOfZero() {
    Metric.Auc auc = new Metric.Auc("auc", Metric.Auc.Curve.ROC, 200, false);
    MetricAccumulator perfect = MetricAccumulator.of(auc);
    perfect.add(new float[] {0.1f, 0.2f, 0.8f, 1f}, new float[] {0, 0, 1, 1}, 1);
    assertEquals(1, perfect.result());
    MetricAccumulator reversed = MetricAccumulator.of(auc);
    reversed.add(new float[] {0.1f, 0.2f, 0.8f, 1f}, new float[] {1, 1, 0, 0}, 1);
    assertEquals(0, reversed.result());
  }

  @Test
  void aPredictionOutsideZeroAndOneIsTakenAsTheNearer() {
    MetricAccumulator auc =
        MetricAccumulator.of(new Metric.Auc("auc", Metric.Auc.Curve.ROC, 3, false));
    auc.add(new float[] {-5, 7}, new float[] {0, 1}, 1);
    assertEquals(1, auc.result());
  }

  @Test
  void theFirstOfEquallyProbableClassesCounts() {
    MetricAccumulator accuracy =
        MetricAccumulator.of(new Metric.SparseCategoricalAccuracy("accuracy"));
    accuracy.add(new float[] {0.5f, 0.5f, 0.2f, 0.8f}, new float[] {0, 1}, 2);
    assertEquals(1, accuracy.result());
  }

  @Test
  void aBatchsLossCountsByItsSize() {
    RunningResults results = new RunningResults(List.of(new Metric.BinaryAccuracy("a", 0.5)));
    results.addLoss(1, 3);
    results.addLoss(5, 1);
    results.addPredictions(new float[] {1, 0}, new float[] {1, 1}, 1);
    assertEquals(2.0, results.results("val_").get("val_loss"));
    assertEquals(0.5, results.results("val_").get("val_a"));
    RunningResults other = new RunningResults(List.of(new Metric.BinaryAccuracy("a", 0.5)));
    other.restore(results.state());
    assertEquals(results.results(""), other.results(""));
    results.reset();
    assertEquals(0.0, results.results("").get("loss"));
    assertTrue(other.hasMetrics());
  }
}
