package dev.pipewright.keras.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.keras.model.Activation;
import dev.pipewright.keras.model.FunctionalModel;
import dev.pipewright.keras.model.Initializer;
import dev.pipewright.keras.model.InputType;
import dev.pipewright.keras.model.Layer;
import dev.pipewright.keras.model.Loss;
import dev.pipewright.keras.model.ModelWeights;
import dev.pipewright.keras.model.Regularizer;
import dev.pipewright.keras.model.Shape;
import dev.pipewright.keras.model.WeightSpec;
import dev.pipewright.tensorflow.Fetches;
import dev.pipewright.tensorflow.Gradients;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.GraphSession;
import dev.pipewright.tensorflow.SessionSettings;
import dev.pipewright.tensorflow.Step;
import dev.pipewright.tensorflow.Value;
import dev.pipewright.tensorflow.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Gradients of whole models with respect to every weight, against finite differences.
class LayerGradientTest {

  private static final int ROWS = 3;

  private static FunctionalModel model(Activation hidden, int outputs, Activation last) {
    FunctionalModel.Builder model = FunctionalModel.builder("m");
    model.add(new Layer.InputLayer("x", Shape.of(-1, 2), InputType.FLOAT32));
    model.add(new Layer.InputLayer("c", Shape.of(-1, 2), InputType.INT64));
    model.add(new Layer.Embedding("emb", 4, 2), "c");
    // A kernel on three axes, then a regularized one.
    model.add(new Layer.Dense("each", 3, hidden), "emb");
    model.add(new Layer.Flatten("flat"), "each");
    model.add(new Layer.Concatenate("both", -1), "x", "flat");
    model.add(
        new Layer.Dense(
            "out",
            outputs,
            last,
            true,
            Initializer.glorotUniform(),
            new Initializer.Constant(0.1),
            new Regularizer(0.01, 0.1)),
        "both");
    model.add(new Layer.Dropout("drop", 0, OptionalLong.empty()), "out");
    return model.build("out");
  }

  @ParameterizedTest
  @EnumSource
  void everyActivationPassesItsGradient(Activation activation) {
    check(
        model(activation, 2, Activation.LINEAR),
        new Loss.MeanSquaredError(),
        new float[] {1, 0, 0.5f, -1, 2, 0});
  }

  static Stream<Loss> probabilities() {
    return Stream.of(
        new Loss.BinaryCrossentropy(false),
        new Loss.BinaryCrossentropy(true),
        new Loss.MeanSquaredError());
  }

  @ParameterizedTest
  @MethodSource("probabilities")
  void lossesOfValuesPassTheirGradient(Loss loss) {
    check(model(Activation.TANH, 1, Activation.SIGMOID), loss, new float[] {1, 0, 1});
    check(
        model(Activation.TANH, 1, Activation.SOFTPLUS), new Loss.MeanSquaredError(), new float[3]);
  }

  static Stream<Loss> classes() {
    return Stream.of(
        new Loss.SparseCategoricalCrossentropy(false),
        new Loss.SparseCategoricalCrossentropy(true));
  }

  @ParameterizedTest
  @MethodSource("classes")
  void lossesOfClassesPassTheirGradient(Loss loss) {
    check(model(Activation.TANH, 3, Activation.SOFTMAX), loss, new float[] {2, 0, 1});
    check(
        model(Activation.TANH, 3, Activation.LINEAR),
        new Loss.SparseCategoricalCrossentropy(true),
        new float[] {2, 0, 1});
  }

  @ParameterizedTest
  @EnumSource(names = {"SOFTMAX", "EXPONENTIAL"})
  void oneHotLossesPassTheirGradient(Activation last) {
    check(
        model(Activation.TANH, 3, last),
        new Loss.CategoricalCrossentropy(false),
        new float[] {1, 0, 0, 0, 0, 1, 0, 1, 0});
  }

  private static void check(FunctionalModel model, Loss loss, float[] label) {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.callerThread())) {
      ModelVariables variables = ModelVariables.create(graph, model);
      Value total = total(graph, model, variables, loss, label);
      List<Value> gradients =
          Gradients.of(graph, total, variables.all().stream().map(Variable::read).toList());
      session.initialize();
      ModelWeights at = random(model);
      variables.assign(session, at);
      Step value = session.step(List.of(), List.of(total), List.of());
      try (Fetches analytic = session.step(List.of(), gradients, List.of()).run()) {
        int i = 0;
        for (String name : at.values().keySet()) {
          float[] gradient = analytic.get(i++).toFloats();
          for (int k = 0; k < gradient.length; k += Math.max(1, gradient.length / 3)) {
            float numeric = slope(session, variables, at, name, k, value);
            assertEquals(
                numeric, gradient[k], 4e-3f * Math.max(1, Math.abs(numeric)), name + "[" + k + "]");
          }
        }
      }
    }
  }

  private static Value total(
      GraphBuilder graph,
      FunctionalModel model,
      ModelVariables variables,
      Loss loss,
      float[] label) {
    Value x = graph.constant(new float[] {0.3f, -0.8f, 1.2f, 0.4f, -0.5f, 0.9f}, ROWS, 2);
    Value c = graph.constant(new long[] {0, 1, 3, 3, 2, 0}, ROWS, 2);
    ModelOutput output =
        ForwardPass.inference(graph, model, variables, Map.of("x", x, "c", c))
            .firstEntry()
            .getValue();
    Value mean = Losses.mean(graph, loss, output, graph.constant(label), Optional.empty());
    return graph.call(
        "AddV2", mean, Losses.penalty(graph, model.weights(), variables).orElseThrow());
  }

  private static ModelWeights random(FunctionalModel model) {
    Random random = new Random(11);
    SequencedMap<String, float[]> values = new LinkedHashMap<>();
    for (WeightSpec weight : model.weights()) {
      float[] array = new float[(int) weight.shape().size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = 0.2f + random.nextFloat();
      }
      values.put(weight.name(), array);
    }
    return new ModelWeights(values);
  }

  private static float slope(
      GraphSession session,
      ModelVariables variables,
      ModelWeights at,
      String name,
      int index,
      Step value) {
    float h = 1e-2f;
    float above = moved(session, variables, at, name, index, h, value);
    float below = moved(session, variables, at, name, index, -h, value);
    return (above - below) / (2 * h);
  }

  private static float moved(
      GraphSession session,
      ModelVariables variables,
      ModelWeights at,
      String name,
      int index,
      float by,
      Step value) {
    SequencedMap<String, float[]> values = new LinkedHashMap<>(at.values());
    float[] changed = at.get(name).clone();
    changed[index] += by;
    values.put(name, changed);
    variables.assign(session, new ModelWeights(values));
    try (Fetches fetches = value.run()) {
      return fetches.get(0).floatValue();
    }
  }
}
