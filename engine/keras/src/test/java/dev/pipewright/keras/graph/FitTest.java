package dev.pipewright.keras.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.keras.model.Activation;
import dev.pipewright.keras.model.CompileConfig;
import dev.pipewright.keras.model.FunctionalModel;
import dev.pipewright.keras.model.InputType;
import dev.pipewright.keras.model.Layer;
import dev.pipewright.keras.model.Loss;
import dev.pipewright.keras.model.Metric;
import dev.pipewright.keras.model.ModelWeights;
import dev.pipewright.keras.model.Optimizer;
import dev.pipewright.keras.model.Shape;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.Fetches;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.GraphSession;
import dev.pipewright.tensorflow.HostTensor;
import dev.pipewright.tensorflow.LoadedModel;
import dev.pipewright.tensorflow.SavedModel;
import dev.pipewright.tensorflow.SavedModelWriter;
import dev.pipewright.tensorflow.SessionSettings;
import dev.pipewright.tensorflow.SignatureCall;
import dev.pipewright.tensorflow.TensorShape;
import dev.pipewright.tensorflow.Value;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitTest {

  @TempDir Path folder;

  private static FunctionalModel model() {
    FunctionalModel.Builder model = FunctionalModel.builder("small");
    model.add(new Layer.InputLayer("x", Shape.of(-1, 4), InputType.FLOAT32));
    model.add(new Layer.InputLayer("c", Shape.of(-1, 1), InputType.INT64));
    model.add(new Layer.Embedding("emb", 6, 3), "c");
    model.add(new Layer.Flatten("flat"), "emb");
    model.add(new Layer.Concatenate("both", -1), "x", "flat");
    model.add(new Layer.Dense("hidden", 8, Activation.RELU), "both");
    model.add(new Layer.Dropout("drop", 0.2, OptionalLong.empty()), "hidden");
    model.add(new Layer.Dense("out", 1, Activation.SIGMOID), "drop");
    return model.build("out");
  }

  private static CompileConfig compiled() {
    return new CompileConfig(
        new Optimizer.Adam(0.02),
        new Loss.BinaryCrossentropy(false),
        List.of(
            new Metric.BinaryAccuracy("binary_accuracy", 0.5),
            new Metric.Auc("auc", Metric.Auc.Curve.ROC, 200, false)));
  }

  /// Batch number n is made from the seed n; the label is whether x's sum passes the category.
  private static BatchSource batches(long count) {
    return first ->
        new BatchStream() {
          private long next = first;
          private final HostTensor x = HostTensor.allocate(DType.FLOAT32, 16, 4);
          private final HostTensor c = HostTensor.allocate(DType.INT64, 16, 1);
          private final HostTensor label = HostTensor.allocate(DType.INT64, 16, 1);

          @Override
          public Optional<Batch> next() {
            if (next == count) {
              return Optional.empty();
            }
            fill(new Random(next++), x, c, label);
            return Optional.of(new Batch(Map.of("x", x, "c", c), label, 16));
          }

          @Override
          public void close() {
            x.close();
            c.close();
            label.close();
          }
        };
  }

  private static void fill(Random random, HostTensor x, HostTensor c, HostTensor label) {
    for (int row = 0; row < 16; row++) {
      float sum = 0;
      for (int column = 0; column < 4; column++) {
        float value = (float) random.nextGaussian();
        sum += value;
        x.segment().setAtIndex(ValueLayout.JAVA_FLOAT, row * 4 + column, value);
      }
      int category = random.nextInt(6);
      c.segment().setAtIndex(ValueLayout.JAVA_LONG, row, category);
      label.segment().setAtIndex(ValueLayout.JAVA_LONG, row, sum > category - 2.5 ? 1 : 0);
    }
  }

  private static FitResult fit(FitSettings settings, FitListener listener) {
    try (Fit fit = new Fit(model(), compiled(), settings)) {
      return fit.run(batches(Long.MAX_VALUE), Optional.of(batches(20)), listener);
    }
  }

  private static FitSettings settings(int epochs, long steps) {
    return new FitSettings(epochs, steps, InputType.INT64, 5);
  }

  @Test
  void learns() {
    FitResult result = fit(settings(2, 300), FitListener.NONE);
    EpochResult last = result.history().getLast();
    assertEquals(
        List.of("loss", "binary_accuracy", "auc", "val_loss", "val_binary_accuracy", "val_auc"),
        List.copyOf(last.values().keySet()));
    assertTrue(last.values().get("val_auc") > 0.95, last.toString());
    assertEquals(600, result.steps());
    assertEquals(FitResult.End.DONE, result.end());
  }

  @Test
  void aTrainingThatWasCutOffAndResumedEndsWithTheSameWeightsAndHistory() throws IOException {
    FitSettings settings =
        settings(3, 50).with(new EarlyStopping("val_loss", 1, 0, EarlyStopping.Keep.BEST));
    FitResult whole = fit(settings, FitListener.NONE);
    FitSettings saved = settings.with(new CheckpointPolicy(folder, 30, Duration.ofHours(1)));
    for (long end : new long[] {35, 75, 101}) {
      assertThrows(CutOff.class, () -> fit(saved, cutOffAt(end)));
    }
    List<Long> resumed = new ArrayList<>();
    FitResult pieced =
        fit(
            saved,
            new FitListener() {
              @Override
              public void resumed(long step) {
                resumed.add(step);
              }
            });
    assertEquals(List.of(90L), resumed);
    assertEquals(whole.history(), pieced.history());
    whole
        .weights()
        .values()
        .forEach((name, values) -> assertArrayEquals(values, pieced.weights().get(name), name));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(
          List.of("step-000000000150"), left.map(p -> p.getFileName().toString()).toList());
    }
  }

  private static final class CutOff extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static FitListener cutOffAt(long end) {
    return new FitListener() {
      @Override
      public void step(long step, float loss, double stepsPerSecond) {
        if (step == end) {
          throw new CutOff();
        }
      }
    };
  }

  @Test
  void stopsEarlyAndKeepsTheBestWeights() {
    // A step far too long: the first epoch is the best.
    CompileConfig wild =
        new CompileConfig(new Optimizer.Adam(3), new Loss.BinaryCrossentropy(false), List.of());
    List<ModelWeights> afterFirst = new ArrayList<>();
    FitSettings settings =
        settings(20, 20).with(new EarlyStopping("val_loss", 2, 0, EarlyStopping.Keep.BEST));
    try (Fit one = new Fit(model(), wild, settings(1, 20));
        Fit fit = new Fit(model(), wild, settings)) {
      afterFirst.add(
          one.run(batches(Long.MAX_VALUE), Optional.of(batches(20)), FitListener.NONE).weights());
      FitResult result =
          fit.run(batches(Long.MAX_VALUE), Optional.of(batches(20)), FitListener.NONE);
      assertEquals(FitResult.End.STOPPED_EARLY, result.end());
      int best = bestEpoch(result.history());
      assertEquals(best + 2, result.history().size());
      if (best == 1) {
        assertArrayEquals(
            afterFirst.getFirst().get("out/kernel"), result.weights().get("out/kernel"));
      }
    }
  }

  private static int bestEpoch(List<EpochResult> history) {
    EpochResult best = history.getFirst();
    for (EpochResult epoch : history) {
      if (epoch.values().get("val_loss") < best.values().get("val_loss")) {
        best = epoch;
      }
    }
    return best.epoch();
  }

  @Test
  void endsWithTheData() {
    try (Fit fit = new Fit(model(), compiled(), settings(3, 10))) {
      FitResult result = fit.run(batches(13), Optional.empty(), FitListener.NONE);
      assertEquals(FitResult.End.OUT_OF_DATA, result.end());
      assertEquals(13, result.steps());
      assertEquals(2, result.history().size());
    }
  }

  @Test
  void isCancelledWithinAMoment() throws InterruptedException {
    try (Fit fit = new Fit(model(), compiled(), settings(1, Long.MAX_VALUE))) {
      long[] cancelledAt = new long[1];
      Thread canceller =
          Thread.ofVirtual()
              .unstarted(
                  () -> {
                    cancelledAt[0] = System.nanoTime();
                    fit.cancel();
                  });
      assertThrows(
          CancellationException.class,
          () ->
              fit.run(
                  batches(Long.MAX_VALUE),
                  Optional.empty(),
                  new FitListener() {
                    @Override
                    public void step(long step, float loss, double stepsPerSecond) {
                      if (step == 10) {
                        canceller.start();
                      }
                    }
                  }));
      long took = System.nanoTime() - cancelledAt[0];
      canceller.join();
      assertTrue(took < Duration.ofSeconds(1).toNanos(), took + " ns");
    }
  }

  @Test
  void saysSoWhenTheLossIsNoNumberAnyMore() {
    BatchSource broken =
        first ->
            new BatchStream() {
              private final HostTensor x = HostTensor.of(new float[] {Float.NaN, 0, 0, 0}, 1, 4);
              private final HostTensor c = HostTensor.of(new long[] {1}, 1, 1);
              private final HostTensor label = HostTensor.of(new long[] {1}, 1, 1);

              @Override
              public Optional<Batch> next() {
                return Optional.of(new Batch(Map.of("x", x, "c", c), label, 1));
              }

              @Override
              public void close() {
                x.close();
                c.close();
                label.close();
              }
            };
    try (Fit fit = new Fit(model(), compiled(), settings(1, 10))) {
      ParameterException failure =
          assertThrows(
              ParameterException.class, () -> fit.run(broken, Optional.empty(), FitListener.NONE));
      assertEquals("The loss became NaN at step 1.", failure.what());
    }
  }

  @Test
  void refusesToWatchWhatIsNotMeasured() {
    FitSettings settings =
        settings(1, 1).with(new EarlyStopping("val_f1", 1, 0, EarlyStopping.Keep.LAST));
    assertThrows(ParameterException.class, () -> new Fit(model(), compiled(), settings).close());
  }

  @Test
  void dropsTheShareItShouldScalesTheRestAndRepeatsByStep() {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded())) {
      FunctionalModel.Builder builder = FunctionalModel.builder("m");
      builder.add(new Layer.InputLayer("x", Shape.of(-1, 100), InputType.FLOAT32));
      builder.add(new Layer.Dropout("drop", 0.3, OptionalLong.empty()), "x");
      FunctionalModel model = builder.build("drop");
      Value x = graph.placeholder("x", DType.FLOAT32, TensorShape.of(-1, 100));
      Value step = graph.placeholder("step", DType.INT64, TensorShape.scalar());
      Value y =
          ForwardPass.training(
                  graph, model, ModelVariables.create(graph, model), Map.of("x", x), 4, step)
              .firstEntry()
              .getValue()
              .value();
      float[] first = drop(session, x, step, y, 1);
      assertArrayEquals(first, drop(session, x, step, y, 1));
      assertTrue(!Arrays.equals(first, drop(session, x, step, y, 2)));
      int kept = 0;
      for (float value : first) {
        assertTrue(value == 0 || Math.abs(value - 1 / 0.7f) < 1e-6, "" + value);
        kept += value != 0 ? 1 : 0;
      }
      assertEquals(0.7, kept / 10_000.0, 0.02);
    }
  }

  private static float[] drop(GraphSession session, Value x, Value step, Value y, long number) {
    float[] ones = new float[10_000];
    Arrays.fill(ones, 1);
    try (HostTensor feed = HostTensor.of(ones, 100, 100);
        HostTensor at = HostTensor.scalar(number);
        Fetches fetches = session.step(List.of(x, step), List.of(y), List.of()).run(feed, at)) {
      return fetches.get(0).toFloats();
    }
  }

  @Test
  void aSavedModelOfTheWeightsPredictsTheSame() {
    FunctionalModel model = model();
    ModelWeights weights = fit(settings(1, 20), FitListener.NONE).weights();
    Path directory = folder.resolve("model");
    float[] here;
    float[] x = {1, 2, 3, 4, -1, -2, -3, -4};
    long[] c = {0, 5};
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded());
        HostTensor xs = HostTensor.of(x, 2, 4);
        HostTensor cs = HostTensor.of(c, 2, 1)) {
      Value inX = graph.placeholder("x", DType.FLOAT32, TensorShape.of(-1, 4));
      Value inC = graph.placeholder("c", DType.INT64, TensorShape.of(-1, 1));
      ModelVariables variables = ModelVariables.create(graph, model);
      Value y =
          ForwardPass.inference(graph, model, variables, Map.of("x", inX, "c", inC))
              .firstEntry()
              .getValue()
              .value();
      session.initialize();
      variables.assign(session, weights);
      try (Fetches fetches = session.step(List.of(inX, inC), List.of(y), List.of()).run(xs, cs)) {
        here = fetches.get(0).toFloats();
      }
      new SavedModelWriter(graph, session)
          .signature("serving_default", Map.of("x", inX, "c", inC), Map.of("outputs", y))
          .write(directory);
    }
    try (LoadedModel loaded = SavedModel.read(directory).load(SessionSettings.callerThread());
        HostTensor xs = HostTensor.of(x, 2, 4);
        HostTensor cs = HostTensor.of(c, 2, 1);
        SignatureCall.Result result =
            loaded.signature("serving_default").call(Map.of("x", xs, "c", cs))) {
      assertArrayEquals(here, result.get("outputs").toFloats());
    }
  }
}
