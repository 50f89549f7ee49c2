package dev.pipewright.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ArtifactException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/// Whatever bytes are in a SavedModel's file, describing it gives a description or a message.
class DamagedSavedModelTest {

  private static final int ROUNDS = Integer.getInteger("pipewright.fuzz", 1_500);

  @TempDir static Path written;
  @TempDir Path folder;

  private static byte[] whole;

  @BeforeAll
  static void write() throws IOException {
    Path vocabulary = Files.writeString(written.resolve("words"), "a\nb\n");
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.callerThread())) {
      Value x = graph.placeholder("x", DType.FLOAT32, TensorShape.of(-1, 2));
      Variable w = graph.variable("w", Variable.Role.TRAINABLE, graph.constant(new float[] {1, 2}));
      graph.asset("vocabulary", vocabulary);
      session.initialize();
      Value y = graph.call("Mul", x, w.read());
      new SavedModelWriter(graph, session)
          .signature("serving_default", Map.of("x", x), Map.of("y", y))
          .write(written.resolve("model"));
    }
    whole = Files.readAllBytes(written.resolve("model/saved_model.pb"));
  }

  private SavedModel read(byte[] bytes) throws IOException {
    Files.write(folder.resolve("saved_model.pb"), bytes);
    return SavedModel.read(folder);
  }

  /// Describes it in every way that loads nothing.
  private static String described(SavedModel model) {
    return model.signatures()
        + " "
        + model.tensorFlowVersion()
        + " "
        + model.assets()
        + " "
        + model.unsafeOperations()
        + " "
        + model.initOperation();
  }

  @Test
  void anyBytesGiveADescriptionOrAMessage() throws IOException {
    Random random = new Random(1);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = whole.clone();
      if (round % 3 == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        assertTrue(described(read(bytes)).length() > 0);
      } catch (ArtifactException e) {
        refused++;
        assertTrue(!e.fix().isBlank() && e.where().file() != null, e::getMessage);
      }
    }
    assertTrue(refused > ROUNDS / 20 && refused < ROUNDS, refused + " were refused");
  }

  private static MetaGraphDef.Builder meta() {
    return MetaGraphDef.newBuilder()
        .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder().addTags("serve"));
  }

  private SavedModel withOutput(TensorInfo.Builder output) throws IOException {
    MetaGraphDef.Builder meta =
        meta()
            .putSignatureDef(
                "serving_default",
                SignatureDef.newBuilder().putOutputs("y", output.build()).build());
    return read(
        org.tensorflow.proto.SavedModel.newBuilder().addMetaGraphs(meta).build().toByteArray());
  }

  @Test
  void aTypeThatThereIsNotIsDamage() throws IOException {
    for (int type : new int[] {0, 77, 4711}) {
      SavedModel model = withOutput(TensorInfo.newBuilder().setName("y:0").setDtypeValue(type));
      ArtifactException e = assertThrows(ArtifactException.class, model::signatures);
      assertEquals(
          "The SavedModel is damaged: its signature serving_default cannot be read.", e.what());
    }
  }

  @Test
  void aLengthBelowNoneIsDamage() throws IOException {
    TensorShapeProto shape =
        TensorShapeProto.newBuilder().addDim(TensorShapeProto.Dim.newBuilder().setSize(-7)).build();
    SavedModel model =
        withOutput(
            TensorInfo.newBuilder()
                .setName("y:0")
                .setDtype(DataType.DT_FLOAT)
                .setTensorShape(shape));
    assertThrows(ArtifactException.class, model::signatures);
  }

  @Test
  void aCollectionWithoutTheInitializerItPromisesIsDamage() throws IOException {
    for (String key : List.of("saved_model_main_op", "legacy_init_op")) {
      MetaGraphDef.Builder meta =
          meta().putCollectionDef(key, org.tensorflow.proto.CollectionDef.getDefaultInstance());
      SavedModel model =
          read(
              org.tensorflow.proto.SavedModel.newBuilder()
                  .addMetaGraphs(meta)
                  .build()
                  .toByteArray());
      assertThrows(ArtifactException.class, model::unsafeOperations);
    }
    MetaGraphDef.Builder meta =
        meta().putSignatureDef("__saved_model_init_op", SignatureDef.getDefaultInstance());
    SavedModel model =
        read(
            org.tensorflow.proto.SavedModel.newBuilder().addMetaGraphs(meta).build().toByteArray());
    assertThrows(ArtifactException.class, model::unsafeOperations);
  }
}
