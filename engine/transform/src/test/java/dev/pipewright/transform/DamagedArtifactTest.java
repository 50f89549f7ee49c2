package dev.pipewright.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.datavalidation.schema.SchemaText;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

/// TransformGraph artifacts made by hand: whole, damaged and incomplete.
class DamagedArtifactTest {

  private static final String RAW =
      """
      feature { name: "a" type: INT }
      feature { name: "b" type: FLOAT presence { min_fraction: 1 } shape { } }
      feature { name: "c" type: BYTES presence { min_fraction: 1 } shape { } }
      """;

  private static final String TRANSFORMED =
      """
      feature { name: "both" type: FLOAT presence { min_fraction: 1 } shape { } }
      feature { name: "only_b" type: INT presence { min_fraction: 1 } shape { }
        int_domain { min: -1 max: 4 } }
      feature { name: "sparse_a" type: INT int_domain { min: 0 max: 9 } }
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeArtifact() throws IOException {
    write("metadata/" + SchemaText.FILE_NAME, RAW);
    write("transformed_metadata/" + SchemaText.FILE_NAME, TRANSFORMED);
    write(graph(MetaGraphDef.MetaInfoDef.newBuilder().addTags("transform").build()));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void write(MetaGraphDef... graphs) throws IOException {
    Path file = folder.resolve("transform_fn/saved_model.pb");
    Files.createDirectories(file.getParent());
    Files.write(
        file, SavedModel.newBuilder().addAllMetaGraphs(List.of(graphs)).build().toByteArray());
  }

  private static NodeDef node(String name, String... inputs) {
    return NodeDef.newBuilder().setName(name).setOp("Any").addAllInput(List.of(inputs)).build();
  }

  private static TensorInfo tensor(String name) {
    return TensorInfo.newBuilder().setName(name).build();
  }

  /// `both` is made of b and a's values, `only_b` of b, with a control input of c in between.
  private static MetaGraphDef graph(MetaGraphDef.MetaInfoDef info) {
    GraphDef graph =
        GraphDef.newBuilder()
            .addNode(node("inputs"))
            .addNode(node("inputs_1"))
            .addNode(node("inputs_2"))
            .addNode(node("inputs_3"))
            .addNode(node("inputs_4"))
            .addNode(node("sum", "inputs_3:0", "inputs_1"))
            .addNode(node("wait", "^inputs_4", "inputs_3"))
            .addNode(node("loop", "loop:1", "inputs_3"))
            .build();
    SignatureDef.Builder flat = SignatureDef.newBuilder();
    for (int i = 0; i < 5; i++) {
      String name = i == 0 ? "inputs" : "inputs_" + i;
      flat.putInputs(name, tensor(name + ":0"));
    }
    flat.putOutputs("both", tensor("sum:0"))
        .putOutputs("only_b", tensor("loop:0"))
        .putOutputs("sparse_a/indices", tensor("inputs:0"))
        .putOutputs("sparse_a/values", tensor("inputs_1:0"))
        .putOutputs("sparse_a/dense_shape", tensor("inputs_2:0"));
    return MetaGraphDef.newBuilder()
        .setMetaInfoDef(info)
        .setGraphDef(graph)
        .putSignatureDef("serving_default", flat.build())
        .build();
  }

  private TransformGraphArtifact open() throws IOException {
    return TransformGraphArtifact.open(folder);
  }

  @Test
  void tellsWhichRawFeaturesAnOutputDependsOn() throws IOException {
    TransformGraphArtifact artifact = open();
    assertEquals(Set.of("a", "b"), artifact.rawFeaturesOf(Set.of("both")));
    assertEquals(Set.of("b"), artifact.rawFeaturesOf(Set.of("only_b")));
    assertEquals(Set.of("a"), artifact.rawFeaturesOf(Set.of("sparse_a")));
    assertEquals(Set.of("a", "b"), artifact.rawFeaturesOf(Set.of("only_b", "sparse_a")));
    assertEquals(Set.of(), artifact.rawFeaturesOf(Set.of()));
    var e =
        assertThrows(IllegalArgumentException.class, () -> artifact.rawFeaturesOf(Set.of("none")));
    assertEquals("none is no transformed feature", e.getMessage());
  }

  @Test
  void aControlInputIsADependencyToo() throws IOException {
    MetaGraphDef.Builder graph =
        graph(MetaGraphDef.MetaInfoDef.newBuilder().addTags("transform").build()).toBuilder();
    SignatureDef flat = graph.getSignatureDefOrThrow("serving_default");
    graph.putSignatureDef(
        "serving_default", flat.toBuilder().putOutputs("only_b", tensor("wait:0")).build());
    write(graph.build());
    assertEquals(Set.of("b", "c"), open().rawFeaturesOf(Set.of("only_b")));
  }

  @Test
  void bucketsAreCountedWhereTheyStartAtZero() throws IOException {
    List<TransformedFeature> features = open().features();
    assertEquals(
        List.of("both", "only_b", "sparse_a"),
        features.stream().map(TransformedFeature::name).toList());
    assertTrue(features.get(0).bucketCount().isEmpty());
    assertTrue(features.get(1).bucketCount().isEmpty());
    assertEquals(new TransformedFeature.Range(-1, 4), features.get(1).range());
    assertEquals(10, features.get(2).bucketCount().orElseThrow());
  }

  @Test
  void vocabulariesAreFoundByTheirNamesInTheOrderOfTheMap() throws IOException {
    assertEquals(Map.of(), open().vocabularies());
    write("transformed_metadata/asset_map", "{\"z words\": \"z-words\", \"a\": \"assets/a\"}");
    var vocabularies = open().vocabularies();
    assertEquals(List.of("z words", "a"), List.copyOf(vocabularies.sequencedKeySet()));
    Path assets = folder.resolve("transform_fn/assets");
    assertEquals(
        List.of(assets.resolve("z-words"), assets.resolve("a")),
        List.copyOf(vocabularies.sequencedValues()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"a\": }", "no json"})
  void anAssetMapThatIsNoJsonIsAClearError(String text) throws IOException {
    write("transformed_metadata/asset_map", text);
    TransformGraphArtifact artifact = open();
    if (text.isEmpty()) {
      assertEquals(Map.of(), artifact.vocabularies());
      return;
    }
    var e = assertThrows(ArtifactException.class, artifact::vocabularies);
    assertEquals("The file is no JSON.", e.what());
    assertEquals(folder.resolve("transformed_metadata/asset_map").toString(), e.where().file());
  }

  @ParameterizedTest
  @ValueSource(strings = {"metadata", "transformed_metadata"})
  void aMissingOrDamagedSchemaIsAClearError(String metadata) throws IOException {
    Path schema = folder.resolve(metadata).resolve(SchemaText.FILE_NAME);
    Files.writeString(schema, "feature { name: \"a\" type: NUMBER }");
    assertTrue(assertThrows(EngineException.class, this::open).getMessage().contains(metadata));
    Files.delete(schema);
    assertTrue(assertThrows(EngineException.class, this::open).getMessage().contains(metadata));
  }

  private void assertNoGraph() {
    var e = assertThrows(ArtifactException.class, this::open);
    assertEquals("There is no transform graph here.", e.what());
    assertEquals(folder.resolve("transform_fn/saved_model.pb").toString(), e.where().file());
    assertEquals("Run the Transform again.", e.fix());
  }

  @Test
  void aMissingOrDamagedGraphIsAClearError() throws IOException {
    MetaGraphDef good = graph(MetaGraphDef.MetaInfoDef.newBuilder().addTags("x").build());
    write();
    assertNoGraph();
    write(good, good);
    assertNoGraph();
    write(good.toBuilder().clearSignatureDef().build());
    assertNoGraph();
    write(graph(MetaGraphDef.MetaInfoDef.getDefaultInstance()));
    assertNoGraph();
    write("transform_fn/saved_model.pb", "garbage");
    assertNoGraph();
    Files.delete(folder.resolve("transform_fn/saved_model.pb"));
    assertNoGraph();
  }
}
