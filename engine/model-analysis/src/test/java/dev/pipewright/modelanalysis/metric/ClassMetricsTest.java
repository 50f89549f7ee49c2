package dev.pipewright.modelanalysis.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Metrics of several classes against their definitions, counted in the plainest way.
class ClassMetricsTest {

  private static final int ROWS = 50;
  private static final int CLASSES = 4;

  /// Class numbers and, for each row, what is predicted of each class.
  private record Table(int[] classes, double[][] predictions) {

    static Table random(long seed, boolean isLogit) {
      Random random = new Random(seed);
      int[] classes = random.ints(ROWS, 0, CLASSES).toArray();
      double[][] predictions = new double[ROWS][CLASSES];
      for (double[] row : predictions) {
        double sum = 0;
        for (int i = 0; i < CLASSES; i++) {
          row[i] = isLogit ? random.nextGaussian() * 3 : random.nextDouble(0.05, 1);
          sum += row[i];
        }
        for (int i = 0; i < CLASSES && !isLogit; i++) {
          row[i] /= sum;
        }
      }
      return new Table(classes, predictions);
    }

    Scores scores(boolean isOneHot) {
      double[] flat = new double[ROWS * CLASSES];
      double[] labels = new double[isOneHot ? ROWS * CLASSES : ROWS];
      for (int row = 0; row < ROWS; row++) {
        System.arraycopy(predictions[row], 0, flat, row * CLASSES, CLASSES);
        labels[isOneHot ? row * CLASSES + classes[row] : row] = isOneHot ? 1 : classes[row];
      }
      return new Scores(
          new Matrix(ROWS, isOneHot ? CLASSES : 1, labels), new Matrix(ROWS, CLASSES, flat), null);
    }

    /// The share of rows whose class is predicted highest.
    double accuracy() {
      int right = 0;
      for (int row = 0; row < ROWS; row++) {
        int best = 0;
        for (int i = 1; i < CLASSES; i++) {
          best = predictions[row][i] > predictions[row][best] ? i : best;
        }
        right += best == classes[row] ? 1 : 0;
      }
      return (double) right / ROWS;
    }

    /// The mean of -log of the probability of the class.
    double entropy(boolean isLogit) {
      double sum = 0;
      for (int row = 0; row < ROWS; row++) {
        double total = 0;
        for (double each : predictions[row]) {
          total += isLogit ? Math.exp(each) : each;
        }
        double own = predictions[row][classes[row]];
        sum -= Math.log((isLogit ? Math.exp(own) : own) / total);
      }
      return sum / ROWS;
    }
  }

  private static double value(String className, String config, Scores scores) {
    Metric metric = MetricCatalog.create(className, config);
    Tally tally = metric.measure().apply(Weighting.UNWEIGHTED).start();
    for (int row = 0; row < scores.rows(); row++) {
      tally.add(scores, row);
    }
    return metric.reading().apply(tally).getDoubleValue().getValue();
  }

  @Test
  void accuracyIsTheShareOfRowsWhoseClassIsTheLikeliest() {
    for (long seed = 1; seed <= 20; seed++) {
      Table table = Table.random(seed, seed % 2 == 0);
      assertEquals(
          table.accuracy(), value("SparseCategoricalAccuracy", "", table.scores(false)), 1e-12);
      assertEquals(table.accuracy(), value("CategoricalAccuracy", "", table.scores(true)), 1e-12);
    }
  }

  @Test
  void crossEntropyIsTheMeanOfTheLogarithmsOfTheClassesProbabilities() {
    for (long seed = 1; seed <= 20; seed++) {
      for (boolean isLogit : new boolean[] {false, true}) {
        Table table = Table.random(seed, isLogit);
        String config = "\"from_logits\": " + isLogit;
        Map<String, Boolean> isOneHot =
            Map.of("SparseCategoricalCrossentropy", false, "CategoricalCrossentropy", true);
        isOneHot.forEach(
            (metric, oneHot) ->
                assertEquals(
                    table.entropy(isLogit),
                    value(metric, config, table.scores(oneHot)),
                    1e-6,
                    metric + config));
      }
    }
  }
}
