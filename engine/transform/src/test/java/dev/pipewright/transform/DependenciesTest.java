package dev.pipewright.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.pipeline.ArtifactException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

class DependenciesTest {

  private static final int NODES = 12;
  private static final int INPUTS = 4;

  @TempDir Path folder;

  private Dependencies read(MetaGraphDef.Builder meta) throws IOException {
    Files.write(
        folder.resolve("saved_model.pb"),
        SavedModel.newBuilder().addMetaGraphs(meta).build().toByteArray());
    return Dependencies.read(folder);
  }

  private static TensorInfo tensor(int node) {
    return TensorInfo.newBuilder().setName("scope/n" + node + ":0").build();
  }

  private static MetaGraphDef.Builder meta(GraphDef.Builder graph, SignatureDef.Builder flat) {
    return MetaGraphDef.newBuilder()
        .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder().addTags("transform"))
        .setGraphDef(graph)
        .putSignatureDef(TransformSignatures.FLAT, flat.build());
  }

  /// The first nodes are the signature's inputs; each other takes earlier ones.
  @Test
  void findsTheInputsThatAnOutputReaches() throws IOException {
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      GraphDef.Builder graph = GraphDef.newBuilder();
      SignatureDef.Builder signature = SignatureDef.newBuilder();
      List<Set<String>> reached = new ArrayList<>();
      for (int n = 0; n < NODES; n++) {
        NodeDef.Builder node = NodeDef.newBuilder().setName("scope/n" + n).setOp("Op");
        Set<String> own = new TreeSet<>();
        if (n < INPUTS) {
          signature.putInputs("in" + n, tensor(n));
          own.add("in" + n);
        }
        for (int i = n < INPUTS ? 0 : random.nextInt(4); i > 0; i--) {
          int from = random.nextInt(n);
          node.addInput((random.nextInt(4) == 0 ? "^scope/n" : "scope/n") + from + suffix(random));
          own.addAll(reached.get(from));
        }
        reached.add(own);
        signature.putOutputs("out" + n, tensor(n));
        graph.addNode(node);
      }
      Dependencies dependencies = read(meta(graph, signature));
      assertEquals("transform", dependencies.tag());
      assertEquals(Set.of(), dependencies.inputsOf(List.of()));
      int a = random.nextInt(NODES);
      int b = random.nextInt(NODES);
      assertEquals(reached.get(a), new TreeSet<>(dependencies.inputsOf(List.of("out" + a))));
      Set<String> both = new HashSet<>(reached.get(a));
      both.addAll(reached.get(b));
      assertEquals(both, dependencies.inputsOf(List.of("out" + a, "out" + b)));
    }
  }

  private static String suffix(Random random) {
    return random.nextBoolean() ? "" : ":" + random.nextInt(3);
  }

  @Test
  void whatIsNoTransformGraphIsSaidToBeNone() throws IOException {
    Path file = folder.resolve("saved_model.pb");
    assertNone(file);
    for (byte[] content :
        List.of(
            new byte[0],
            "no proto at all".getBytes(StandardCharsets.UTF_8),
            SavedModel.newBuilder().addMetaGraphs(MetaGraphDef.newBuilder()).build().toByteArray(),
            SavedModel.newBuilder()
                .addMetaGraphs(
                    MetaGraphDef.newBuilder()
                        .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder().addTags("serve")))
                .build()
                .toByteArray())) {
      Files.write(file, content);
      assertNone(file);
    }
  }

  private void assertNone(Path file) {
    ArtifactException none = assertThrows(ArtifactException.class, () -> Dependencies.read(folder));
    assertEquals("There is no transform graph here.", none.what());
    assertEquals(file.toString(), none.where().file());
    assertEquals("Run the Transform again.", none.fix());
  }
}
