package dev.pipewright.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.RecordedExecution;
import dev.pipewright.pipeline.file.JsonText;
import dev.pipewright.summaries.EventRun;
import dev.pipewright.summaries.EventRuns;
import dev.pipewright.summaries.ScalarSeries;
import dev.pipewright.tensorflow.HostTensor;
import dev.pipewright.tensorflow.LoadedModel;
import dev.pipewright.tensorflow.SavedModel;
import dev.pipewright.tensorflow.SessionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_000));

  @TempDir private Path folder;

  /// `y` is 1 where the sum of `x` exceeds a bound that depends on `n`.
  private static Map<String, ?> row(int i) {
    var random = new Random(i);
    float a = (float) random.nextGaussian();
    float b = (float) random.nextGaussian();
    long n = random.nextInt(3);
    return Map.of("x", List.of(a, b), "n", n, "y", a + b + n > 1 ? 1L : 0L);
  }

  private Artifact examples() throws IOException {
    Map<String, Integer> rows = new LinkedHashMap<>(Map.of("train", 300, "eval", 100));
    return TestExamples.write(folder.resolve("examples"), rows, TrainerTest::row);
  }

  private RecordedExecution execution(String name, Map<String, ParameterValue> parameters)
      throws IOException {
    return Samples.execution(folder.resolve(name), Map.of("examples", examples()), parameters);
  }

  private RecordedExecution run(String name, Map<String, ParameterValue> parameters)
      throws IOException, InterruptedException {
    try (RecordedExecution execution = execution(name, parameters)) {
      new TrainerExecutor(CLOCK).execute(execution);
      return execution;
    }
  }

  @Test
  void learnsAndServesWhatItLearned() throws Exception {
    run("a", Samples.with(Samples.binary(), "{\"train_args\": {\"num_steps\": 400}}"));

    EventRun validation = runs("a").get("validation");
    ScalarSeries accuracy = validation.scalars("epoch_binary_accuracy");
    double last = accuracy.value(accuracy.size() - 1);
    assertTrue(last > 0.93, "accuracy " + last);
    assertEquals(22, accuracy.size());
    float[] predictions = predict("a", 100);
    int right = 0;
    for (int i = 0; i < 100; i++) {
      boolean isPositive = row(i).get("y").equals(1L);
      right += (predictions[i] > 0.5) == isPositive ? 1 : 0;
    }
    assertEquals(last, right / 100.0, 1e-6);
  }

  @Test
  void logsTheCurvesOfTheTraining() throws Exception {
    RecordedExecution execution = run("a", Samples.binary());

    EventRun train = runs("a").get("train");
    assertEquals(
        "[batch_loss, epoch_auc, epoch_binary_accuracy, epoch_learning_rate, epoch_loss]",
        train.scalarTags().toString());
    assertEquals(12, train.scalars("batch_loss").size());
    assertEquals(4, train.scalars("epoch_loss").size());
    assertEquals(60, runs("a").get("validation").scalars("evaluation_loss_vs_iterations").step(3));
    assertEquals(
        train.scalars("batch_loss").value(2),
        execution.metrics().stream()
            .filter(m -> m.tag().equals("train/loss") && m.step() == 15)
            .findFirst()
            .orElseThrow()
            .value(),
        1e-9);
  }

  @Test
  void givesTheSameModelAgain() throws Exception {
    run("a", Samples.binary());
    run("b", Samples.binary());

    assertEquals(List.of(), differences("a", "b"));
  }

  private static void dieIf(boolean isTime) {
    if (isTime) {
      throw new IllegalStateException("killed");
    }
  }

  @Test
  void goesOnAfterACrashAsIfThereHadBeenNone() throws Exception {
    String stopping =
        """
        {
          "save_checkpoints_secs": 0,
          "early_stopping": {"monitor": "val_auc", "patience": 30, "restore_best_weights": true}
        }
        """;
    var parameters = Samples.with(Samples.binary(), stopping);
    run("undisturbed", parameters);
    try (RecordedExecution crashing = execution("crashed", parameters)) {
      for (long at : new long[] {5, 19, 20, 45, 60}) {
        crashing.onMetric(m -> dieIf(m.step() == at));
        assertThrows(
            IllegalStateException.class, () -> new TrainerExecutor(CLOCK).execute(crashing));
        assertFalse(Files.exists(folder.resolve("crashed/model/Format-Serving")));
      }
      crashing.onMetric(m -> {});
      new TrainerExecutor(CLOCK).execute(crashing);
    }

    assertEquals(List.of(), differences("undisturbed", "crashed"));
  }

  @Test
  void stopsEarly() throws Exception {
    run(
        "a",
        Samples.with(
            Samples.binary(),
            """
            {
              "steps_per_epoch": 5,
              "early_stopping": {"monitor": "val_loss", "min_delta": 10}
            }
            """));

    assertEquals(2, runs("a").get("train").scalars("epoch_loss").size());
  }

  @Test
  void endsAnEpochWhereTheTrainingEnds() throws Exception {
    run("a", Samples.with(Samples.binary(), "{\"steps_per_epoch\": 50}"));

    ScalarSeries loss = runs("a").get("validation").scalars("evaluation_loss_vs_iterations");
    assertEquals(2, loss.size());
    assertEquals(60, loss.step(1));
  }

  @Test
  void stopsWithinASecondWhenItIsCancelled() throws Exception {
    var endless = Samples.with(Samples.binary(), "{\"train_args\": {\"num_steps\": 100000000}}");
    try (RecordedExecution execution = execution("a", endless)) {
      var time = new long[1];
      execution.onMetric(
          metric -> {
            if (metric.step() == 50) {
              execution.cancel();
              time[0] = System.nanoTime();
            }
          });
      assertThrows(InterruptedException.class, () -> new TrainerExecutor(CLOCK).execute(execution));

      assertTrue(System.nanoTime() - time[0] < 1_000_000_000L);
      assertFalse(Files.exists(folder.resolve("a/model/Format-Serving")));
    }
  }

  @Test
  void learnsClasses() throws Exception {
    run(
        "a",
        Samples.with(
            Samples.classes("n"),
            "{\"train_args\": {\"num_steps\": 100}, \"loss\": {\"class_name\":"
                + " \"SparseCategoricalCrossentropy\", \"config\": {\"from_logits\": true}}}"));

    ScalarSeries loss = runs("a").get("validation").scalars("epoch_loss");
    assertTrue(loss.value(loss.size() - 1) < loss.value(0));
    try (LoadedModel model = load("a");
        HostTensor examples = serialized(5)) {
      HostTensor outputs =
          model.signature("serving_default").call(Map.of("examples", examples)).get("outputs");
      assertEquals("[5, 3]", outputs.shape().toString());
      outputs.close();
    }
  }

  @Test
  void learnsNumbers() throws Exception {
    run("a", Samples.with(Samples.classes("x"), "{\"loss\": \"mse\", \"metrics\": [\"mae\"]}"));

    ScalarSeries error = runs("a").get("validation").scalars("epoch_mean_absolute_error");
    assertTrue(error.value(error.size() - 1) < error.value(0));
  }

  @Test
  void offersTheNearestFeatureForAnInputThatIsNotThere() throws Exception {
    String model = JsonText.compact(Samples.binary().get("model")).replace("\"n\"", "\"nn\"");
    DataException e =
        assertThrows(
            DataException.class,
            () -> run("a", Samples.with(Samples.binary(), "{\"model\": " + model + "}")));

    assertEquals("There is no number nn among the features.", e.what());
    assertEquals("Did you mean \"n\"?", e.fix());
  }

  /// What a training on 20 rows that `row` gives ends in.
  private DataException failure(
      Map<String, ParameterValue> parameters, IntFunction<Map<String, ?>> row) throws IOException {
    Map<String, Integer> rows = Map.of("train", 20, "eval", 20);
    Artifact examples = TestExamples.write(folder.resolve("rows"), rows, row);
    try (RecordedExecution execution =
        Samples.execution(folder.resolve("failing"), Map.of("examples", examples), parameters)) {
      return assertThrows(DataException.class, () -> new TrainerExecutor(CLOCK).execute(execution));
    }
  }

  private static Map<String, ?> rowWith(int i, String feature, @Nullable Object value) {
    var row = new HashMap<String, @Nullable Object>(row(i));
    row.put(feature, value);
    return row;
  }

  @Test
  void saysHowManyUnitsTheLabelWants() throws Exception {
    var classes =
        Samples.with(Samples.classes("n"), "{\"loss\": \"sparse_categorical_crossentropy\"}");
    DataException e = failure(classes, i -> rowWith(i, "n", i % 9L));

    assertEquals(
        "The label n has values 0 to 8, but the output layer output has 3 units.", e.what());
    assertEquals("Set units to at least 9.", e.fix());
    assertEquals("feature n", e.where().subject());
  }

  @Test
  void saysThatALabelIsMissing() throws Exception {
    var classes =
        Samples.with(Samples.classes("n"), "{\"loss\": \"sparse_categorical_crossentropy\"}");
    DataException e = failure(classes, i -> rowWith(i, "n", i % 4L - 1));
    DataException below = failure(classes, i -> rowWith(i, "n", i - 5L));

    assertEquals(
        "The label n has the value -1 in 5 rows: it is missing or not in the vocabulary.",
        e.what());
    assertEquals(
        "In Transform, give the vocabulary num_oov_buckets=1, or fill missing values before it.",
        e.fix());
    assertEquals("The label n has values below 0, down to -5, in 5 rows.", below.what());
  }

  @Test
  void refusesALabelThatIsNoNumber() throws Exception {
    var classes =
        Samples.with(Samples.classes("n"), "{\"loss\": \"sparse_categorical_crossentropy\"}");
    DataException e = failure(classes, i -> rowWith(i, "n", i == 3 ? Float.NaN : 1f));

    assertEquals("The label n is NaN or infinite in 1 row.", e.what());
  }

  @Test
  void refusesIntegersBeyondAnEncoding() throws Exception {
    DataException e = failure(Samples.binary(), i -> rowWith(i, "n", i % 9L));

    assertEquals(
        "The feature n has values 0 to 8, but the layer encoding has num_tokens 3.", e.what());
    assertEquals("Set num_tokens to at least 9.", e.fix());
  }

  @Test
  void refusesIntegersBeyondAnEmbedding() throws Exception {
    String model =
        JsonText.compact(Samples.binary().get("model"))
            .replace("\"CategoryEncoding\"", "\"Embedding\"")
            .replace("\"num_tokens\": 3", "\"input_dim\": 3, \"output_dim\": 2")
            .replace("\"batch_shape\": [null, 2]", "\"batch_shape\": [null, 1, 2]");
    var parameters = Samples.with(Samples.binary(), "{\"model\": " + model + "}");
    DataException e = failure(parameters, i -> rowWith(i, "n", i == 0 ? 3L : 0L));

    assertEquals(
        "The feature n has values 0 to 3, but the layer encoding has input_dim 3.", e.what());
    assertEquals("Set input_dim to at least 4.", e.fix());
  }

  @Test
  void namesTheFeaturesThatMadeTheLossNaN() throws Exception {
    DataException e =
        failure(
            Samples.binary(),
            i -> rowWith(i, "x", List.of(1f, i % 2 == 0 ? Float.NaN : Float.NEGATIVE_INFINITY)));

    assertEquals(
        "The loss became NaN at step 1. There are NaN or infinite values in: x (20 rows).",
        e.what());
    assertEquals("feature x", e.where().subject());
    assertEquals(
        "Replace them in Transform, as with tf.where(tf.math.is_nan(x), 0.0, x), or leave those"
            + " rows out.",
        e.fix());
  }

  @Test
  void leavesALossThatGrewBeyondNumbersToTheLearningRate() throws Exception {
    String steep =
        """
        {
          "loss": "mse",
          "metrics": [],
          "optimizer": {"class_name": "SGD", "config": {"learning_rate": 1e30}}
        }
        """;
    ParameterException e =
        assertThrows(
            ParameterException.class, () -> run("a", Samples.with(Samples.classes("x"), steep)));

    assertEquals("optimizer", e.where().subject());
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary_crossentropy", "categorical_crossentropy", "mse"})
  void saysWhenALossDoesNotFitTheLabel(String loss) throws Exception {
    var classes = Samples.with(Samples.classes("n"), "{\"loss\": \"" + loss + "\"}");
    DataException e = failure(classes, TrainerTest::row);

    assertEquals("The label n has 1 value in record 1, but the loss wants 3 values.", e.what());
    assertEquals(
        "If the label is a class number, use sparse_categorical_crossentropy; else set the output"
            + " layer's units to 1.",
        e.fix());
  }

  @Test
  void offersTheLossForALabelOfManyValues() throws Exception {
    DataException e = failure(Samples.binary(), i -> rowWith(i, "y", List.of(0L, 0L, 1L)));

    assertEquals("The label y has 3 values in record 1, but the loss wants 1 value.", e.what());
    assertEquals(
        "If the label has a value for each class, use categorical_crossentropy and set the output"
            + " layer's units to 3.",
        e.fix());
  }

  @Test
  void saysThatAColumnHasNoValue() throws Exception {
    DataException input = failure(Samples.binary(), i -> rowWith(i, "n", null));
    DataException label = failure(Samples.binary(), i -> rowWith(i, "y", null));

    assertEquals("The feature n has no value in any example.", input.what());
    assertEquals("Leave it out of the model, or give data that has it.", input.fix());
    assertEquals("y has no value in record 1.", label.what());
  }

  @Test
  void readsOnUntilAFeatureHasAValue() throws Exception {
    Map<String, Integer> rows = Map.of("train", 40_000, "eval", 20);
    Artifact examples =
        TestExamples.write(
            folder.resolve("late"), rows, i -> i < 39_999 ? rowWith(i, "n", null) : row(i));
    try (RecordedExecution execution =
        Samples.execution(folder.resolve("a"), Map.of("examples", examples), Samples.binary())) {
      DataException e =
          assertThrows(DataException.class, () -> new TrainerExecutor(CLOCK).execute(execution));

      assertEquals("n has no value in record 1.", e.what());
    }
  }

  @Test
  void saysThatTheTrainSplitIsEmpty() throws Exception {
    Artifact empty =
        TestExamples.write(
            folder.resolve("empty"), Map.of("train", 0, "eval", 20), TrainerTest::row);
    try (RecordedExecution execution =
        Samples.execution(folder.resolve("a"), Map.of("examples", empty), Samples.binary())) {
      DataException e =
          assertThrows(DataException.class, () -> new TrainerExecutor(CLOCK).execute(execution));

      assertEquals("There are no examples in train.", e.what());
      assertEquals("Choose other splits, or split the data otherwise.", e.fix());
    }
  }

  @Test
  void wantsExamples() {
    DataException e =
        assertThrows(
            DataException.class,
            () -> {
              Path uri = folder.resolve("empty");
              Artifact empty =
                  TestExamples.write(uri, Map.of("train", 300, "eval", 0), TrainerTest::row);
              try (RecordedExecution execution =
                  Samples.execution(folder, Map.of("examples", empty), Samples.binary())) {
                new TrainerExecutor(CLOCK).execute(execution);
              }
            });

    assertEquals("There are no examples in eval.", e.what());
  }

  private SortedMap<String, EventRun> runs(String name) throws IOException {
    return EventRuns.open(folder.resolve(name).resolve("model_run")).runs();
  }

  private LoadedModel load(String name) {
    return SavedModel.read(folder.resolve(name).resolve("model/Format-Serving"))
        .load(SessionSettings.callerThread());
  }

  private static HostTensor serialized(int count) {
    byte[][] examples = new byte[count][];
    for (int i = 0; i < count; i++) {
      Map<String, Object> features = new HashMap<>(row(i));
      features.remove("y");
      examples[i] = TestExamples.serialized(features);
    }
    return HostTensor.of(examples);
  }

  private float[] predict(String name, int count) {
    try (LoadedModel model = load(name);
        HostTensor examples = serialized(count);
        HostTensor outputs =
            model.signature("serving_default").call(Map.of("examples", examples)).get("outputs")) {
      return outputs.toFloats();
    }
  }

  /// The files of the outputs that differ between two runs.
  private List<String> differences(String one, String other) throws IOException {
    SortedMap<String, byte[]> expected = files(folder.resolve(one));
    SortedMap<String, byte[]> actual = files(folder.resolve(other));
    assertEquals(expected.keySet(), actual.keySet());
    assertTrue(expected.size() >= 5, expected.keySet().toString());
    return expected.keySet().stream()
        .filter(file -> !java.util.Arrays.equals(expected.get(file), actual.get(file)))
        .toList();
  }

  private static SortedMap<String, byte[]> files(Path root) throws IOException {
    var contents = new TreeMap<String, byte[]>();
    for (String output : List.of("model", "model_run")) {
      try (Stream<Path> files = Files.walk(root.resolve(output))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          contents.put(root.relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
    return contents;
  }
}
