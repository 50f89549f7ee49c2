package dev.pipewright.modelanalysis.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.ParameterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricCatalogTest {

  private static double value(String className, String config, Scores scores) {
    Metric metric = MetricCatalog.create(className, config);
    Tally tally = metric.measure().apply(Weighting.WEIGHTED).start();
    for (int row = 0; row < scores.rows(); row++) {
      tally.add(scores, row);
    }
    return metric.reading().apply(tally).getDoubleValue().getValue();
  }

  private static Scores scores(double[] labels, double[] predictions) {
    return new Scores(Matrix.column(labels), Matrix.column(predictions), null);
  }

  @ParameterizedTest
  @CsvSource({
    "AUC, auc",
    "AUCPrecisionRecall, auc_precision_recall",
    "ExampleCount, example_count",
    "F1Score, f1_score",
    "BinaryCrossEntropy, binary_crossentropy",
    "SparseCategoricalCrossentropy, sparse_categorical_crossentropy",
    "MatthewsCorrelationCoefficient, matthews_correlation_coefficient"
  })
  void namesMetricsAsTfmaDoes(String className, String name) {
    assertEquals(name, MetricCatalog.create(className, "").name());
  }

  @Test
  void takesAnotherNameWithOrWithoutBraces() {
    assertEquals("loss", MetricCatalog.create("AUC", "{\"name\": \"loss\"}").name());
    assertEquals("loss", MetricCatalog.create("AUC", "\"name\": \"loss\"").name());
  }

  @ParameterizedTest
  @CsvSource({
    "Auc, Did you mean AUC?",
    "BinaryAcuracy, Did you mean BinaryAccuracy?",
    "binary_accuracy, Did you mean BinaryAccuracy?"
  })
  void namesTheNearestOfAnUnknownMetric(String className, String fix) {
    ParameterException e =
        assertThrows(ParameterException.class, () -> MetricCatalog.create(className, ""));
    assertEquals("There is no metric " + className + ".", e.what());
    assertEquals(fix, e.fix());
  }

  @Test
  void listsAllMetricsWhereNoneIsNear() {
    ParameterException e =
        assertThrows(ParameterException.class, () -> MetricCatalog.create("Quality", ""));
    assertTrue(e.fix().startsWith("There are: AUC, AUCPrecisionRecall, Accuracy, "), e.fix());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"num_tresholds\": 5",
        "\"num_thresholds\": 1",
        "\"num_thresholds\": 2.5",
        "\"thresholds\": []",
        "\"thresholds\": [0.5, 0.5]",
        "\"thresholds\": [\"a\"]",
        "\"curve\": \"RCO\"",
        "\"curve\": 1",
        "\"name\": true",
        "name: auc",
        "{\"name\": \"a\"",
        "{} trailing ]"
      })
  void refusesSettingsThatAUCHasNot(String config) {
    ParameterException e =
        assertThrows(ParameterException.class, () -> MetricCatalog.create("AUC", config));
    assertTrue(e.getMessage().contains("AUC"), e::getMessage);
    assertTrue(!e.getMessage().contains("StreamRead"), e::getMessage);
  }

  @Test
  void refusesLabelSmoothingBeyondOne() {
    assertThrows(
        ParameterException.class,
        () -> MetricCatalog.create("BinaryCrossentropy", "\"label_smoothing\": 1.5"));
  }

  @Test
  void makesEveryMetric() {
    Scores scores = scores(new double[] {0, 1, 1}, new double[] {0.25, 0.5, 0.75});
    for (String className : MetricCatalog.classNames()) {
      Metric metric = MetricCatalog.create(className, "");
      Measure measure = metric.measure().apply(Weighting.UNWEIGHTED);
      assertEquals(Weighting.UNWEIGHTED, measure.weighting());
      assertEquals(measure, metric.measure().apply(Weighting.UNWEIGHTED), "can be shared");
      Tally tally = measure.start();
      for (int row = 0; row < scores.rows(); row++) {
        tally.add(scores, row);
      }
      assertNotEquals(
          "TYPE_NOT_SET", metric.reading().apply(tally).getTypeCase().name(), className);
    }
  }

  @Test
  void givesHalfTheAreaToPredictionsThatTellNothing() {
    Scores scores = scores(new double[] {0, 1, 0, 1}, new double[] {0.5, 0.5, 0.5, 0.5});
    assertEquals(0.5, value("AUC", "", scores), 1e-12);
  }

  @Test
  void countsPredictionsAtTheThresholdAsNegative() {
    Scores scores = scores(new double[] {1, 1}, new double[] {0.5, Math.nextUp(0.5)});
    assertEquals(1, value("TruePositives", "", scores));
    assertEquals(1, value("FalseNegatives", "", scores));
  }

  @Test
  void splitsLabelsBetweenZeroAndOne() {
    Scores scores = scores(new double[] {0.25}, new double[] {0.75});
    assertEquals(0.25, value("TruePositives", "", scores));
    assertEquals(0.75, value("FalsePositives", "", scores));
  }

  @Test
  void countsWeightlessExamplesNot() {
    Scores scores = new Scores(Matrix.column(1, 0), Matrix.column(0.9, 0.9), new double[] {2, 0});
    assertEquals(1, value("Precision", "", scores));
    assertEquals(2, value("ExampleCount", "", scores));
  }

  @Test
  void hasNoPrecisionWithoutPredictedPositives() {
    assertEquals(Double.NaN, value("Precision", "", scores(new double[] {1}, new double[] {0.1})));
  }

  @Test
  void hasNoCalibrationWithoutPositives() {
    assertEquals(
        Double.NaN, value("Calibration", "", scores(new double[] {0}, new double[] {0.1})));
  }

  @Test
  void leavesZerosOutOfThePercentageError() {
    Scores scores = scores(new double[] {0, 4}, new double[] {1, 5});
    assertEquals(25, value("MeanAbsolutePercentageError", "", scores));
  }

  @Test
  void isInfiniteForACertainPredictionThatIsWrongAsTfmaHasItButNotAsKeras() {
    Scores scores = scores(new double[] {1}, new double[] {0});
    assertEquals(Double.POSITIVE_INFINITY, value("BinaryCrossEntropy", "", scores));
    assertEquals(15.4249, value("BinaryCrossentropy", "", scores), 1e-3);
  }

  @Test
  void takesLogits() {
    Scores logits = scores(new double[] {1, 0}, new double[] {2, -3});
    Scores probabilities =
        scores(new double[] {1, 0}, new double[] {1 / (1 + Math.exp(-2)), 1 / (1 + Math.exp(3))});
    assertEquals(
        value("BinaryCrossEntropy", "", probabilities),
        value("BinaryCrossEntropy", "\"from_logits\": true", logits),
        1e-9);
    Scores classes =
        new Scores(Matrix.column(1), new Matrix(1, 3, new double[] {0.5, 2, -1}), null);
    double expected = Math.log(Math.exp(0.5) + Math.exp(2) + Math.exp(-1)) - 2;
    assertEquals(
        expected, value("SparseCategoricalCrossentropy", "\"from_logits\": true", classes), 1e-9);
  }

  @Test
  void refusesPredictionsThatAreNaN() {
    DataException e =
        assertThrows(
            DataException.class,
            () -> value("AUC", "", scores(new double[] {1}, new double[] {Double.NaN})));
    assertEquals("The model predicts NaN.", e.what());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 2, Double.NaN})
  void refusesLabelsThatAreNoClassOfTwo(double label) {
    for (String className : new String[] {"AUC", "Recall"}) {
      assertThrows(
          DataException.class,
          () -> value(className, "", scores(new double[] {label}, new double[] {0.5})));
    }
  }

  @Test
  void refusesLabelsOfAnotherWidth() {
    Matrix labels = new Matrix(1, 2, new double[2]);
    Matrix predictions = new Matrix(1, 3, new double[3]);
    DataException e =
        assertThrows(DataException.class, () -> new Scores(labels, predictions, null));
    assertEquals("A label has 2 values, but a prediction has 3.", e.what());
  }
}
