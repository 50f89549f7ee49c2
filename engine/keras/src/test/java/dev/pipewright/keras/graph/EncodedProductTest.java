package dev.pipewright.keras.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.keras.model.Activation;
import dev.pipewright.keras.model.FunctionalModel;
import dev.pipewright.keras.model.InputType;
import dev.pipewright.keras.model.Layer;
import dev.pipewright.keras.model.Layer.CategoryEncoding.OutputMode;
import dev.pipewright.keras.model.ModelWeights;
import dev.pipewright.keras.model.Shape;
import dev.pipewright.tensorflow.Fetches;
import dev.pipewright.tensorflow.Gradients;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.GraphSession;
import dev.pipewright.tensorflow.SessionSettings;
import dev.pipewright.tensorflow.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedProductTest {

  private static final int ROWS = 7;

  /// A model of random parts around a Dense `out`, and its input as the matrix that it stands for.
  private static final class Sample {

    final Random random;
    final FunctionalModel.Builder builder = FunctionalModel.builder("m");
    final SequencedMap<String, Object> inputs = new LinkedHashMap<>();
    final List<float[]> columns = new ArrayList<>();
    final int units;

    Sample(long seed) {
      random = new Random(seed);
      units = 1 + random.nextInt(4);
      builder.add(new Layer.Concatenate("all", -1), List.of(group(2), encoding(), group(1)));
      builder.add(new Layer.Dense("out", units, Activation.LINEAR), "all");
    }

    private String group(int depth) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(4); i++) {
        parts.add(
            switch (random.nextInt(3)) {
              case 0 -> encoding();
              case 1 -> depth > 0 ? group(depth - 1) : numbers();
              default -> numbers();
            });
      }
      return builder.add(new Layer.Concatenate("group" + columns.size() + depth, -1), parts);
    }

    private String numbers() {
      int width = 1 + random.nextInt(3);
      float[] values = new float[ROWS * width];
      for (int column = 0; column < width; column++) {
        float[] all = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
          all[row] = (float) random.nextGaussian();
          values[row * width + column] = all[row];
        }
        columns.add(all);
      }
      return input(InputType.FLOAT32, width, values);
    }

    private String encoding() {
      int tokens = 60 + random.nextInt(60);
      int first = columns.size();
      for (int token = 0; token < tokens; token++) {
        columns.add(new float[ROWS]);
      }
      boolean isWide = random.nextBoolean();
      int[] ints = new int[ROWS];
      long[] longs = new long[ROWS];
      for (int row = 0; row < ROWS; row++) {
        int value = row == 0 ? -1 : row == 1 ? tokens : random.nextInt(tokens);
        ints[row] = value;
        longs[row] = value;
        if (row > 1) {
          columns.get(first + value)[row] = 1;
        }
      }
      String input = input(isWide ? InputType.INT64 : InputType.INT32, 1, isWide ? longs : ints);
      OutputMode mode = OutputMode.values()[random.nextInt(3)];
      return builder.add(new Layer.CategoryEncoding("encoded_" + input, tokens, mode), input);
    }

    private String input(InputType type, int width, Object values) {
      String name = "x" + inputs.size();
      inputs.put(name, values);
      return builder.add(new Layer.InputLayer(name, Shape.of(-1, width), type));
    }

    Map<String, Value> values(GraphBuilder graph) {
      SequencedMap<String, Value> values = new LinkedHashMap<>();
      inputs.forEach(
          (name, array) ->
              values.put(
                  name,
                  switch (array) {
                    case float[] floats -> graph.constant(floats, ROWS, floats.length / ROWS);
                    case long[] longs -> graph.constant(longs, ROWS, 1);
                    default -> graph.constant((int[]) array, ROWS, 1);
                  }));
      return values;
    }

    float[] product(float[] kernel) {
      float[] product = new float[ROWS * units];
      for (int row = 0; row < ROWS; row++) {
        for (int unit = 0; unit < units; unit++) {
          double sum = 0;
          for (int i = 0; i < columns.size(); i++) {
            sum += (double) columns.get(i)[row] * kernel[i * units + unit];
          }
          product[row * units + unit] = (float) sum;
        }
      }
      return product;
    }

    /// The gradient of the product's sum: how much of each column there is.
    float[] gradient() {
      float[] gradient = new float[columns.size() * units];
      for (int i = 0; i < columns.size(); i++) {
        double sum = 0;
        for (float value : columns.get(i)) {
          sum += value;
        }
        for (int unit = 0; unit < units; unit++) {
          gradient[i * units + unit] = (float) sum;
        }
      }
      return gradient;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void isTheProductWithTheIndicatorsAndHasItsGradient(long seed) {
    Sample sample = new Sample(seed);
    FunctionalModel model = sample.builder.build("out");
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.callerThread())) {
      ModelVariables variables = ModelVariables.create(graph, model);
      Value out = output(graph, model, variables, sample.values(graph));
      Value kernel = variables.get("out/kernel").read();
      Value gradient = Gradients.of(graph, out, List.of(kernel)).getFirst();
      session.initialize();
      ModelWeights weights = ModelWeights.initial(model, seed);
      variables.assign(session, weights);
      try (Fetches fetches = session.step(List.of(), List.of(out, gradient), List.of()).run()) {
        assertArrayEquals(
            sample.product(weights.get("out/kernel")), fetches.get(0).toFloats(), 1e-6f);
        assertArrayEquals(sample.gradient(), fetches.get(1).toFloats(), 1e-6f);
      }
      for (String input : sample.inputs.keySet()) {
        assertEquals(Optional.empty(), graph.operation("encoded_" + input + "/OneHot"));
      }
    }
  }

  private static Value output(
      GraphBuilder graph, FunctionalModel model, ModelVariables variables, Map<String, Value> x) {
    return ForwardPass.inference(graph, model, variables, x).lastEntry().getValue().value();
  }

  /// `x` and the encodings of `c` side by side, then a Dense layer.
  private static FunctionalModel model(int tokens, int integers, String... outputs) {
    FunctionalModel.Builder builder = FunctionalModel.builder("m");
    builder.add(new Layer.InputLayer("x", Shape.of(-1, 2), InputType.FLOAT32));
    builder.add(new Layer.InputLayer("c", Shape.of(-1, integers), InputType.INT64));
    builder.add(new Layer.CategoryEncoding("e", tokens, OutputMode.MULTI_HOT), "c");
    builder.add(new Layer.Concatenate("both", -1), "x", "e");
    builder.add(new Layer.Dense("d", 1, Activation.LINEAR), "both");
    return builder.build(outputs);
  }

  private static Optional<EncodedProduct> product(FunctionalModel model) {
    return EncodedProduct.of(model.nodes().getLast(), model);
  }

  @Test
  void knowsWhichRowsOfTheKernelBelongToWhat() {
    assertEquals(
        Optional.of(
            new EncodedProduct(
                List.of(new EncodedProduct.Encoded("c", 2, 100)), List.of("x"), List.of(0, 1))),
        product(model(100, 1, "d")));
  }

  @Test
  void leavesFewTokensAndListsOfIntegersEncoded() {
    assertEquals(Optional.empty(), product(model(99, 1, "d")));
    assertEquals(Optional.empty(), product(model(100, 2, "d")));
  }

  @ParameterizedTest
  @EnumSource(OutputMode.class)
  void looksUpAnEncodingThatIsTheOnlyInput(OutputMode mode) {
    FunctionalModel.Builder builder = FunctionalModel.builder("m");
    builder.add(new Layer.InputLayer("c", Shape.of(-1, 1), InputType.INT32));
    builder.add(new Layer.CategoryEncoding("e", 200, mode), "c");
    builder.add(new Layer.Dense("d", 2, Activation.RELU), "e");
    FunctionalModel model = builder.build("d");
    float[] kernel = new float[400];
    kernel[398] = 3;
    kernel[399] = -4;
    SequencedMap<String, float[]> weights = new LinkedHashMap<>();
    weights.put("d/kernel", kernel);
    weights.put("d/bias", new float[] {0.5f, 1});
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.callerThread())) {
      ModelVariables variables = ModelVariables.create(graph, model);
      Value c = graph.constant(new int[] {199, 200}, 2, 1);
      Value out = output(graph, model, variables, Map.of("c", c));
      session.initialize();
      variables.assign(session, new ModelWeights(weights));
      assertArrayEquals(new float[] {3.5f, 0, 0.5f, 1}, session.fetch(out).toFloats());
    }
  }

  @Test
  void anEncodingThatIsAskedForItselfIsBuiltToo() {
    FunctionalModel model = model(100, 1, "e", "d");
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.callerThread())) {
      Value x = graph.constant(new float[] {1, 2}, 1, 2);
      Value c = graph.constant(new long[] {41}, 1, 1);
      SequencedMap<String, ModelOutput> outputs =
          ForwardPass.inference(
              graph, model, ModelVariables.create(graph, model), Map.of("x", x, "c", c));
      assertEquals(List.of("e", "d"), List.copyOf(outputs.keySet()));
      float[] expected = new float[100];
      expected[41] = 1;
      assertArrayEquals(
          expected, session.fetch(outputs.firstEntry().getValue().value()).toFloats());
      assertTrue(graph.operation("d/Gather").isPresent(), "the Dense layer still looks up");
    }
  }
}
