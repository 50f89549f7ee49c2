package dev.pipewright.keras.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.keras.model.FunctionalModel.Builder;
import dev.pipewright.keras.model.FunctionalModel.Node;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.file.JsonText;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionalModelTest {

  private static FunctionalModel everything() {
    Builder model = FunctionalModel.builder("everything");
    model.add(new Layer.InputLayer("x", Shape.of(-1, 3), InputType.FLOAT32));
    model.add(new Layer.InputLayer("c", Shape.of(-1, 1), InputType.INT64));
    model.add(new Layer.Normalization("norm", List.of(0.5), List.of(2.0)), "x");
    model.add(new Layer.Embedding("emb", 10, 4), "c");
    model.add(new Layer.Flatten("flat"), "emb");
    model.add(
        new Layer.CategoryEncoding("one", 10, Layer.CategoryEncoding.OutputMode.ONE_HOT), "c");
    model.add(new Layer.Concatenate("both", -1), "norm", "flat", "one");
    model.add(
        new Layer.Dense(
            "wide",
            8,
            Activation.RELU,
            false,
            new Initializer.RandomNormal(0, 0.1, OptionalLong.of(3)),
            new Initializer.Constant(0.25),
            new Regularizer(0, 0.01)),
        "both");
    model.add(new Layer.Dense("deep", 8, Activation.TANH), "both");
    model.add(new Layer.Add("sum"), "wide", "deep");
    model.add(new Layer.Dropout("drop", 0.25, OptionalLong.empty()), "sum");
    model.add(new Layer.Reshape("matrix", List.of(2, -1)), "drop");
    model.add(new Layer.ActivationLayer("soft", Activation.SOFTMAX), "matrix");
    return model.build("soft", "drop");
  }

  @Test
  void knowsTheShapeThatComesOutOfEachLayer() {
    assertEquals(
        Map.ofEntries(
            Map.entry("x", Shape.of(-1, 3)),
            Map.entry("c", Shape.of(-1, 1)),
            Map.entry("norm", Shape.of(-1, 3)),
            Map.entry("emb", Shape.of(-1, 1, 4)),
            Map.entry("flat", Shape.of(-1, 4)),
            Map.entry("one", Shape.of(-1, 10)),
            Map.entry("both", Shape.of(-1, 17)),
            Map.entry("wide", Shape.of(-1, 8)),
            Map.entry("deep", Shape.of(-1, 8)),
            Map.entry("sum", Shape.of(-1, 8)),
            Map.entry("drop", Shape.of(-1, 8)),
            Map.entry("matrix", Shape.of(-1, 2, 4)),
            Map.entry("soft", Shape.of(-1, 2, 4))),
        everything().shapes());
  }

  @Test
  void knowsItsWeights() {
    assertEquals(
        List.of("emb/embeddings", "wide/kernel", "deep/kernel", "deep/bias"),
        everything().weights().stream().map(WeightSpec::name).toList());
    assertEquals(40 + 17 * 8 + 17 * 8 + 8, everything().parameterCount());
  }

  @Test
  void comesBackFromItsJson() {
    FunctionalModel model = everything();
    String text = JsonText.pretty(model.toJson());
    FunctionalModel back = FunctionalModel.parse(JsonText.parse(text));
    assertEquals(model, back);
    assertEquals(text, JsonText.pretty(back.toJson()));
  }

  @Test
  void fillsInKerasDefaults() {
    FunctionalModel model =
        FunctionalModel.parse(
            JsonText.parse(
                """
                {"class_name": "Functional", "config": {
                  "layers": [
                    {"class_name": "Dense", "config": {"name": "d", "units": 2},
                     "inbound_nodes": ["x"]},
                    {"class_name": "InputLayer", "config": {"name": "x", "shape": [3]}}],
                  "input_layers": ["x"], "output_layers": ["d"]}}
                """));
    assertEquals(
        List.of(
            new Node(new Layer.InputLayer("x", Shape.of(-1, 3), InputType.FLOAT32), List.of()),
            new Node(new Layer.Dense("d", 2, Activation.LINEAR), List.of("x"))),
        model.nodes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Dense | {'units': 0} | layer d | Units is 0. | Set units to 1 or more.",
        "Dense | {} | layer d (Dense) | Units is missing. | Set units.",
        "Dense | {'units': 2.5} | layer d (Dense) | Units is not a whole number."
            + " | Set units to a whole number.",
        "Dense | {'units': 2, 'acivation': 'relu'} | layer d (Dense) | It has no acivation."
            + " | Use activation, bias_initializer, kernel_initializer, kernel_regularizer, name,"
            + " units, use_bias, or remove it.",
        "Dense | {'units': 2, 'activation': 'rela'} | layer d (Dense) | Activation is rela."
            + " | Choose one of linear, relu, relu6, sigmoid, tanh, softmax, softplus, softsign,"
            + " elu, selu, gelu, silu, exponential.",
        "Dense | {'units': 2, 'kernel_initializer': 'glorot'}"
            + " | layer d (Dense), initializer glorot | There is no initializer glorot."
            + " | Choose one of GlorotUniform, GlorotNormal, HeUniform, HeNormal, LecunUniform,"
            + " LecunNormal, Zeros, Ones, Constant, RandomUniform, RandomNormal, TruncatedNormal.",
        "InputLayer | {'batch_shape': [null, -3]} | layer d (InputLayer)"
            + " | Its shape has the negative length -3."
            + " | Give every axis a length of 1 or more, and the first null, for any.",
        "Dense | {'units': 2000000000} | layer d"
            + " | What it gives has the shape (2000000000), more than 1,073,741,824 numbers."
            + " | Make its lengths smaller, as units or output_dim.",
        "Dense | {'units': 500000000} | layer d"
            + " | Its weight d/kernel has the shape (3, 500000000), more than 1,073,741,824"
            + " numbers. | Make its lengths smaller, as units or output_dim.",
        "Embedding | {'input_dim': 2000000000, 'output_dim': 2000000000} | layer d"
            + " | What it gives has the shape (3, 2000000000), more than 1,073,741,824 numbers."
            + " | Make its lengths smaller, as units or output_dim.",
        "Reshape | {'target_shape': [1073741824, 1073741824, 16]} | layer d"
            + " | Target_shape is [1073741824, 1073741824, 16]. | Use smaller lengths.",
        "Dropout | {'rate': 1} | layer d | Rate is 1.0. | Set a rate from 0 to below 1.",
        "Reshape | {'target_shape': [2]} | layer d"
            + " | 3 values an example do not fill the target_shape [2]."
            + " | Choose lengths whose product is 3.",
        "Normalization | {'mean': [1, 2], 'variance': [1, 2]} | layer d"
            + " | It has 2 means, and its input the shape (None, 3)."
            + " | Give one mean and variance, or as many as the last axis is long.",
        "Conv1D | {} | layer d (Conv1D) | There is no layer Conv1D."
            + " | Choose one of InputLayer, Dense, Embedding, Normalization, CategoryEncoding,"
            + " Reshape, Concatenate, Add, Dropout, Flatten, Activation.",
      })
  void saysOnTheLayerWhatIsWrongAndHowToMendIt(
      String className, String config, String where, String what, String fix) {
    ParameterValue json =
        JsonText.parse(
            """
            {"class_name": "Functional", "config": {"name": "m",
              "layers": [
                {"class_name": "InputLayer", "name": "x", "config": {"batch_shape": [null, 3]}},
                {"class_name": "%s", "name": "d", "inbound_nodes": ["x"], "config": %s}],
              "input_layers": ["x"], "output_layers": ["d"]}}
            """
                .formatted(className, config.replace('\'', '"')));
    ParameterException failure =
        assertThrows(ParameterException.class, () -> FunctionalModel.parse(json));
    assertEquals(where, failure.where().subject());
    assertEquals(what, failure.what());
    assertEquals(fix, failure.fix());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{} | 0 | 1",
        // As Keras writes a layer that is not adapted.
        "{'axis': [-1], 'invert': false, 'mean': null, 'variance': null} | 0 | 1",
        "{'axis': -1, 'mean': 2, 'variance': 9.0} | 2 | 9",
        "{'axis': [-1], 'mean': [[2]], 'variance': [[9]]} | 2 | 9",
      })
  void readsNormalizationInEveryFormKerasWrites(String config, double mean, double variance) {
    assertEquals(
        new Layer.Normalization("d", List.of(mean), List.of(variance)),
        normalization(config).nodes().getLast().layer());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'axis': [0], 'mean': 1, 'variance': 1} | Axis is not the last. | Set axis to -1.",
        "{'mean': 1} | Mean has 1 numbers and variance 0."
            + " | Give both the same number of values, one or one for each of the last axis.",
        "{'mean': 1, 'variance': -1} | A variance is negative. | Set variances of 0 or more.",
        "{'mean': 'a', 'variance': 1} | Mean is not a number. | Set mean to a number.",
        "{'invert': true} | It has no invert. | Use axis, mean, name, variance, or remove it.",
      })
  void saysWhatIsWrongWithANormalization(String config, String what, String fix) {
    ParameterException failure =
        assertThrows(ParameterException.class, () -> normalization(config));
    assertEquals(List.of(what, fix), List.of(failure.what(), failure.fix()));
  }

  private static FunctionalModel normalization(String config) {
    return FunctionalModel.parse(
        JsonText.parse(
            """
            {"class_name": "Functional", "config": {"name": "m",
              "layers": [
                {"class_name": "InputLayer", "name": "x", "config": {"batch_shape": [null, 3]}},
                {"class_name": "Normalization", "name": "d", "inbound_nodes": ["x"],
                 "config": %s}],
              "input_layers": ["x"], "output_layers": ["d"]}}
            """
                .formatted(config.replace('\'', '"'))));
  }

  @Test
  void refusesCirclesTwinsAndLooseEnds() {
    Layer x = new Layer.InputLayer("x", Shape.of(-1, 3), InputType.FLOAT32);
    Layer a = new Layer.Add("a");
    Layer b = new Layer.Add("b");
    assertWrong(
        "circle",
        List.of(new Node(x, List.of()), new Node(a, List.of("b")), new Node(b, List.of("a"))));
    assertWrong("Two layers", List.of(new Node(x, List.of()), new Node(x, List.of())));
    assertWrong("no such layer", List.of(new Node(x, List.of()), new Node(a, List.of("y"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "_a", "ä", "a:0", "-", "a\nb"})
  void refusesNamesThatTensorFlowDoesNotTake(String name) {
    ParameterException failure = assertThrows(ParameterException.class, () -> named(name));

    assertEquals("TensorFlow does not take its name.", failure.what());
    assertEquals("layer " + name, failure.where().subject());
    assertEquals(
        "Use letters, digits and _ . - / in it, with a letter, a digit or . at the front.",
        failure.fix());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", ".a", "1_2", "a-b", "a/b.c>d"})
  void takesTheNamesThatTensorFlowTakes(String name) {
    assertEquals(List.of(name), named(name).outputs());
  }

  private static FunctionalModel named(String name) {
    Builder model = FunctionalModel.builder("m");
    model.add(new Layer.InputLayer("x", Shape.of(-1, 3), InputType.FLOAT32));
    model.add(new Layer.Dense(name, 1, Activation.LINEAR), "x");
    return model.build(name);
  }

  @Test
  void refusesAConcatenationThatIsTooLong() {
    Builder model = FunctionalModel.builder("m");
    List<String> inputs = List.of("a", "b", "c");
    for (String input : inputs) {
      model.add(new Layer.InputLayer(input, Shape.of(-1, 1 << 30), InputType.FLOAT32));
    }
    model.add(new Layer.Concatenate("all", -1), inputs);
    ParameterException failure = assertThrows(ParameterException.class, () -> model.build("all"));

    assertEquals("layer all", failure.where().subject());
  }

  private static void assertWrong(String what, List<Node> nodes) {
    ParameterException failure =
        assertThrows(
            ParameterException.class,
            () -> new FunctionalModel("m", nodes, List.of("x"), List.of("x")));
    assertTrue(failure.what().contains(what), failure.what());
  }

  @Test
  void firstWeightsFollowTheirDistributionAndSeedAlone() {
    FunctionalModel model = everything();
    ModelWeights one = ModelWeights.initial(model, 7);
    ModelWeights again = ModelWeights.initial(model, 7);
    ModelWeights other = ModelWeights.initial(model, 8);
    assertEquals(List.of(sum(one, "deep/kernel")), List.of(sum(again, "deep/kernel")));
    assertTrue(sum(one, "deep/kernel") != sum(other, "deep/kernel"));
    // The seed of this one is given, so the model's changes nothing.
    assertEquals(List.of(sum(one, "wide/kernel")), List.of(sum(other, "wide/kernel")));
    double limit = Math.sqrt(6.0 / (17 + 8));
    double largest = 0;
    for (float value : one.get("deep/kernel")) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertTrue(largest <= limit && largest > 0.9 * limit, largest + " of " + limit);
    assertEquals(0, sum(one, "deep/bias"));
  }

  @Test
  void scaledNormalsHaveTheVarianceTheyAreScaledTo() {
    for (Initializer.Scaling scaling : Initializer.Scaling.values()) {
      WeightSpec weight =
          new WeightSpec(
              "w",
              Shape.of(200, 50),
              new Initializer.Scaled(scaling, OptionalLong.empty()),
              Regularizer.NONE);
      double squares = 0;
      for (float value : InitialValues.of(weight, 1)) {
        squares += value * value;
      }
      double expected = scaling.variance(200, 50);
      assertEquals(expected, squares / 10_000, 0.03 * expected, scaling.className());
    }
  }

  private static double sum(ModelWeights weights, String name) {
    double sum = 0;
    for (float value : weights.get(name)) {
      sum += value;
    }
    return sum;
  }

  @Test
  void readsOptimizersLossesAndMetricsByNameOrConfig() {
    assertEquals(new Optimizer.Adam(0.001), Optimizer.parse(ParameterValue.of("adam")));
    assertEquals(
        new Optimizer.Sgd(0.1, 0.9, true),
        Optimizer.parse(
            JsonText.parse(
                """
                {"class_name": "SGD",
                 "config": {"learning_rate": 0.1, "momentum": 0.9, "nesterov": true}}
                """)));
    assertEquals(
        new Loss.BinaryCrossentropy(false), Loss.parse(ParameterValue.of("binary_crossentropy")));
    assertEquals(
        new Metric.Auc("auc", Metric.Auc.Curve.ROC, 200, false),
        Metric.parse(ParameterValue.of("AUC")));
    ParameterException failure =
        assertThrows(ParameterException.class, () -> Optimizer.parse(ParameterValue.of("adamw")));
    assertEquals("Choose one of Adam, SGD.", failure.fix());
  }
}
