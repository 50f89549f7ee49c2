package dev.pipewright.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Bindings;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.RecordedExecution;
import dev.pipewright.pipeline.file.JsonText;
import dev.pipewright.tensorflow.HostTensor;
import dev.pipewright.tensorflow.LoadedModel;
import dev.pipewright.tensorflow.SavedModel;
import dev.pipewright.tensorflow.SessionSettings;
import dev.pipewright.tensorflow.SignatureCall;
import dev.pipewright.transform.TransformComponent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Trainer behind a Transform: raw examples, a label that is computed, a vocabulary.
class TransformedTrainingTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_000));

  private static final String SCHEMA =
      """
      feature { name: "kind" type: BYTES presence { min_fraction: 1 } shape { dim { size: 1 } } }
      feature { name: "tip" type: FLOAT presence { min_fraction: 1 } shape { dim { size: 1 } } }
      feature { name: "trip" type: FLOAT presence { min_fraction: 1 } shape { dim { size: 1 } } }
      """;

  private static final String OUTPUTS =
      """
      {"outputs": [
        {"name": "kind_xf",
         "expression": "tft.compute_and_apply_vocabulary(kind, num_oov_buckets=1)"},
        {"name": "tip_xf", "expression": "tf.cast(tip > trip * 0.2, tf.int64)"},
        {"name": "trip_xf", "expression": "tft.scale_to_z_score(trip)"}
      ]}
      """;

  private static final String MODEL =
      """
      {
        "label_key": "tip_xf",
        "train_args": {"num_steps": 200},
        "optimizer": {"class_name": "Adam", "config": {"learning_rate": 0.05}},
        "loss": "binary_crossentropy",
        "metrics": ["BinaryAccuracy"],
        "model": {
          "class_name": "Functional",
          "config": {
            "layers": [
              {"class_name": "InputLayer", "name": "trip_xf", "config": {"shape": [1]}},
              {
                "class_name": "InputLayer",
                "name": "kind_xf",
                "config": {"shape": [1], "dtype": "int32"}
              },
              {
                "class_name": "CategoryEncoding",
                "name": "kinds",
                "config": {"num_tokens": 3},
                "inbound_nodes": ["kind_xf"]
              },
              {"class_name": "Concatenate", "name": "all", "inbound_nodes": ["trip_xf", "kinds"]},
              {
                "class_name": "Dense",
                "name": "p",
                "config": {"units": 1, "activation": "sigmoid"},
                "inbound_nodes": ["all"]
              }
            ],
            "input_layers": ["trip_xf", "kind_xf"],
            "output_layers": ["p"]
          }
        }
      }
      """;

  @TempDir private static Path folder;
  private static Map<String, Artifact> inputs = Map.of();

  private static Map<String, ?> row(int i) {
    var random = new Random(i);
    float trip = 5 + 20 * random.nextFloat();
    boolean isCard = random.nextBoolean();
    return Map.of("trip", trip, "kind", isCard ? "card" : "cash", "tip", isCard ? trip : 0f);
  }

  @BeforeAll
  static void transformAndTrain() throws IOException, InterruptedException {
    Artifact examples =
        TestExamples.write(
            folder.resolve("raw"), Map.of("train", 200, "eval", 50), TransformedTrainingTest::row);
    Path schema = Files.createDirectories(folder.resolve("schema"));
    Files.writeString(schema.resolve("schema.pbtxt"), SCHEMA);
    Component transform = new TransformComponent();
    var parameters =
        Bindings.of(Map.of())
            .bind(
                "Transform",
                transform.spec().parameters(),
                (ParameterValue.Fields) JsonText.parse(OUTPUTS));
    var raw = Map.of("examples", examples, "schema", artifact(ArtifactType.SCHEMA, schema));
    try (var execution = new RecordedExecution(folder.resolve("transform"), parameters, raw, 2)) {
      ((Executor) transform.behavior()).execute(execution);
    }
    inputs =
        Map.of(
            "examples",
            artifact(ArtifactType.EXAMPLES, folder.resolve("transform/transformed_examples")),
            "transform_graph",
            artifact(ArtifactType.TRANSFORM_GRAPH, folder.resolve("transform/transform_graph")));
    train("trainer", MODEL);
  }

  private static Artifact artifact(ArtifactType type, Path uri) {
    return Artifact.of(1, type, uri, "", Map.of());
  }

  private static void train(String name, String json) throws IOException, InterruptedException {
    Map<String, ParameterValue> parameters =
        ((ParameterValue.Fields) JsonText.parse(json)).values();
    try (var execution = Samples.execution(folder.resolve(name), inputs, parameters)) {
      new TrainerExecutor(CLOCK).execute(execution);
    }
  }

  private static LoadedModel load() {
    return SavedModel.read(folder.resolve("trainer/model/Format-Serving"))
        .load(SessionSettings.callerThread());
  }

  private static HostTensor examples(Set<String> without) {
    byte[][] examples = new byte[20][];
    for (int i = 0; i < examples.length; i++) {
      Map<String, Object> features = new HashMap<>(row(i));
      features.keySet().removeAll(without);
      examples[i] = TestExamples.serialized(features);
    }
    return HostTensor.of(examples);
  }

  @Test
  void servesRawExamplesThatLackTheLabel() {
    try (LoadedModel model = load();
        HostTensor examples = examples(Set.of("tip"));
        SignatureCall.Result result =
            model.signature("serving_default").call(Map.of("examples", examples))) {
      assertEquals(Set.of("outputs"), result.outputs().keySet());
      assertEquals("[20, 1]", result.get("outputs").shape().toString());
      float[] predictions = result.get("outputs").toFloats();
      for (int i = 0; i < predictions.length; i++) {
        assertEquals(row(i).get("kind").equals("card"), predictions[i] > 0.5, "row " + i);
      }
    }
  }

  @Test
  void givesTheTransformedFeaturesWithTheLabel() {
    try (LoadedModel model = load();
        HostTensor examples = examples(Set.of());
        SignatureCall.Result result =
            model.signature("transform_features").call(Map.of("examples", examples))) {
      assertEquals(Set.of("kind_xf", "tip_xf", "trip_xf"), result.outputs().keySet());
      long[] expected = new long[20];
      for (int i = 0; i < expected.length; i++) {
        expected[i] = row(i).get("kind").equals("card") ? 1 : 0;
      }
      assertArrayEquals(expected, result.get("tip_xf").toLongs());
    }
  }

  @Test
  void bringsTheVocabulariesAlong() throws IOException {
    assertEquals(
        names(folder.resolve("transform/transform_graph/transform_fn/assets")),
        names(folder.resolve("trainer/model/Format-Serving/assets")));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(f -> f.getFileName().toString()).sorted().toList();
      assertTrue(!names.isEmpty(), folder.toString());
      return names;
    }
  }

  @Test
  void refusesFeaturesThatTheTransformDoesNotMake() {
    DataException e =
        assertThrows(
            DataException.class,
            () -> train("other", MODEL.replace("\"trip_xf\"", "\"tripp_xf\"")));
    assertEquals("Transform makes no feature tripp_xf.", e.what());
    assertEquals("Did you mean \"trip_xf\"?", e.fix());

    DataException label =
        assertThrows(
            DataException.class,
            () ->
                train(
                    "other", MODEL.replace("\"label_key\": \"tip_xf\"", "\"label_key\": \"tip\"")));
    assertEquals("label_key", label.where().subject());
  }
}
