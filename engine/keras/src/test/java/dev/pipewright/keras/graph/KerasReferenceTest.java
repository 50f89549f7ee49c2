package dev.pipewright.keras.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pipewright.keras.model.Activation;
import dev.pipewright.keras.model.CompileConfig;
import dev.pipewright.keras.model.FunctionalModel;
import dev.pipewright.keras.model.InputType;
import dev.pipewright.keras.model.Layer;
import dev.pipewright.keras.model.Loss;
import dev.pipewright.keras.model.Metric;
import dev.pipewright.keras.model.ModelWeights;
import dev.pipewright.keras.model.Optimizer;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.file.JsonText;
import dev.pipewright.tensorflow.Fetches;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.GraphSession;
import dev.pipewright.tensorflow.HostTensor;
import dev.pipewright.tensorflow.SessionSettings;
import dev.pipewright.tensorflow.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Against what Keras 3.15 computed (peers/goldens/keras_reference.py).
class KerasReferenceTest {

  private static final ParameterValue.Fields REFERENCE = reference();

  private static ParameterValue.Fields reference() {
    try (InputStream in = KerasReferenceTest.class.getResourceAsStream("keras_reference.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return (ParameterValue.Fields) JsonText.parse(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> trainsAsKerasDoes() {
    return items(REFERENCE, "trajectories").stream()
        .map(json -> dynamicTest(text(json, "name"), () -> checkTrajectory(json)));
  }

  private static void checkTrajectory(ParameterValue.Fields json) {
    FunctionalModel model = FunctionalModel.parse(json.get("model").orElseThrow());
    CompileConfig compiled =
        new CompileConfig(
            Optimizer.parse(json.get("optimizer").orElseThrow()),
            Loss.parse(json.get("loss").orElseThrow()),
            List.of());
    List<ParameterValue.Fields> batches = items(json, "batches");
    float[] expectedLosses = floats(json, "losses");
    List<Float> losses = new ArrayList<>();
    FitSettings settings = new FitSettings(1, batches.size(), InputType.FLOAT32, 1);
    ModelWeights start = weights((ParameterValue.Fields) json.get("start").orElseThrow());
    checkForward(model, start, batches.getFirst());
    try (Fit fit = new Fit(model, compiled, settings, start)) {
      FitResult result =
          fit.run(
              first -> stream(model, batches, first),
              Optional.empty(),
              new FitListener() {
                @Override
                public void step(long step, float loss, double stepsPerSecond) {
                  losses.add(loss);
                }
              });
      for (int i = 0; i < expectedLosses.length; i++) {
        assertNear(expectedLosses[i], losses.get(i), "loss of step " + i);
      }
      ModelWeights end = weights((ParameterValue.Fields) json.get("end").orElseThrow());
      end.values()
          .forEach((name, values) -> assertAllNear(values, result.weights().get(name), name));
    }
  }

  private static void checkForward(
      FunctionalModel model, ModelWeights weights, ParameterValue.Fields batch) {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded())) {
      ModelVariables variables = ModelVariables.create(graph, model);
      Map<String, Value> inputs = new HashMap<>();
      for (Layer.InputLayer layer : model.inputLayers()) {
        float[] values =
            floats((ParameterValue.Fields) batch.get("inputs").orElseThrow(), layer.name());
        long columns = layer.batchShape().last();
        inputs.put(
            layer.name(),
            layer.dtype() == InputType.INT64
                ? graph.constant(longs(values), values.length / columns, columns)
                : graph.constant(values, values.length / columns, columns));
      }
      Value output =
          ForwardPass.inference(graph, model, variables, inputs).firstEntry().getValue().value();
      session.initialize();
      variables.assign(session, weights);
      try (HostTensor predictions = session.fetch(output)) {
        assertAllNear(floats(batch, "forward"), predictions.toFloats(), "forward");
      }
    }
  }

  private static BatchStream stream(
      FunctionalModel model, List<ParameterValue.Fields> batches, long first) {
    return new BatchStream() {
      private int next = (int) first;
      private final List<HostTensor> tensors = new ArrayList<>();

      @Override
      public Optional<Batch> next() {
        close();
        if (next == batches.size()) {
          return Optional.empty();
        }
        ParameterValue.Fields json = batches.get(next++);
        ParameterValue.Fields values = (ParameterValue.Fields) json.get("inputs").orElseThrow();
        Map<String, HostTensor> inputs = new HashMap<>();
        for (Layer.InputLayer layer : model.inputLayers()) {
          inputs.put(layer.name(), tensor(layer, floats(values, layer.name())));
        }
        float[] label = floats(json, "label");
        HostTensor labels = HostTensor.of(label, label.length, 1);
        tensors.addAll(inputs.values());
        tensors.add(labels);
        return Optional.of(new Batch(inputs, labels, label.length));
      }

      @Override
      public void close() {
        tensors.forEach(HostTensor::close);
        tensors.clear();
      }
    };
  }

  private static HostTensor tensor(Layer.InputLayer layer, float[] values) {
    long columns = layer.batchShape().last();
    return layer.dtype() == InputType.INT64
        ? HostTensor.of(longs(values), values.length / columns, columns)
        : HostTensor.of(values, values.length / columns, columns);
  }

  @TestFactory
  Stream<DynamicTest> lossesAreKerass() {
    return items(REFERENCE, "losses").stream()
        .map(
            json ->
                dynamicTest(
                    Loss.parse(json.get("loss").orElseThrow()).toString(), () -> checkLoss(json)));
  }

  private static void checkLoss(ParameterValue.Fields json) {
    Loss loss = Loss.parse(json.get("loss").orElseThrow());
    float[] predicted = floats(json, "predicted");
    int columns = (int) ((ParameterValue.Int) json.get("columns").orElseThrow()).value();
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded())) {
      Value value = graph.constant(predicted, predicted.length / columns, columns);
      ModelOutput output = new ModelOutput(value, Activation.LINEAR, value);
      Value label = graph.constant(floats(json, "label"));
      Value weight = graph.constant(floats(json, "weight"));
      Value mean = Losses.mean(graph, loss, output, label, Optional.empty());
      Value weighted = Losses.mean(graph, loss, output, label, Optional.of(weight));
      try (Fetches fetches = session.step(List.of(), List.of(mean, weighted), List.of()).run()) {
        assertNear(number(json, "mean"), fetches.get(0).floatValue(), "mean");
        assertNear(number(json, "weighted"), fetches.get(1).floatValue(), "weighted");
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> metricsAreKerass() {
    return items(REFERENCE, "metrics").stream()
        .map(
            json ->
                dynamicTest(
                    Metric.parse(json.get("metric").orElseThrow()).toString(),
                    () -> checkMetric(json)));
  }

  private static void checkMetric(ParameterValue.Fields json) {
    MetricAccumulator accumulator =
        MetricAccumulator.of(Metric.parse(json.get("metric").orElseThrow()));
    int columns = (int) ((ParameterValue.Int) json.get("columns").orElseThrow()).value();
    for (ParameterValue.Fields update : items(json, "updates")) {
      accumulator.add(floats(update, "predicted"), floats(update, "label"), columns);
    }
    assertNear(number(json, "result"), (float) accumulator.result(), "result");
    double[] state = accumulator.state();
    double result = accumulator.result();
    accumulator.reset();
    assertEquals(0, accumulator.result());
    accumulator.restore(state);
    assertEquals(result, accumulator.result());
  }

  @TestFactory
  Stream<DynamicTest> activationsAreKerass() {
    return items(REFERENCE, "activations").stream()
        .map(json -> dynamicTest(text(json, "name"), () -> checkActivation(json)));
  }

  private static void checkActivation(ParameterValue.Fields json) {
    Activation activation = Activation.valueOf(text(json, "name").toUpperCase(Locale.ROOT));
    float[] x = floats(json, "x");
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded())) {
      Value input = graph.constant(x, 1, x.length);
      Value y = graph.call("Identity", Activations.apply(graph, activation, input));
      try (HostTensor values = session.fetch(y)) {
        assertAllNear(floats(json, "y"), values.toFloats(), activation.configName());
      }
    }
  }

  private static void assertAllNear(float[] expected, float[] actual, String what) {
    assertEquals(expected.length, actual.length, what);
    for (int i = 0; i < expected.length; i++) {
      assertNear(expected[i], actual[i], what + "[" + i + "]");
    }
  }

  private static void assertNear(double expected, float actual, String what) {
    assertEquals(expected, actual, 1e-5 * Math.max(0.5, Math.abs(expected)), what);
  }

  private static ModelWeights weights(ParameterValue.Fields json) {
    SequencedMap<String, float[]> values = new LinkedHashMap<>();
    json.values().keySet().forEach(name -> values.put(name, floats(json, name)));
    return new ModelWeights(values);
  }

  private static List<ParameterValue.Fields> items(ParameterValue.Fields json, String field) {
    return ((ParameterValue.Items) json.get(field).orElseThrow())
        .values().stream().map(item -> (ParameterValue.Fields) item).toList();
  }

  private static String text(ParameterValue.Fields json, String field) {
    return ((ParameterValue.Text) json.get(field).orElseThrow()).value();
  }

  private static float[] floats(ParameterValue.Fields json, String field) {
    List<ParameterValue> items = ((ParameterValue.Items) json.get(field).orElseThrow()).values();
    float[] floats = new float[items.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) number(items.get(i));
    }
    return floats;
  }

  private static double number(ParameterValue.Fields json, String field) {
    return number(json.get(field).orElseThrow());
  }

  private static double number(ParameterValue value) {
    return switch (value) {
      case ParameterValue.Int(long n) -> n;
      case ParameterValue.Real(double x) -> x;
      default -> throw new IllegalArgumentException(value.toString());
    };
  }

  private static long[] longs(float[] values) {
    long[] longs = new long[values.length];
    for (int i = 0; i < longs.length; i++) {
      longs[i] = (long) values[i];
    }
    return longs;
  }
}
