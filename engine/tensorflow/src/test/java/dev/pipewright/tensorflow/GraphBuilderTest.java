package dev.pipewright.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

class GraphBuilderTest {

  private final GraphBuilder graph = GraphBuilder.create();

  @AfterEach
  void closeGraph() {
    graph.close();
  }

  @Test
  void namesByScopeTypeAndNumber() {
    GraphBuilder inner = graph.scope("a").scope("b");
    assertEquals("a/b/Const:0", inner.constant(1f).name());
    assertEquals("a/b/Const_1:0", inner.constant(1f).name());
    assertEquals("Const:0", graph.constant(1f).name());
    assertEquals("x:0", graph.placeholder("x", DType.BOOL, TensorShape.unknown()).name());
    assertEquals("x_1:0", graph.placeholder("x", DType.BOOL, TensorShape.unknown()).name());
  }

  @Test
  void findsOperationsAndValuesByTheirFullNames() {
    Value constant = graph.scope("a").constant(List.of("p", "q"));
    assertEquals(constant, graph.value("a/Const:0"));
    assertEquals(constant, graph.value("a/Const"));
    assertEquals(Optional.of(constant.operation()), graph.operation("a/Const"));
    assertEquals(Optional.empty(), graph.operation("a/Konst"));
    assertThrows(IllegalArgumentException.class, () -> graph.value("a/Konst:0"));
    assertThrows(IllegalArgumentException.class, () -> graph.value("a/Const:1"));
  }

  @Test
  void knowsTypesAndShapesAsFarAsTensorFlowInfersThem() {
    Value x = graph.placeholder("x", DType.FLOAT32, TensorShape.of(-1, 3));
    Value w = graph.constant(new float[6], 3, 2);
    Value y = graph.call("MatMul", x, w);
    assertEquals(TensorShape.of(-1, 2), y.shape());
    assertEquals(DType.FLOAT32, y.dtype());
    assertEquals("MatMul:0: float32 [?, 2]", y.toString());
    Value any = graph.placeholder("any", DType.STRING, TensorShape.unknown());
    assertEquals(TensorShape.unknown(), any.shape());
    assertEquals(List.of(x, w), List.of(y.operation().input(0), y.operation().input(1)));
    assertEquals(2, y.operation().inputCount());
  }

  @Test
  void writesEveryConstantIntoTheGraph() {
    try (GraphSession session = GraphSession.open(graph, SessionSettings.callerThread())) {
      assertArrayEquals(
          new float[] {1, 2}, session.fetch(graph.constant(new float[] {1, 2})).toFloats());
      assertArrayEquals(new double[] {0.1}, session.fetch(graph.constant(0.1)).toDoubles());
      assertArrayEquals(
          new int[] {1, 2, 3, 4},
          session.fetch(graph.constant(new int[] {1, 2, 3, 4}, 2, 2)).toInts());
      assertArrayEquals(
          new long[] {Long.MIN_VALUE}, session.fetch(graph.constant(Long.MIN_VALUE)).toLongs());
      assertArrayEquals(
          new boolean[] {true, false},
          session.fetch(graph.constant(new boolean[] {true, false})).toBooleans());
      assertArrayEquals(new boolean[] {true}, session.fetch(graph.constantTrue()).toBooleans());
      assertArrayEquals(new boolean[] {false}, session.fetch(graph.constantFalse()).toBooleans());
      assertEquals(List.of("é"), session.fetch(graph.constant("é")).toStrings());
      assertEquals(List.of("a", ""), session.fetch(graph.constant(List.of("a", ""))).toStrings());
      assertArrayEquals(
          new byte[][] {{0, -1}},
          session.fetch(graph.constant(new byte[] {0, -1})).toByteStrings());
      assertEquals(TensorShape.of(0), graph.constant(new long[0]).shape());
      assertEquals(TensorShape.scalar(), graph.constant(1).shape());
    }
  }

  @Test
  void refusesAConstantThatDoesNotFillItsShape() {
    assertThrows(IllegalArgumentException.class, () -> graph.constant(new float[] {1, 2}, 3));
  }

  @Test
  void writesEveryKindOfAttribute() {
    Operation queue =
        graph
            .op("FIFOQueueV2")
            .named("queue")
            .attr("component_types", List.of(DType.FLOAT32, DType.STRING))
            .attr("shapes", List.of(TensorShape.of(2), TensorShape.scalar()))
            .attr("capacity", 7)
            .attr("container", "c")
            .operation();
    graph
        .op("MaxPool")
        .named("pool")
        .inputs(graph.constant(new float[16], 1, 4, 4, 1))
        .attr("ksize", List.of(1, 2, 2, 1))
        .attr("strides", List.of(1L, 2L, 2L, 1L))
        .attr("padding", "VALID")
        .operation();
    graph.op("LeakyRelu").named("relu").inputs(graph.constant(1f)).attr("alpha", 0.5f).operation();
    Map<String, AttrValue> queued = node("queue").getAttrMap();
    assertEquals("FIFOQueueV2 queue", queue.toString());
    assertEquals(7, queued.get("capacity").getI());
    assertEquals("c", queued.get("container").getS().toStringUtf8());
    assertEquals(
        List.of(DataType.DT_FLOAT, DataType.DT_STRING),
        queued.get("component_types").getList().getTypeList());
    assertEquals(2, queued.get("shapes").getList().getShape(0).getDim(0).getSize());
    assertEquals(
        List.of(1L, 2L, 2L, 1L), node("pool").getAttrMap().get("ksize").getList().getIList());
    assertEquals(0.5f, node("relu").getAttrMap().get("alpha").getF());
    assertThrows(
        IllegalArgumentException.class, () -> graph.op("NoOp").attr("list", List.of(new Object())));
  }

  private NodeDef node(String name) {
    return graph.toGraphDef().getNodeList().stream()
        .filter(node -> node.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void namesTheAttributeThatIsWrong() {
    IllegalArgumentException failure =
        assertThrows(
            IllegalArgumentException.class,
            () -> graph.op("Placeholder").attr("dtype", 3).attr("shape", "x").value());
    assertTrue(failure.getMessage().startsWith("Placeholder Placeholder"), failure.getMessage());
  }

  @Test
  void ordersByControlDependencies() {
    Value counter = graph.variable("counter", Variable.Role.STATE, graph.constant(0L)).handle();
    Operation add = graph.op("AssignAddVariableOp").inputs(counter, graph.constant(5L)).operation();
    Value after =
        graph
            .after(List.of(add))
            .op("ReadVariableOp")
            .inputs(counter)
            .attr("dtype", DType.INT64)
            .value();
    try (GraphSession session = GraphSession.open(graph, SessionSettings.standard())) {
      session.initialize();
      try (HostTensor value = session.fetch(after)) {
        assertEquals(5, value.longValue());
      }
    }
  }

  @Test
  void placesOnADevice() {
    Value here = graph.onDevice("/device:CPU:0").constant(1f);
    assertEquals("/device:CPU:0", node(here.operation().name()).getDevice());
  }

  @Test
  void givesTheOutputsOfAnOperationWithSeveral() {
    Value x = graph.constant(new float[] {3, 1, 2});
    List<Value> top = graph.op("TopKV2").inputs(x, graph.constant(2)).values();
    assertEquals(List.of("TopKV2:0", "TopKV2:1"), top.stream().map(Value::name).toList());
    assertThrows(
        IllegalArgumentException.class,
        () -> graph.op("TopKV2").inputs(x, graph.constant(2)).value());
  }

  @Test
  void importsAGraphUnderAScopeWithItsInputReplaced() {
    GraphDef doubling;
    try (GraphBuilder other = GraphBuilder.create()) {
      Value x = other.placeholder("x", DType.FLOAT32, TensorShape.scalar());
      other.op("Mul").named("y").inputs(x, other.constant(2f)).value();
      doubling = other.toGraphDef();
    }
    ImportedGraph first =
        graph.scope("first").importGraph(doubling, Map.of("x:0", graph.constant(21f)));
    ImportedGraph second =
        graph.scope("second").importGraph(doubling, Map.of("x", first.value("y:0")));
    assertEquals("second/y:0", second.value("y:0").name());
    assertThrows(IllegalArgumentException.class, () -> second.operation("z"));
    try (GraphSession session = GraphSession.open(graph, SessionSettings.standard());
        HostTensor value = session.fetch(second.value("y:0"))) {
      assertEquals(84f, value.floatValue());
    }
    // What was imported has taken its name.
    assertEquals("first/y_1", graph.scope("first").op("NoOp").named("y").operation().name());
  }

  @Test
  void refusesVariablesOfOneNameOrOfOpenShape() {
    graph.variable("w", Variable.Role.TRAINABLE, graph.constant(1f));
    assertThrows(
        IllegalArgumentException.class,
        () -> graph.variable("w", Variable.Role.TRAINABLE, graph.constant(1f)));
    Value open = graph.placeholder("open", DType.FLOAT32, TensorShape.of(-1));
    assertThrows(
        IllegalArgumentException.class, () -> graph.variable("v", Variable.Role.TRAINABLE, open));
  }

  @Test
  void cannotBeUsedAfterItIsClosed() {
    GraphBuilder closed = GraphBuilder.create();
    GraphBuilder view = closed.scope("a");
    closed.close();
    closed.close();
    assertThrows(IllegalStateException.class, () -> view.constant(1f));
  }
}
