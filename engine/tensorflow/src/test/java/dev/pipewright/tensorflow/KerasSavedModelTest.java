package dev.pipewright.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ArtifactException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A model that Keras 3.15 exported with TensorFlow 2.21: functions, an asset, variables held twice
/// (peers/goldens/tensorflow_saved_model.py).
class KerasSavedModelTest {

  private static final float[] OUTPUTS = {0.7057850f, 0.4073334f, 0.2450850f};

  @TempDir Path folder;

  private static Path model() {
    URL resource = KerasSavedModelTest.class.getResource("keras_model");
    try {
      return Path.of(resource.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void isDescribedWithoutBeingLoaded() {
    SavedModel model = SavedModel.read(model());
    Signature signature = model.signature("serving_default");
    assertEquals(Set.of("serving_default"), model.signatures().keySet());
    assertEquals(Set.of("color", "size"), signature.inputs().keySet());
    assertEquals(DType.STRING, signature.inputs().get("color").dtype());
    assertEquals(TensorShape.of(-1, 1), signature.outputs().get("outputs").shape());
    assertEquals(List.of("vocab_color"), fileNames(model.assets()));
    assertEquals(List.of(), model.unsafeOperations());
    assertTrue(model.tensorFlowVersion().startsWith("2."), model.tensorFlowVersion());
  }

  private static List<String> fileNames(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }

  @Test
  void answersAsPythonDoes() {
    try (LoadedModel model = SavedModel.read(model()).load(SessionSettings.callerThread());
        HostTensor color = HostTensor.of(List.of("blue", "red", "violet"));
        HostTensor size = HostTensor.of(new float[] {1, 2, 3})) {
      SignatureCall call = model.signature("serving_default");
      for (int i = 0; i < 2; i++) {
        try (SignatureCall.Result result = call.call(Map.of("color", color, "size", size))) {
          assertArrayEquals(OUTPUTS, result.get("outputs").toFloats(), 1e-6f);
          assertArrayEquals(new long[] {2, 0, -1}, result.get("ids").toLongs());
          assertThrows(IllegalArgumentException.class, () -> result.get("logits"));
        }
      }
    }
  }

  @Test
  void refusesACallWithOtherInputs() {
    try (LoadedModel model = SavedModel.read(model()).load(SessionSettings.callerThread());
        HostTensor size = HostTensor.of(new float[] {1})) {
      SignatureCall call = model.signature("serving_default");
      IllegalArgumentException failure =
          assertThrows(IllegalArgumentException.class, () -> call.call(Map.of("size", size)));
      assertEquals(
          "signature serving_default takes [color, size], not [size]", failure.getMessage());
    }
  }

  @Test
  void livesOnInAModelOfOurs() {
    Path ours = folder.resolve("ours");
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded())) {
      Value color = graph.placeholder("color", DType.STRING, TensorShape.of(-1));
      Value size = graph.placeholder("size", DType.FLOAT32, TensorShape.of(-1));
      Value probability =
          SavedModel.read(model())
              .importInto(
                  graph.scope("keras"), "serving_default", Map.of("color", color, "size", size))
              .get("outputs");
      Value percent = graph.call("Mul", probability, graph.constant(100f));
      session.initialize();
      new SavedModelWriter(graph, session)
          .signature(
              "serving_default", Map.of("color", color, "size", size), Map.of("percent", percent))
          .write(ours);
    }
    try (LoadedModel model = SavedModel.read(ours).load(SessionSettings.callerThread());
        HostTensor color = HostTensor.of(List.of("blue", "red", "violet"));
        HostTensor size = HostTensor.of(new float[] {1, 2, 3});
        SignatureCall.Result result =
            model.signature("serving_default").call(Map.of("color", color, "size", size))) {
      float[] percents = result.get("percent").toFloats();
      for (int i = 0; i < OUTPUTS.length; i++) {
        assertEquals(100 * OUTPUTS[i], percents[i], 1e-4f);
      }
    }
  }

  @Test
  void twoCopiesInOneGraphDoNotDisturbEachOther() {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded())) {
      Map<String, Value> inputs =
          Map.of(
              "color", graph.constant(List.of("green")), "size", graph.constant(new float[] {4}));
      SavedModel model = SavedModel.read(model());
      Value one = model.importInto(graph.scope("a"), "serving_default", inputs).get("ids");
      Value two = model.importInto(graph.scope("b"), "serving_default", inputs).get("ids");
      session.initialize();
      Value sum = graph.call("AddV2", one, two);
      try (HostTensor value = session.fetch(sum)) {
        assertArrayEquals(new long[] {2}, value.toLongs());
      }
    }
  }

  @Test
  void namesTheAssetThatIsMissing() throws IOException {
    Path copy = copy();
    Files.delete(copy.resolve("assets/vocab_color"));
    assertEquals("The SavedModel lacks its file vocab_color.", failure(copy).what());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.99})
  void saysThatItsVariablesAreCutOff(double part) throws IOException {
    Path copy = copy();
    Path data = copy.resolve("variables/variables.data-00000-of-00001");
    byte[] bytes = Files.readAllBytes(data);
    Files.write(data, Arrays.copyOf(bytes, (int) (part * bytes.length)));

    ArtifactException failure = failure(copy);
    assertEquals("The SavedModel is damaged: its variables cannot be read.", failure.what());
    assertEquals(data.toString(), failure.where().file());
    assertEquals("Restore it from a copy, or make it again.", failure.fix());
  }

  @Test
  void saysThatItsVariablesAreGoneOrChanged() throws IOException {
    Path copy = copy();
    Path data = copy.resolve("variables/variables.data-00000-of-00001");
    byte[] bytes = Files.readAllBytes(data);
    bytes[bytes.length / 2] ^= 1;
    Files.write(data, bytes);
    String what = "The SavedModel is damaged: its variables cannot be read.";
    assertEquals(what, failure(copy).what());

    Files.delete(data);
    assertEquals(what, failure(copy).what());
  }

  private Path copy() throws IOException {
    Path copy = folder.resolve("copy");
    try (Stream<Path> paths = Files.walk(model())) {
      for (Path path : paths.toList()) {
        Files.copy(path, copy.resolve(model().relativize(path).toString()));
      }
    }
    return copy;
  }

  private static ArtifactException failure(Path directory) {
    return assertThrows(
        ArtifactException.class,
        () -> SavedModel.read(directory).load(SessionSettings.standard()).close());
  }

  @Test
  void aGraphWithAnUnknownInputNameIsAProgrammersError() {
    try (GraphBuilder graph = GraphBuilder.create()) {
      Value size = graph.constant(new float[] {4});
      assertThrows(
          IllegalArgumentException.class,
          () ->
              SavedModel.read(model())
                  .importInto(graph, "serving_default", Map.of("colour", size)));
    }
  }
}
