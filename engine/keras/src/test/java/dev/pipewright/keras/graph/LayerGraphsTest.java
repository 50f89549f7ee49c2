package dev.pipewright.keras.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.keras.model.Activation;
import dev.pipewright.keras.model.FunctionalModel;
import dev.pipewright.keras.model.Initializer;
import dev.pipewright.keras.model.InputType;
import dev.pipewright.keras.model.Layer;
import dev.pipewright.keras.model.Layer.CategoryEncoding.OutputMode;
import dev.pipewright.keras.model.ModelWeights;
import dev.pipewright.keras.model.Regularizer;
import dev.pipewright.keras.model.Shape;
import dev.pipewright.tensorflow.Fetches;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.GraphSession;
import dev.pipewright.tensorflow.HostTensor;
import dev.pipewright.tensorflow.SessionSettings;
import dev.pipewright.tensorflow.TensorShape;
import dev.pipewright.tensorflow.Value;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// One layer at a time, on numbers worked out by hand.
class LayerGraphsTest {

  private record Result(TensorShape shape, float[] values) {}

  private static Result run(Layer layer, Shape shape, Function<GraphBuilder, Value> input) {
    InputType type = layer instanceof Layer.CategoryEncoding ? InputType.INT64 : InputType.FLOAT32;
    FunctionalModel.Builder builder = FunctionalModel.builder("m");
    builder.add(new Layer.InputLayer("x", shape, type));
    builder.add(layer, "x");
    FunctionalModel model = builder.build(layer.name());
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.callerThread())) {
      ModelVariables variables = ModelVariables.create(graph, model);
      Value x = input.apply(graph);
      ModelOutput output =
          ForwardPass.inference(graph, model, variables, Map.of("x", x)).firstEntry().getValue();
      session.initialize();
      variables.assign(session, ModelWeights.initial(model, 1));
      try (Fetches fetches =
          session
              .step(List.of(), List.of(graph.call("Identity", output.value())), List.of())
              .run()) {
        HostTensor tensor = fetches.get(0);
        return new Result(tensor.shape(), tensor.toFloats());
      }
    }
  }

  private static void check(
      Layer layer,
      Shape shape,
      Function<GraphBuilder, Value> input,
      TensorShape expectedShape,
      float... expected) {
    Result result = run(layer, shape, input);
    assertEquals(expectedShape, result.shape());
    assertArrayEquals(expected, result.values(), 1e-6f);
  }

  @Test
  void oneHotReplacesALastAxisOfOne() {
    check(
        new Layer.CategoryEncoding("e", 3, OutputMode.ONE_HOT),
        Shape.of(-1, 1),
        graph -> graph.constant(new long[] {2, 0}, 2, 1),
        TensorShape.of(2, 3),
        0,
        0,
        1,
        1,
        0,
        0);
  }

  @Test
  void oneHotOfSeveralIntegersAddsAnAxis() {
    check(
        new Layer.CategoryEncoding("e", 2, OutputMode.ONE_HOT),
        Shape.of(-1, 2),
        graph -> graph.constant(new long[] {1, 0}, 1, 2),
        TensorShape.of(1, 2, 2),
        0,
        1,
        1,
        0);
  }

  @Test
  void oneHotTakesAListOfIntegersWithoutAnAxisEach() {
    check(
        new Layer.CategoryEncoding("e", 2, OutputMode.ONE_HOT),
        Shape.of(-1),
        graph -> graph.constant(new long[] {1, 0, 1}),
        TensorShape.of(3, 2),
        0,
        1,
        1,
        0,
        0,
        1);
  }

  @Test
  void multiHotAndCountDifferWhereAnIntegerOccursTwice() {
    Function<GraphBuilder, Value> input = graph -> graph.constant(new long[] {1, 1, 0, 2}, 2, 2);
    check(
        new Layer.CategoryEncoding("e", 3, OutputMode.MULTI_HOT),
        Shape.of(-1, 2),
        input,
        TensorShape.of(2, 3),
        0,
        1,
        0,
        1,
        0,
        1);
    check(
        new Layer.CategoryEncoding("e", 3, OutputMode.COUNT),
        Shape.of(-1, 2),
        input,
        TensorShape.of(2, 3),
        0,
        2,
        0,
        1,
        0,
        1);
  }

  @Test
  void anIntegerOutsideTheTokensSetsNone() {
    check(
        new Layer.CategoryEncoding("e", 2, OutputMode.ONE_HOT),
        Shape.of(-1, 1),
        graph -> graph.constant(new long[] {-1, 5}, 2, 1),
        TensorShape.of(2, 2),
        0,
        0,
        0,
        0);
  }

  @Test
  void normalizationNeverDividesByZero() {
    check(
        new Layer.Normalization("n", List.of(1.0, 2.0), List.of(4.0, 0.0)),
        Shape.of(-1, 2),
        graph -> graph.constant(new float[] {5, 2}, 1, 2),
        TensorShape.of(1, 2),
        2,
        0);
  }

  @Test
  void denseWorksAlongTheLastOfManyAxes() {
    check(
        new Layer.Dense(
            "d",
            1,
            Activation.RELU,
            true,
            new Initializer.Ones(),
            new Initializer.Constant(-5),
            Regularizer.NONE),
        Shape.of(-1, 2, 2),
        graph -> graph.constant(new float[] {1, 2, 3, 4}, 1, 2, 2),
        TensorShape.of(1, 2, 1),
        0,
        2);
  }

  @Test
  void denseKeepsAxesWhoseLengthIsOpen() {
    check(
        new Layer.Dense(
            "d",
            1,
            Activation.LINEAR,
            false,
            new Initializer.Constant(2),
            new Initializer.Zeros(),
            Regularizer.NONE),
        Shape.of(-1, -1, 2),
        graph -> graph.constant(new float[] {1, 2, 3, 4, 5, 6}, 1, 3, 2),
        TensorShape.of(1, 3, 1),
        6,
        14,
        22);
  }

  @Test
  void reshapeAndFlattenKeepTheOrder() {
    check(
        new Layer.Reshape("r", List.of(3, -1)),
        Shape.of(-1, 6),
        graph -> graph.constant(new float[] {1, 2, 3, 4, 5, 6}, 1, 6),
        TensorShape.of(1, 3, 2),
        1,
        2,
        3,
        4,
        5,
        6);
    check(
        new Layer.Flatten("f"),
        Shape.of(-1, 2, 2),
        graph -> graph.constant(new float[] {1, 2, 3, 4}, 1, 2, 2),
        TensorShape.of(1, 4),
        1,
        2,
        3,
        4);
  }

  @Test
  void dropoutDoesNothingWhenTheModelIsUsed() {
    check(
        new Layer.Dropout("d", 0.9, OptionalLong.of(1)),
        Shape.of(-1, 2),
        graph -> graph.constant(new float[] {1, 2}, 1, 2),
        TensorShape.of(1, 2),
        1,
        2);
  }

  @Test
  void anInputThatIsNotGivenIsAProgrammersError() {
    FunctionalModel.Builder builder = FunctionalModel.builder("m");
    builder.add(new Layer.InputLayer("x", Shape.of(-1, 1), InputType.FLOAT32));
    FunctionalModel model = builder.build("x");
    try (GraphBuilder graph = GraphBuilder.create()) {
      ModelVariables none = ModelVariables.create(graph, model);
      IllegalArgumentException failure =
          assertThrows(
              IllegalArgumentException.class,
              () -> ForwardPass.inference(graph, model, none, Map.of()));
      assertEquals("input x is missing among []", failure.getMessage());
    }
  }
}
