package dev.pipewright.modelanalysis.metric;

import static dev.pipewright.modelanalysis.metric.Metric.Stage.COMBINED;
import static dev.pipewright.modelanalysis.metric.Metric.Stage.DERIVED;
import static dev.pipewright.modelanalysis.metric.Metric.Stage.KERAS;
import static dev.pipewright.modelanalysis.metric.Metric.Stage.PLOT;

import com.google.protobuf.DoubleValue;
import dev.pipewright.modelanalysis.metric.AreaUnderCurve.Curve;
import dev.pipewright.modelanalysis.metric.AreaUnderCurve.Summation;
import dev.pipewright.modelanalysis.metric.Metric.Stage;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.check.NearestName;
import dev.pipewright.protos.tfma.ArrayValue;
import dev.pipewright.protos.tfma.MetricValue;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The metrics by class name. Where TFMA and Keras both have a metric, it is TFMA's, as there:
/// `BinaryCrossEntropy` is TFMA's, `BinaryCrossentropy` Keras's.
public final class MetricCatalog {

  private static final int AUC_THRESHOLDS = 10_000;
  private static final int PLOT_THRESHOLDS = 1_000;
  private static final double EPSILON = 1e-7;

  /// A metric's settings, and how it is made of them.
  private record Entry(Set<String> settings, Function<MetricSettings, Metric> make) {}

  private static final SortedMap<String, Entry> METRICS = metrics();

  private MetricCatalog() {}

  /// The class names of all metrics.
  public static SortedSet<String> classNames() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(METRICS.keySet()));
  }

  /// The metric of that class.
  ///
  /// @param config its settings, as `MetricConfig.config`: JSON, braces optional, or empty
  /// @throws ParameterException for an unknown class or setting, with the nearest that there is
  public static Metric create(String className, String config) {
    Entry entry = METRICS.get(className);
    if (entry == null) {
      throw new ParameterException(
          "There is no metric " + className + ".",
          Location.subject("class_name"),
          NearestName.of(className, METRICS.keySet())
              .map(n -> "Did you mean " + n + "?")
              .orElse("There are: " + String.join(", ", METRICS.keySet()) + "."));
    }
    return entry.make.apply(MetricSettings.parse(className, config, entry.settings));
  }

  private static SortedMap<String, Entry> metrics() {
    var all = new TreeMap<String, Entry>();
    counts(all);
    totals(all);
    means(all);
    curves(all);
    for (ConfusionRatio ratio : ConfusionRatio.values()) {
      all.put(ratio.name(), new Entry(Set.of("thresholds", "num_thresholds"), s -> of(ratio, s)));
    }
    return all;
  }

  private static void counts(SortedMap<String, Entry> all) {
    for (String className : List.of("ExampleCount", "WeightedExampleCount")) {
      all.put(
          className,
          new Entry(
              Set.of(),
              s ->
                  metric(
                      s.name(snakeCase(className)),
                      COMBINED,
                      Measure.Count::new,
                      t -> ((CountTally) t).count())));
    }
  }

  private static void totals(SortedMap<String, Entry> all) {
    total(all, "MeanLabel", TotalsTally::meanLabel);
    total(all, "MeanPrediction", TotalsTally::meanPrediction);
    total(all, "Calibration", TotalsTally::calibration);
  }

  private static void total(
      SortedMap<String, Entry> all, String className, ToDoubleFunction<TotalsTally> value) {
    all.put(
        className,
        new Entry(
            Set.of(),
            s ->
                metric(
                    s.name(snakeCase(className)),
                    DERIVED,
                    Measure.Totals::new,
                    t -> value.applyAsDouble((TotalsTally) t))));
  }

  private static void means(SortedMap<String, Entry> all) {
    tfmaMean(all, "MeanSquaredError", Set.of(), s -> RegressionError.SQUARED);
    tfmaMean(all, "MeanAbsoluteError", Set.of(), s -> RegressionError.ABSOLUTE);
    tfmaMean(
        all, "MeanAbsolutePercentageError", Set.of(), s -> RegressionError.ABSOLUTE_PERCENTAGE);
    tfmaMean(
        all, "MeanSquaredLogarithmicError", Set.of(), s -> RegressionError.SQUARED_LOGARITHMIC);
    Set<String> entropySettings = Set.of("from_logits", "label_smoothing");
    tfmaMean(
        all,
        "BinaryCrossEntropy",
        entropySettings,
        s -> new CrossEntropy.Binary(s.flag("from_logits"), s.fraction("label_smoothing")));
    kerasMean(all, "Accuracy", Set.of(), s -> Correctness.EQUAL);
    kerasMean(all, "SparseCategoricalAccuracy", Set.of(), s -> Correctness.SPARSE_CATEGORICAL);
    kerasMean(all, "CategoricalAccuracy", Set.of(), s -> Correctness.CATEGORICAL);
    kerasMean(
        all,
        "BinaryCrossentropy",
        entropySettings,
        s -> new CrossEntropy.KerasBinary(s.flag("from_logits"), s.fraction("label_smoothing")));
    kerasMean(
        all,
        "CategoricalCrossentropy",
        entropySettings,
        s ->
            new CrossEntropy.KerasCategorical(
                s.flag("from_logits"), s.fraction("label_smoothing")));
    kerasMean(
        all,
        "SparseCategoricalCrossentropy",
        Set.of("from_logits"),
        s -> new CrossEntropy.KerasCategorical(s.flag("from_logits"), 0));
    all.put(
        "RootMeanSquaredError",
        new Entry(
            Set.of(),
            s ->
                metric(
                    s.name("root_mean_squared_error"),
                    KERAS,
                    w -> new Measure.Mean(RegressionError.SQUARED, w),
                    t -> Math.sqrt(((MeanTally) t).meanOrZero()))));
  }

  private static void tfmaMean(
      SortedMap<String, Entry> all,
      String className,
      Set<String> settings,
      Function<MetricSettings, RowValue> value) {
    String name =
        className.equals("BinaryCrossEntropy") ? "binary_crossentropy" : snakeCase(className);
    mean(all, className, settings, s -> s.name(name), COMBINED, value, MeanTally::mean);
  }

  private static void kerasMean(
      SortedMap<String, Entry> all,
      String className,
      Set<String> settings,
      Function<MetricSettings, RowValue> value) {
    String name = snakeCase(className);
    mean(all, className, settings, s -> s.name(name), KERAS, value, MeanTally::meanOrZero);
  }

  private static void mean(
      SortedMap<String, Entry> all,
      String className,
      Set<String> settings,
      Function<MetricSettings, String> name,
      Stage stage,
      Function<MetricSettings, RowValue> value,
      ToDoubleFunction<MeanTally> result) {
    all.put(
        className,
        new Entry(
            settings,
            s -> {
              RowValue each = value.apply(s);
              return metric(
                  name.apply(s),
                  stage,
                  w -> new Measure.Mean(each, w),
                  t -> result.applyAsDouble((MeanTally) t));
            }));
  }

  private static void curves(SortedMap<String, Entry> all) {
    Set<String> common = Set.of("num_thresholds", "thresholds", "summation_method");
    Set<String> withCurve = Set.of("num_thresholds", "thresholds", "summation_method", "curve");
    all.put(
        "AUC",
        new Entry(
            withCurve, s -> area(s, "auc", s.choice("curve", Curve.ROC, name -> Curve.of(name)))));
    all.put(
        "AUCPrecisionRecall", new Entry(common, s -> area(s, "auc_precision_recall", Curve.PR)));
    all.put(
        "ConfusionMatrixAtThresholds",
        new Entry(Set.of("thresholds"), MetricCatalog::confusionAtThresholds));
    all.put(
        "ConfusionMatrixPlot",
        new Entry(Set.of("num_thresholds"), MetricCatalog::confusionMatrixPlot));
  }

  private static Metric area(MetricSettings settings, String defaultName, Curve curve) {
    var area =
        new AreaUnderCurve(
            curve,
            settings.choice("summation_method", Summation.INTERPOLATION, n -> Summation.of(n)));
    Matrices matrices = Matrices.of(settings, AUC_THRESHOLDS);
    return metric(
        settings.name(defaultName), DERIVED, matrices.measure, t -> area.of(matrices.curve(t)));
  }

  private static Metric of(ConfusionRatio ratio, MetricSettings settings) {
    Matrices matrices =
        settings.count("num_thresholds").isPresent()
            ? Matrices.of(settings, AUC_THRESHOLDS)
            : Matrices.exact(settings.thresholds().orElse(List.of(0.5)));
    return new Metric(
        settings.name(snakeCase(ratio.name())),
        DERIVED,
        matrices.measure,
        t -> value(ratio.of(matrices.read(t))));
  }

  private static Metric confusionAtThresholds(MetricSettings settings) {
    Matrices matrices = Matrices.exact(settings.thresholds().orElse(List.of(0.5)));
    return new Metric(
        settings.name("confusion_matrix_at_thresholds"),
        DERIVED,
        matrices.measure,
        t ->
            MetricValue.newBuilder()
                .setConfusionMatrixAtThresholds(matrices.read(t).toProto())
                .build());
  }

  private static Metric confusionMatrixPlot(MetricSettings settings) {
    int count = settings.count("num_thresholds").orElse(PLOT_THRESHOLDS);
    double[] thresholds =
        DoubleStream.concat(
                DoubleStream.of(-1e-6),
                IntStream.rangeClosed(0, count).mapToDouble(i -> i * 1.0 / count))
            .toArray();
    return new Metric(
        settings.name("confusion_matrix_plot"),
        PLOT,
        Measure.Histogram::new,
        t ->
            MetricValue.newBuilder()
                .setConfusionMatrixAtThresholds(((HistogramTally) t).matrices(thresholds).toProto())
                .build());
  }

  /// Where confusion matrices come from: counted at given thresholds, or, at evenly spaced ones,
  /// read off the histogram.
  ///
  /// @param reading the matrices at all thresholds
  /// @param points those of them that a curve goes through
  private record Matrices(
      Function<Weighting, Measure> measure,
      Function<Tally, ConfusionMatrices> reading,
      Function<Tally, ConfusionMatrices> points) {

    static Matrices of(MetricSettings settings, int defaultCount) {
      return settings
          .thresholds()
          .filter(t -> settings.count("num_thresholds").isEmpty())
          .map(Matrices::exact)
          .orElseGet(() -> even(settings.count("num_thresholds").orElse(defaultCount)));
    }

    static Matrices exact(List<Double> thresholds) {
      Function<Tally, ConfusionMatrices> all = t -> ((ConfusionTally) t).matrices();
      return new Matrices(w -> new Measure.Confusion(thresholds, w), all, all);
    }

    static Matrices even(int count) {
      double[] thresholds = new double[count];
      for (int i = 1; i + 1 < count; i++) {
        thresholds[i] = i * 1.0 / (count - 1);
      }
      thresholds[0] = -EPSILON;
      thresholds[count - 1] = 1 + EPSILON;
      return new Matrices(
          Measure.Histogram::new,
          t -> ((HistogramTally) t).matrices(thresholds),
          t -> ((HistogramTally) t).distinctMatrices(thresholds));
    }

    ConfusionMatrices read(Tally tally) {
      return reading.apply(tally);
    }

    ConfusionMatrices curve(Tally tally) {
      return points.apply(tally);
    }
  }

  private static Metric metric(
      String name,
      Stage stage,
      Function<Weighting, Measure> measure,
      ToDoubleFunction<Tally> value) {
    return new Metric(name, stage, measure, t -> value(value.applyAsDouble(t)));
  }

  private static MetricValue value(double... values) {
    if (values.length == 1) {
      return MetricValue.newBuilder().setDoubleValue(DoubleValue.of(values[0])).build();
    }
    var array = ArrayValue.newBuilder().setDataType(ArrayValue.DataType.FLOAT64);
    array.addShape(values.length);
    DoubleStream.of(values).forEach(array::addFloat64Values);
    return MetricValue.newBuilder().setArrayValue(array).build();
  }

  /// `BinaryAccuracy` as `binary_accuracy`, `AUCPrecisionRecall` as `auc_precision_recall`.
  private static String snakeCase(String className) {
    return className
        .replaceAll("(.)([A-Z][a-z0-9]+)", "$1_$2")
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
