package dev.pipewright.data.starter;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import java.util.List;
import java.util.stream.IntStream;

/// The column to predict.
///
/// @param column the column
/// @param goal what predicting it comes to
record Label(ColumnSummary column, Goal goal) {

  private static final double SHARE_DIGITS = 1e4;

  /// What Transform makes of it: a class from 0 on, or a number.
  String expression() {
    return switch (goal) {
      case Goal.Number(Numbers numbers) ->
          "tf.cast(" + Expressions.number(column, numbers) + ", tf.float32)";
      case Goal.Classes classes -> {
        String value = Expressions.label(column, classes.classes().getFirst());
        if (classes.isBinary()) {
          String positive = Expressions.literal(column, positive(classes));
          yield "tf.cast(" + value + " == " + positive + ", tf.int64)";
        }
        if (isCounted(classes)) {
          yield value;
        }
        String rare = classes.hasRare() ? ", num_oov_buckets=1" : "";
        yield "tft.compute_and_apply_vocabulary(" + value + rare + ")";
      }
    };
  }

  /// The class that counts as 1: the greater one of two numbers, the rarer one of two texts.
  ValueCount positive(Goal.Classes classes) {
    ValueCount first = classes.classes().getFirst();
    ValueCount second = classes.classes().getLast();
    return column.numbers() != null
            && Double.parseDouble(first.text()) > Double.parseDouble(second.text())
        ? first
        : second;
  }

  /// Whether the classes are the numbers from 0 on.
  private boolean isCounted(Goal.Classes classes) {
    Numbers numbers = column.numbers();
    return numbers != null && numbers.min() == 0 && numbers.max() == classes.classes().size() - 1;
  }

  /// How many numbers the model gives.
  int outputs() {
    return switch (goal) {
      case Goal.Number _ -> 1;
      case Goal.Classes classes when classes.isBinary() -> 1;
      case Goal.Classes classes ->
          classes.classes().size() + (classes.hasRare() && !isCounted(classes) ? 1 : 0);
    };
  }

  String loss() {
    return switch (goal) {
      case Goal.Number _ -> "mean_squared_error";
      case Goal.Classes c when c.isBinary() -> "binary_crossentropy";
      case Goal.Classes _ -> "sparse_categorical_crossentropy";
    };
  }

  List<String> trainingMetrics() {
    return switch (goal) {
      case Goal.Number _ -> List.of("mean_absolute_error");
      case Goal.Classes c when c.isBinary() -> List.of("binary_accuracy", "auc");
      case Goal.Classes _ -> List.of("sparse_categorical_accuracy");
    };
  }

  /// What is evaluated. One of them has to be better, over all rows, than a guess by one who knows
  /// how often each label comes.
  ParameterValue evaluationMetrics() {
    return switch (goal) {
      case Goal.Number(Numbers numbers) ->
          metrics(
              "MeanSquaredError",
              Json.object("upper_bound", numbers.deviation() * numbers.deviation()),
              "RootMeanSquaredError",
              "MeanAbsoluteError");
      case Goal.Classes c when c.isBinary() ->
          metrics("BinaryAccuracy", majority(c), "AUC", "Precision", "Recall");
      case Goal.Classes c ->
          metrics("SparseCategoricalAccuracy", majority(c), "SparseCategoricalCrossentropy");
    };
  }

  private static Fields majority(Goal.Classes classes) {
    return Json.object("lower_bound", Math.ceil(classes.majority() * SHARE_DIGITS) / SHARE_DIGITS);
  }

  private static ParameterValue metrics(String gate, Fields bound, String... others) {
    Fields gated =
        Json.object(
            "class_name",
            gate,
            "per_slice_thresholds",
            Json.list(
                Json.object(
                    "slicing_specs",
                    Json.list(Json.object()),
                    "threshold",
                    Json.object("value_threshold", bound))));
    return Json.list(
        IntStream.range(-2, others.length)
            .mapToObj(
                i ->
                    switch (i) {
                      case -2 -> Json.object("class_name", "ExampleCount");
                      case -1 -> gated;
                      default -> Json.object("class_name", others[i]);
                    })
            .toArray());
  }
}
