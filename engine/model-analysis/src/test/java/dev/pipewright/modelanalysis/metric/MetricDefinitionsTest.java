package dev.pipewright.modelanalysis.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.protos.tfma.MetricValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds every metric against its definition, counted row by row in the plainest way, and against
/// laws that hold whatever the data: the order of rows, weights as copies, classes changed over.
class MetricDefinitionsTest {

  private static final int ROWS = 60;

  /// A row: what is true, what is predicted, what it counts.
  private record Row(double label, double prediction, double weight) {

    boolean isPositive() {
      return label == 1;
    }

    boolean isPredicted() {
      return prediction > 0.5;
    }

    /// The same with positives and negatives changed over.
    Row flipped() {
      return new Row(1 - label, 1 - prediction, weight);
    }
  }

  private static List<Row> rows(long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      double label = random.nextInt(3) == 0 ? 1 : 0;
      // Off the edges of buckets and the threshold, whose two sides the metrics tell apart.
      double prediction =
          (random.nextInt(10_000) + 0.5) / 10_000 * 0.6
              + (label == 1 ? 0.4 : 0) * random.nextInt(2);
      rows.add(new Row(label, Math.min(prediction, 0.99995), random.nextInt(1, 4)));
    }
    return rows;
  }

  private static MetricValue metric(String className, String config, List<Row> rows) {
    Metric metric = MetricCatalog.create(className, config);
    Scores scores =
        new Scores(
            Matrix.column(rows.stream().mapToDouble(Row::label).toArray()),
            Matrix.column(rows.stream().mapToDouble(Row::prediction).toArray()),
            rows.stream().mapToDouble(Row::weight).toArray());
    Tally tally = metric.measure().apply(Weighting.WEIGHTED).start();
    for (int row = 0; row < rows.size(); row++) {
      tally.add(scores, row);
    }
    return metric.reading().apply(tally);
  }

  private static double value(String className, List<Row> rows) {
    return metric(className, "", rows).getDoubleValue().getValue();
  }

  private static double sum(List<Row> rows, ToDoubleFunction<Row> value) {
    return rows.stream().mapToDouble(row -> row.weight() * value.applyAsDouble(row)).sum();
  }

  private static double mean(List<Row> rows, ToDoubleFunction<Row> value) {
    return sum(rows, value) / sum(rows, row -> 1);
  }

  /// The weight of rows that are positive or not, and predicted so or not.
  private static double count(List<Row> rows, boolean isPositive, boolean isPredicted) {
    return sum(
        rows, row -> row.isPositive() == isPositive && row.isPredicted() == isPredicted ? 1 : 0);
  }

  private static double tp(List<Row> rows) {
    return count(rows, true, true);
  }

  private static double fp(List<Row> rows) {
    return count(rows, false, true);
  }

  private static double fn(List<Row> rows) {
    return count(rows, true, false);
  }

  private static double tn(List<Row> rows) {
    return count(rows, false, false);
  }

  private static Map<String, ToDoubleFunction<List<Row>>> definitions() {
    var all = new LinkedHashMap<String, ToDoubleFunction<List<Row>>>();
    all.put("ExampleCount", rows -> sum(rows, row -> 1));
    all.put("WeightedExampleCount", rows -> sum(rows, row -> 1));
    all.put("MeanLabel", rows -> mean(rows, Row::label));
    all.put("MeanPrediction", rows -> mean(rows, Row::prediction));
    all.put("Calibration", rows -> sum(rows, Row::prediction) / sum(rows, Row::label));
    all.put("MeanSquaredError", rows -> mean(rows, r -> Math.pow(r.label - r.prediction, 2)));
    all.put(
        "RootMeanSquaredError",
        rows -> Math.sqrt(mean(rows, r -> Math.pow(r.label - r.prediction, 2))));
    all.put("MeanAbsoluteError", rows -> mean(rows, r -> Math.abs(r.label - r.prediction)));
    all.put(
        "MeanSquaredLogarithmicError",
        rows -> mean(rows, r -> Math.pow(Math.log1p(r.label) - Math.log1p(r.prediction), 2)));
    all.put(
        "MeanAbsolutePercentageError",
        rows ->
            mean(
                rows.stream().filter(Row::isPositive).toList(),
                r -> 100 * Math.abs(1 - r.prediction)));
    all.put(
        "BinaryCrossEntropy",
        rows -> mean(rows, r -> -Math.log(r.isPositive() ? r.prediction : 1 - r.prediction)));
    confusion(all);
    all.put("AUC", MetricDefinitionsTest::pairs);
    return all;
  }

  private static void confusion(Map<String, ToDoubleFunction<List<Row>>> all) {
    all.put("TruePositives", r -> tp(r));
    all.put("TrueNegatives", r -> tn(r));
    all.put("FalsePositives", r -> fp(r));
    all.put("FalseNegatives", r -> fn(r));
    all.put("BinaryAccuracy", r -> (tp(r) + tn(r)) / sum(r, row -> 1));
    all.put("Precision", r -> tp(r) / (tp(r) + fp(r)));
    all.put("Recall", r -> tp(r) / (tp(r) + fn(r)));
    all.put("Specificity", r -> tn(r) / (tn(r) + fp(r)));
    all.put("FallOut", r -> 1 - tn(r) / (tn(r) + fp(r)));
    all.put("MissRate", r -> 1 - tp(r) / (tp(r) + fn(r)));
    all.put("NegativePredictiveValue", r -> tn(r) / (tn(r) + fn(r)));
    all.put("FalseDiscoveryRate", r -> 1 - tp(r) / (tp(r) + fp(r)));
    all.put("FalseOmissionRate", r -> 1 - tn(r) / (tn(r) + fn(r)));
    all.put("Prevalence", r -> mean(r, Row::label));
    all.put("ThreatScore", r -> tp(r) / (tp(r) + fn(r) + fp(r)));
    all.put("PredictedPositiveRate", r -> mean(r, row -> row.isPredicted() ? 1 : 0));
    all.put("BalancedAccuracy", r -> (tp(r) / (tp(r) + fn(r)) + tn(r) / (tn(r) + fp(r))) / 2);
    all.put(
        "F1Score",
        r -> {
          double precision = tp(r) / (tp(r) + fp(r));
          double recall = tp(r) / (tp(r) + fn(r));
          return 2 / (1 / precision + 1 / recall);
        });
    all.put("Informedness", r -> tp(r) / (tp(r) + fn(r)) - fp(r) / (tn(r) + fp(r)));
    all.put("Markedness", r -> tp(r) / (tp(r) + fp(r)) - fn(r) / (tn(r) + fn(r)));
    all.put("FowlkesMallowsIndex", r -> tp(r) / Math.sqrt((tp(r) + fp(r)) * (tp(r) + fn(r))));
    all.put("PositiveLikelihoodRatio", r -> tp(r) / (tp(r) + fn(r)) / (fp(r) / (fp(r) + tn(r))));
    all.put("NegativeLikelihoodRatio", r -> fn(r) / (tp(r) + fn(r)) / (tn(r) / (fp(r) + tn(r))));
    all.put("DiagnosticOddsRatio", r -> tp(r) * tn(r) / (fp(r) * fn(r)));
    all.put("MatthewsCorrelationCoefficient", MetricDefinitionsTest::correlation);
  }

  /// Pearson's correlation of two columns of zeros and ones.
  private static double correlation(List<Row> rows) {
    double labels = mean(rows, Row::label);
    double predictions = mean(rows, r -> r.isPredicted() ? 1 : 0);
    double both = mean(rows, r -> r.isPositive() && r.isPredicted() ? 1 : 0);
    double variances = labels * (1 - labels) * predictions * (1 - predictions);
    return (both - labels * predictions) / Math.sqrt(variances);
  }

  /// The chance that a positive is predicted higher than a negative.
  private static double pairs(List<Row> rows) {
    double higher = 0;
    double all = 0;
    for (Row positive : rows.stream().filter(Row::isPositive).toList()) {
      for (Row negative : rows.stream().filter(r -> !r.isPositive()).toList()) {
        double weight = positive.weight() * negative.weight();
        double gap = positive.prediction() - negative.prediction();
        all += weight;
        // What falls into one of the ten thousand buckets counts as equal.
        higher += weight * (Math.abs(gap) < 1e-4 ? 0.5 : gap > 0 ? 1 : 0);
      }
    }
    return higher / all;
  }

  @TestFactory
  Stream<DynamicTest> isWhatItsDefinitionSays() {
    return definitions().entrySet().stream()
        .map(
            definition ->
                DynamicTest.dynamicTest(
                    definition.getKey(),
                    () -> {
                      for (long seed = 1; seed <= 20; seed++) {
                        List<Row> rows = rows(seed);
                        double expected = definition.getValue().applyAsDouble(rows);
                        double actual = value(definition.getKey(), rows);
                        double tolerance = definition.getKey().equals("AUC") ? 2e-3 : 1e-9;
                        assertEquals(expected, actual, tolerance * Math.max(1, Math.abs(expected)));
                      }
                    }));
  }

  @Test
  void everyMetricOfOneNumberIsDefinedHereOrOfClasses() {
    Set<String> others =
        Set.of(
            "Accuracy",
            "AUCPrecisionRecall",
            "BinaryCrossentropy",
            "CategoricalAccuracy",
            "CategoricalCrossentropy",
            "ConfusionMatrixAtThresholds",
            "ConfusionMatrixPlot",
            "SparseCategoricalAccuracy",
            "SparseCategoricalCrossentropy");
    Set<String> known = new TreeSet<>(definitions().keySet());
    known.addAll(others);
    assertEquals(MetricCatalog.classNames(), known);
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    for (String className : MetricCatalog.classNames()) {
      List<Row> rows = rows(5);
      List<Row> shuffled = new ArrayList<>(rows);
      Collections.shuffle(shuffled, new Random(6));
      assertAlike(metric(className, "", rows), metric(className, "", shuffled), className);
    }
  }

  @Test
  void aWeightOfThreeIsThreeRows() {
    for (String className : MetricCatalog.classNames()) {
      List<Row> rows = rows(7);
      List<Row> copies = new ArrayList<>();
      for (Row row : rows) {
        Row single = new Row(row.label(), row.prediction(), 1);
        IntStream.range(0, (int) row.weight()).forEach(i -> copies.add(single));
      }
      assertAlike(metric(className, "", rows), metric(className, "", copies), className);
    }
  }

  private static void assertAlike(MetricValue expected, MetricValue actual, String className) {
    assertEquals(
        expected.getDoubleValue().getValue(), actual.getDoubleValue().getValue(), 1e-9, className);
    assertEquals(
        expected.getConfusionMatrixAtThresholds(),
        actual.getConfusionMatrixAtThresholds(),
        className);
  }

  @Test
  void whatIsSaidOfPositivesIsSaidOfNegativesWithClassesChangedOver() {
    Map<String, String> mirrors =
        Map.of(
            "TruePositives", "TrueNegatives",
            "FalsePositives", "FalseNegatives",
            "Recall", "Specificity",
            "Precision", "NegativePredictiveValue",
            "FallOut", "MissRate",
            "FalseDiscoveryRate", "FalseOmissionRate",
            "BinaryAccuracy", "BinaryAccuracy",
            "BalancedAccuracy", "BalancedAccuracy",
            "MatthewsCorrelationCoefficient", "MatthewsCorrelationCoefficient",
            "AUC", "AUC");
    for (long seed = 30; seed < 40; seed++) {
      List<Row> rows = rows(seed);
      List<Row> flipped = rows.stream().map(Row::flipped).toList();
      mirrors.forEach(
          (metric, mirror) ->
              assertEquals(value(metric, rows), value(mirror, flipped), 1e-3, metric));
    }
  }

  @Test
  void theAreaLiesBetweenItsLowerAndUpperSums() {
    for (String className : List.of("AUC", "AUCPrecisionRecall")) {
      for (long seed = 50; seed < 60; seed++) {
        List<Row> rows = rows(seed);
        double middle = value(className, rows);
        double lower = summed(className, "minoring", rows);
        double upper = summed(className, "majoring", rows);
        assertTrue(lower <= middle + 1e-12 && middle <= upper + 1e-12, lower + " " + upper);
        assertTrue(lower >= 0 && upper <= 1 + 1e-12, lower + " " + upper);
      }
    }
  }

  private static double summed(String className, String method, List<Row> rows) {
    String config = "\"summation_method\": \"" + method + "\"";
    return metric(className, config, rows).getDoubleValue().getValue();
  }

  @Test
  void recallFallsAndPredictionsThinOutAsTheThresholdRises() {
    String config = "\"thresholds\": [0.1, 0.3, 0.5, 0.7, 0.9]";
    for (long seed = 70; seed < 80; seed++) {
      List<Row> rows = rows(seed);
      for (String className : List.of("Recall", "FallOut", "PredictedPositiveRate")) {
        List<Double> values =
            metric(className, config, rows).getArrayValue().getFloat64ValuesList();
        assertEquals(5, values.size());
        for (int i = 0; i + 1 < values.size(); i++) {
          assertTrue(values.get(i) >= values.get(i + 1), className + values);
        }
      }
    }
  }
}
