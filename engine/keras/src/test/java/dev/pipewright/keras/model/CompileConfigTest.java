package dev.pipewright.keras.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.file.JsonText;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompileConfigTest {

  private static ParameterValue json(String className, String config) {
    return JsonText.parse(
        "{\"class_name\": \"%s\", \"config\": %s}".formatted(className, config.replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Adam | {'learning_rate': 0} | learning_rate is 0.0.",
        "Adam | {'learning_rate': -1.0} | learning_rate is -1.0.",
        "Adam | {'beta_1': 1} | beta_1 is 1.0 and beta_2 0.999.",
        "Adam | {'beta_2': -0.1} | beta_1 is 0.9 and beta_2 -0.1.",
        "Adam | {'epsilon': -0.001} | epsilon is -0.001.",
        "Adam | {'clipnorm': 1.0} | It has no clipnorm.",
        "Adam | {'weight_decay': 0.01} | It has no weight_decay.",
        "Adam | {'amsgrad': true} | It has no amsgrad.",
        "SGD | {'momentum': 1.5} | momentum is 1.5.",
        "SGD | {'nesterov': 1} | Nesterov is not true or false.",
        "SGD | {'beta_1': 0.9} | It has no beta_1.",
      })
  void refusesOptimizersThatCannotLearn(String className, String config, String what) {
    ParameterException failure =
        assertThrows(ParameterException.class, () -> Optimizer.parse(json(className, config)));
    assertEquals(what, failure.what());
    assertEquals("optimizer " + className, failure.where().subject());
  }

  @Test
  void takesTheConfigThatKerasWrites() {
    assertEquals(
        new Optimizer.Adam(0.25, 0.5, 0.75, 1e-3),
        Optimizer.parse(
            json(
                "Adam",
                "{'name': 'adam', 'learning_rate': 0.25, 'weight_decay': null, 'clipnorm': null,"
                    + " 'global_clipnorm': null, 'clipvalue': null, 'use_ema': false,"
                    + " 'ema_momentum': 0.99, 'ema_overwrite_frequency': null,"
                    + " 'loss_scale_factor': null, 'gradient_accumulation_steps': null,"
                    + " 'beta_1': 0.5, 'beta_2': 0.75, 'epsilon': 0.001, 'amsgrad': false}")));
    assertEquals(
        new Loss.BinaryCrossentropy(true),
        Loss.parse(
            json(
                "BinaryCrossentropy",
                "{'name': 'binary_crossentropy', 'reduction': 'sum_over_batch_size',"
                    + " 'from_logits': true, 'dtype': 'float32'}")));
  }

  @Test
  void refusesALossThatIsSummedOverTheBatch() {
    ParameterException failure =
        assertThrows(
            ParameterException.class,
            () -> Loss.parse(json("MeanSquaredError", "{'reduction': 'sum'}")));
    assertEquals("Reduction is sum.", failure.what());
    assertEquals("Remove reduction.", failure.fix());
  }

  @Test
  void readsEveryMetricByItsNameWithKerassDefaults() {
    Function<String, Metric> read = name -> Metric.parse(ParameterValue.of(name));
    assertEquals(
        List.of(
            new Metric.BinaryAccuracy("binary_accuracy", 0.5),
            new Metric.SparseCategoricalAccuracy("sparse_categorical_accuracy"),
            new Metric.CategoricalAccuracy("categorical_accuracy"),
            new Metric.Precision("precision", 0.5),
            new Metric.Recall("recall", 0.5),
            new Metric.MeanSquaredError("mean_squared_error"),
            new Metric.MeanAbsoluteError("mean_absolute_error")),
        List.of(
            read.apply("BinaryAccuracy"),
            read.apply("sparse_categorical_accuracy"),
            read.apply("CategoricalAccuracy"),
            read.apply("precision"),
            read.apply("Recall"),
            read.apply("mse"),
            read.apply("mae")));
  }

  @Test
  void readsAMetricsConfig() {
    assertEquals(
        new Metric.Auc("pr", Metric.Auc.Curve.PR, 50, true),
        Metric.parse(
            json(
                "AUC",
                "{'name': 'pr', 'curve': 'PR', 'num_thresholds': 50, 'from_logits': true}")));
    ParameterException few =
        assertThrows(
            ParameterException.class, () -> Metric.parse(json("AUC", "{'num_thresholds': 1}")));
    assertEquals("num_thresholds is 1.", few.what());
    assertEquals("Set it to 2 or more; 200 is usual.", few.fix());
  }

  @Test
  void refusesTwoMetricsOfOneName() {
    Metric accuracy = new Metric.BinaryAccuracy("a", 0.5);
    ParameterException failure =
        assertThrows(
            ParameterException.class,
            () ->
                new CompileConfig(
                    new Optimizer.Adam(0.1),
                    new Loss.MeanSquaredError(),
                    List.of(accuracy, new Metric.Recall("a", 0.5))));
    assertEquals("Two metrics have the name a.", failure.what());
    // Its results are under that name already.
    assertThrows(
        ParameterException.class,
        () ->
            new CompileConfig(
                new Optimizer.Adam(0.1),
                new Loss.MeanSquaredError(),
                List.of(new Metric.Recall("loss", 0.5))));
  }
}
