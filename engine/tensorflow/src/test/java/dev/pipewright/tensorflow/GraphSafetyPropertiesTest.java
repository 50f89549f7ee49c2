package dev.pipewright.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NameAttrList;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

/// Random graphs with functions: what is found is what the output can reach, however it is hidden.
class GraphSafetyPropertiesTest {

  private static final int NODES = 8;
  private static final int FUNCTIONS = 4;
  private static final List<String> UNSAFE = List.of("ReadFile", "WriteFile", "PyFunc");

  @TempDir Path folder;

  /// A node: its op, the nodes that it takes, and the function that it calls, or -1.
  private record Plain(String op, List<Integer> inputs, int function) {}

  private static Plain plain(Random random, int index, int firstFunction) {
    String op = random.nextInt(4) == 0 ? UNSAFE.get(random.nextInt(3)) : "Identity";
    List<Integer> inputs = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0 && index > 0; i--) {
      inputs.add(random.nextInt(index));
    }
    // Functions call later ones alone: TensorFlow allows no recursion.
    boolean isCall = random.nextInt(4) == 0 && firstFunction < FUNCTIONS;
    return new Plain(op, inputs, isCall ? random.nextInt(firstFunction, FUNCTIONS) : -1);
  }

  private static List<Plain> graph(Random random, int firstFunction) {
    List<Plain> nodes = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      nodes.add(plain(random, i, firstFunction));
    }
    return nodes;
  }

  private static NodeDef node(Random random, int index, Plain plain) {
    NodeDef.Builder node = NodeDef.newBuilder().setName("n" + index).setOp(plain.op());
    for (int input : plain.inputs()) {
      node.addInput(
          switch (random.nextInt(3)) {
            case 0 -> "^n" + input;
            case 1 -> "n" + input + ":0";
            default -> "n" + input;
          });
    }
    if (plain.function() >= 0) {
      NameAttrList call = NameAttrList.newBuilder().setName("f" + plain.function()).build();
      AttrValue.Builder attribute = AttrValue.newBuilder();
      if (random.nextBoolean()) {
        attribute.setFunc(call);
      } else {
        attribute.setList(AttrValue.ListValue.newBuilder().addFunc(call));
      }
      node.putAttr("body", attribute.build());
    }
    return node.build();
  }

  /// All unsafe operations of a function and of those that it calls.
  private static void collect(List<List<Plain>> functions, int index, TreeSet<String> found) {
    for (Plain node : functions.get(index)) {
      add(functions, node, found);
    }
  }

  private static void add(List<List<Plain>> functions, Plain node, TreeSet<String> found) {
    if (UNSAFE.contains(node.op())) {
      found.add(node.op());
    }
    if (node.function() >= 0) {
      collect(functions, node.function(), found);
    }
  }

  private static void walk(
      List<Plain> graph, List<List<Plain>> functions, int index, TreeSet<String> found) {
    add(functions, graph.get(index), found);
    graph.get(index).inputs().forEach(input -> walk(graph, functions, input, found));
  }

  @Test
  void findsWhatTheOutputReaches() throws IOException {
    Random random = new Random(1);
    int safe = 0;
    for (int round = 0; round < 100; round++) {
      List<Plain> graph = graph(random, 0);
      List<List<Plain>> functions = new ArrayList<>();
      GraphDef.Builder definition = GraphDef.newBuilder();
      for (int f = 0; f < FUNCTIONS; f++) {
        List<Plain> body = graph(random, f + 1);
        functions.add(body);
        FunctionDef.Builder function =
            FunctionDef.newBuilder().setSignature(OpDef.newBuilder().setName("f" + f));
        for (int i = 0; i < NODES; i++) {
          function.addNodeDef(node(random, i, body.get(i)));
        }
        definition.getLibraryBuilder().addFunction(function);
      }
      for (int i = 0; i < NODES; i++) {
        definition.addNode(node(random, i, graph.get(i)));
      }
      int output = random.nextInt(NODES);
      TreeSet<String> expected = new TreeSet<>();
      walk(graph, functions, output, expected);
      safe += expected.isEmpty() ? 1 : 0;
      assertEquals(
          List.copyOf(expected), model(definition, "n" + output + ":0").unsafeOperations());
    }
    assertTrue(safe > 5 && safe < 95, safe + " were safe");
  }

  private SavedModel model(GraphDef.Builder graph, String output) throws IOException {
    MetaGraphDef.Builder meta =
        MetaGraphDef.newBuilder()
            .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder().addTags("serve"))
            .setGraphDef(graph)
            .putSignatureDef(
                "serving_default",
                SignatureDef.newBuilder()
                    .putOutputs("y", TensorInfo.newBuilder().setName(output).build())
                    .build());
    Files.write(
        folder.resolve("saved_model.pb"),
        org.tensorflow.proto.SavedModel.newBuilder().addMetaGraphs(meta).build().toByteArray());
    return SavedModel.read(folder);
  }
}
