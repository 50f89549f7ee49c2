package dev.pipewright.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ArtifactException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedModelTest {

  @TempDir Path folder;

  /// Words to rows of a variable, through a vocabulary file: `weights[index_of(word)] * 2`.
  private Path writeWordModel(String name) throws IOException {
    Path vocabulary = folder.resolve("vocab_color");
    Files.write(vocabulary, List.of("red", "green", "blue"));
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded())) {
      Value words = graph.placeholder("words", DType.STRING, TensorShape.of(-1));
      Value ids = lookUp(graph.scope("look_up"), words, vocabulary);
      Variable weights =
          graph.variable(
              "dense/kernel", Variable.Role.TRAINABLE, graph.constant(new float[] {1, 2, 3, 4}));
      Variable slot =
          graph.variable("adam/m", Variable.Role.TRAINING, graph.constant(new float[] {9}));
      Value rows = graph.op("GatherV2").inputs(weights.read(), ids, graph.constant(0)).value();
      Value doubled = graph.call("Mul", rows, graph.constant(2f));
      session.initialize();
      try (HostTensor trained = HostTensor.of(new float[] {1.5f, 2, 3, 4})) {
        session.assign(weights, trained);
      }
      Path directory = folder.resolve(name);
      new SavedModelWriter(graph, session)
          .signature(
              "serving_default", Map.of("words", words), Map.of("y", doubled, "words", words))
          .write(directory);
      assertEquals("adam/m", slot.name());
      return directory;
    }
  }

  private static Value lookUp(GraphBuilder graph, Value words, Path vocabulary) {
    Value table =
        graph
            .op("HashTableV2")
            .attr("shared_name", "vocabulary")
            .attr("key_dtype", DType.STRING)
            .attr("value_dtype", DType.INT64)
            .value();
    graph.initializeWith(
        graph
            .op("InitializeTableFromTextFileV2")
            .inputs(table, graph.asset("path", vocabulary))
            .attr("key_index", -2)
            .attr("value_index", -1)
            .operation());
    Value ids = graph.call("LookupTableFindV2", table, words, graph.constant(3L));
    return graph.op("EnsureShape").inputs(ids).attr("shape", TensorShape.of(-1)).value();
  }

  private static float[] call(Path directory, String... words) {
    try (LoadedModel model = SavedModel.read(directory).load(SessionSettings.callerThread());
        HostTensor feed = HostTensor.of(List.of(words));
        SignatureCall.Result result =
            model.signature("serving_default").call(Map.of("words", feed))) {
      assertEquals(List.of(words), result.get("words").toStrings());
      return result.get("y").toFloats();
    }
  }

  @Test
  void answersTheSameAfterBeingMoved() throws IOException {
    Path directory = writeWordModel("model");
    Files.delete(folder.resolve("vocab_color"));
    Path moved = Files.move(directory, folder.resolve("moved"));
    assertArrayEquals(new float[] {6, 3, 8}, call(moved, "blue", "red", "violet"));
  }

  @Test
  void describesItselfWithoutBeingLoaded() throws IOException {
    SavedModel model = SavedModel.read(writeWordModel("model"));
    SortedMap<String, TensorSpec> inputs =
        new TreeMap<>(Map.of("words", new TensorSpec("words:0", DType.STRING, TensorShape.of(-1))));
    assertEquals(inputs, model.signature("serving_default").inputs());
    assertEquals(
        new TensorSpec("Mul:0", DType.FLOAT32, TensorShape.of(-1)),
        model.signature("serving_default").outputs().get("y"));
    assertEquals(List.of(model.directory().resolve("assets/vocab_color")), model.assets());
    assertEquals(List.of(), model.unsafeOperations());
    ArtifactException none =
        assertThrows(ArtifactException.class, () -> model.signature("serving"));
    assertEquals("Choose one of serving_default.", none.fix());
  }

  @Test
  void writesTheSameBytesForTheSameGraphAndNoPathOfThisMachine() throws IOException {
    Path one = writeWordModel("one");
    Path two = writeWordModel("two");
    try (Stream<Path> paths = Files.walk(one)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        assertEquals(-1, Files.mismatch(path, two.resolve(one.relativize(path))), path.toString());
        String content = Files.readString(path, StandardCharsets.ISO_8859_1);
        assertFalse(content.contains(folder.getFileName().toString()), path.toString());
      }
    }
  }

  @Test
  void leavesTheTrainingsOwnVariablesOut() throws IOException {
    Path directory = writeWordModel("model");
    try (CheckpointReader reader =
            new CheckpointReader(directory.resolve("variables").resolve("variables"));
        HostTensor kernel = reader.tensor("dense/kernel")) {
      assertEquals(List.of("dense/kernel"), reader.names());
      assertArrayEquals(new float[] {1.5f, 2, 3, 4}, kernel.toFloats());
      assertThrows(ArtifactException.class, () -> reader.tensor("adam/m"));
    }
  }

  @Test
  void livesOnInsideAnotherGraphWithItsTableAndVariables() throws IOException {
    Path inner = writeWordModel("inner");
    Path outer = folder.resolve("outer");
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded())) {
      Value words = graph.placeholder("in", DType.STRING, TensorShape.of(-1));
      Value lower = graph.call("StringLower", words);
      Value y =
          SavedModel.read(inner)
              .importInto(graph.scope("transform"), "serving_default", Map.of("words", lower))
              .get("y");
      Value shifted = graph.call("AddV2", y, graph.constant(100f));
      session.initialize();
      new SavedModelWriter(graph, session)
          .signature("serving_default", Map.of("words", words), Map.of("y", shifted))
          .signature("echo", Map.of("words", words), Map.of("words", lower))
          .write(outer);
    }
    assertEquals(1, SavedModel.read(outer).assets().size());
    try (LoadedModel model = SavedModel.read(outer).load(SessionSettings.callerThread());
        HostTensor feed = HostTensor.of(List.of("RED", "Green"));
        SignatureCall.Result result =
            model.signature("serving_default").call(Map.of("words", feed))) {
      assertArrayEquals(new float[] {103, 104}, result.get("y").toFloats());
    }
  }

  @Test
  void refusesAGraphThatReadsFilesUntilItIsTrusted() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "hush");
    Path directory = folder.resolve("model");
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded())) {
      Value x = graph.placeholder("x", DType.FLOAT32, TensorShape.scalar());
      Value content = graph.call("ReadFile", graph.constant(secret.toString()));
      new SavedModelWriter(graph, session)
          .signature("serving_default", Map.of("x", x), Map.of("content", content))
          .write(directory);
    }
    SavedModel model = SavedModel.read(directory);
    assertEquals(List.of("ReadFile"), model.unsafeOperations());
    ArtifactException refused =
        assertThrows(ArtifactException.class, () -> model.load(SessionSettings.standard()).close());
    assertTrue(refused.what().contains("ReadFile"), refused.what());
    try (LoadedModel loaded = model.trusted().load(SessionSettings.standard());
        HostTensor x = HostTensor.scalar(1f);
        SignatureCall.Result result = loaded.signature("serving_default").call(Map.of("x", x))) {
      assertEquals(List.of("hush"), result.get("content").toStrings());
    }
  }

  @Test
  void refusesATableFromAFileThatIsNoAsset() {
    Path directory = folder.resolve("model");
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded())) {
      Value table =
          graph
              .op("HashTableV2")
              .attr("key_dtype", DType.STRING)
              .attr("value_dtype", DType.INT64)
              .value();
      graph.initializeWith(
          graph
              .op("InitializeTableFromTextFileV2")
              .inputs(table, graph.constant("/etc/passwd"))
              .attr("key_index", -2)
              .attr("value_index", -1)
              .operation());
      Value size = graph.call("LookupTableSizeV2", table);
      new SavedModelWriter(graph, session)
          .signature("serving_default", Map.of(), Map.of("size", size))
          .write(directory);
    }
    assertEquals(
        List.of("InitializeTableFromTextFileV2 of a fixed path"),
        SavedModel.read(directory).unsafeOperations());
  }

  @Test
  void saysWhatIsWrongWithAFolderThatIsNoSavedModel() throws IOException {
    assertThrows(ArtifactException.class, () -> SavedModel.read(folder));
    Files.write(folder.resolve("saved_model.pb"), new byte[] {1, 2, 3});
    ArtifactException damaged =
        assertThrows(ArtifactException.class, () -> SavedModel.read(folder));
    assertTrue(damaged.what().contains("damaged"), damaged.what());
  }

  @Test
  void writesNothingWhenItFailsAndNothingOverWhatIsThere() throws IOException {
    Path directory = writeWordModel("model");
    assertThrows(ArtifactException.class, () -> writeWordModel("model"));
    assertArrayEquals(new float[] {4}, call(directory, "green"));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(
          List.of("model", "vocab_color"),
          left.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }
}
