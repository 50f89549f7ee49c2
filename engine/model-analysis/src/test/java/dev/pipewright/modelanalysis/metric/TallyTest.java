package dev.pipewright.modelanalysis.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.protos.tfma.MetricValue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds of every tally, on seeded random scores.
class TallyTest {

  private static final int ROWS = 200;

  private static Scores scores(long seed) {
    Random random = new Random(seed);
    double[] labels = random.ints(ROWS, 0, 2).asDoubleStream().toArray();
    double[] predictions = random.doubles(ROWS).toArray();
    // Multiples of a power of two, so that sums are exact in any order.
    double[] weights = random.ints(ROWS, 0, 16).mapToDouble(w -> w / 4.0).toArray();
    return new Scores(Matrix.column(labels), Matrix.column(predictions), weights);
  }

  private static Tally tally(Measure measure, Scores scores, int from, int to) {
    Tally tally = measure.start();
    for (int row = from; row < to; row++) {
      tally.add(scores, row);
    }
    return tally;
  }

  @Test
  void isTheSameInOnePieceOrMerged() {
    for (String className : MetricCatalog.classNames()) {
      Metric metric = MetricCatalog.create(className, "");
      for (long seed = 0; seed < 5; seed++) {
        Scores scores = scores(seed);
        Measure measure = metric.measure().apply(Weighting.WEIGHTED);
        Tally whole = tally(measure, scores, 0, ROWS);
        Tally merged = measure.start();
        merged.merge(tally(measure, scores, 0, 50));
        merged.merge(tally(measure, scores, 50, 50));
        merged.merge(tally(measure, scores, 50, ROWS));
        assertClose(metric.reading().apply(whole), metric.reading().apply(merged), className);
      }
    }
  }

  private static void assertClose(MetricValue expected, MetricValue actual, String className) {
    assertEquals(
        expected.getDoubleValue().getValue(), actual.getDoubleValue().getValue(), 1e-12, className);
    assertEquals(
        expected.toBuilder().clearDoubleValue().build(),
        actual.toBuilder().clearDoubleValue().build(),
        className);
  }

  @Test
  void readsTheSameMatricesOffTheHistogramAsCounted() {
    for (long seed = 0; seed < 5; seed++) {
      // Multiples of a ten-thousandth and a half are never at a bucket's edge.
      Random random = new Random(seed);
      double[] predictions =
          random.ints(ROWS, 0, 10_000).mapToDouble(i -> (i + 0.5) / 10_000).toArray();
      Scores scores =
          new Scores(scores(seed).labels(), Matrix.column(predictions), scores(seed).weights());
      HistogramTally histogram =
          (HistogramTally) tally(new Measure.Histogram(Weighting.WEIGHTED), scores, 0, ROWS);
      var thresholds = java.util.List.of(0.0, 0.1, 0.25, 0.5, 0.9);
      ConfusionTally counted =
          (ConfusionTally)
              tally(new Measure.Confusion(thresholds, Weighting.WEIGHTED), scores, 0, ROWS);
      assertEquals(
          counted.matrices().toProto(),
          histogram.matrices(thresholds.stream().mapToDouble(t -> t).toArray()).toProto());
    }
  }
}
