package dev.pipewright.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GradientsTest {

  @Test
  void sparseSoftmaxCrossEntropyAgreesWithFiniteDifferences() {
    checkAgainstFiniteDifferences(
        6,
        (graph, x) -> {
          Value logits = graph.call("Reshape", x, graph.constant(new int[] {2, 3}));
          Value labels = graph.constant(new int[] {0, 2});
          Operation loss =
              graph.op("SparseSoftmaxCrossEntropyWithLogits").inputs(logits, labels).operation();
          return sum(graph, graph.call("Square", loss.output(0)));
        });
  }

  @Test
  void passThroughOperationsAgreeWithFiniteDifferences() {
    checkAgainstFiniteDifferences(
        4,
        (graph, x) -> {
          Value shaped = graph.op("EnsureShape").inputs(x).attr("shape", TensorShape.of(4)).value();
          Value defaulted =
              graph
                  .op("PlaceholderWithDefault")
                  .inputs(shaped)
                  .attr("shape", TensorShape.of(4))
                  .value();
          List<Value> both = graph.op("IdentityN").inputs(OpInput.list(defaulted, shaped)).values();
          return sum(graph, graph.call("Mul", both.get(0), graph.call("Exp", both.get(1))));
        });
  }

  @Test
  void resourceGatherSumsTheRowsTakenTwice() {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded())) {
      Value initial = graph.constant(new float[] {1, 2, 3, 4, 5, 6}, 3, 2);
      Variable table = graph.variable("table", Variable.Role.TRAINABLE, initial);
      Value rows =
          graph
              .op("ResourceGather")
              .inputs(table.handle(), graph.constant(new int[] {2, 0, 2}))
              .attr("dtype", DType.FLOAT32)
              .value();
      Value loss = sum(graph, graph.call("Square", rows));
      Value gradient = Gradients.of(graph, loss, List.of(table.handle())).getFirst();
      session.initialize();
      try (HostTensor value = session.fetch(gradient)) {
        assertArrayEquals(new float[] {2, 4, 0, 0, 20, 24}, value.toFloats());
      }
    }
  }

  @Test
  void gatherSumsTheRowsTakenTwiceWhateverTheNumberOfRows() {
    for (TensorShape shape : List.of(TensorShape.of(3, 2), TensorShape.of(-1, 2))) {
      try (GraphBuilder graph = GraphBuilder.create();
          GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded());
          HostTensor fed = HostTensor.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2)) {
        Value table = graph.placeholder("table", DType.FLOAT32, shape);
        Value rows = graph.call("Gather", table, graph.constant(new long[] {2, 0, 2}));
        Value loss = sum(graph, graph.call("Square", rows));
        Value gradient = Gradients.of(graph, loss, List.of(table)).getFirst();
        try (Fetches fetches =
            session.step(List.of(table), List.of(gradient), List.of()).run(fed)) {
          assertEquals(TensorShape.of(3, 2), fetches.get(0).shape());
          assertArrayEquals(new float[] {2, 4, 0, 0, 20, 24}, fetches.get(0).toFloats());
        }
      }
    }
  }

  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aGradientThatAsksForAShapeFailsInsteadOfWaitingForever() {
    try (GraphBuilder graph = GraphBuilder.create()) {
      graph.gradient(
          "Erfc", (g, op, dy) -> List.of(g.constant((float) op.input(0).shape().rank())));
      Value x = graph.constant(1f);
      Value y = graph.call("Erfc", x);
      IllegalArgumentException failure =
          assertThrows(IllegalArgumentException.class, () -> Gradients.of(graph, y, List.of(x)));
      assertEquals(
          "the shape of Const:0 is not known while gradients are added; use the op Shape",
          failure.getSuppressed()[0].getMessage());
      assertEquals(TensorShape.scalar(), x.shape());
    }
  }

  @Test
  void refusesAValueOnWhichNothingDepends() {
    try (GraphBuilder graph = GraphBuilder.create()) {
      Value x = graph.placeholder("x", DType.FLOAT32, TensorShape.scalar());
      Value other = graph.placeholder("other", DType.FLOAT32, TensorShape.scalar());
      Value y = graph.call("Square", x);
      IllegalArgumentException failure =
          assertThrows(
              IllegalArgumentException.class, () -> Gradients.of(graph, y, List.of(x, other)));
      assertTrue(failure.getMessage().contains("'other'"), failure.getMessage());
      Value rounded = graph.call("Floor", graph.call("Sign", x));
      Value z = graph.call("Add", rounded, graph.op("StopGradient").inputs(x).value());
      assertThrows(IllegalArgumentException.class, () -> Gradients.of(graph, z, List.of(x)));
    }
  }

  @Test
  void differentiatesAGraphTwiceWithoutNameClashes() {
    try (GraphBuilder graph = GraphBuilder.create()) {
      Value x = graph.placeholder("x", DType.FLOAT32, TensorShape.of(2));
      Value y = graph.op("EnsureShape").inputs(x).attr("shape", TensorShape.of(2)).value();
      Value first = Gradients.of(graph, y, List.of(x)).getFirst();
      Value second = Gradients.of(graph, y, List.of(x)).getFirst();
      assertTrue(first.name().startsWith("gradients/"), first.name());
      assertTrue(second.name().startsWith("gradients_1/"), second.name());
      assertEquals(graph.value(first.name()), first);
    }
  }

  @Test
  void aGraphCanBringItsOwnGradient() {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded())) {
      graph.gradient("Erfc", (g, op, dy) -> List.of(g.call("Mul", dy.getFirst(), g.constant(3f))));
      Value x = graph.constant(1f);
      Value gradient = Gradients.of(graph, graph.call("Erfc", x), List.of(x)).getFirst();
      try (HostTensor value = session.fetch(gradient)) {
        assertEquals(3f, value.floatValue());
      }
    }
  }

  @Test
  void saysWhichOperationHasNoGradient() {
    try (GraphBuilder graph = GraphBuilder.create()) {
      Value x = graph.constant(new float[] {1, 2});
      Value y = graph.call("Betainc", x, x, x);
      IllegalArgumentException failure =
          assertThrows(IllegalArgumentException.class, () -> Gradients.of(graph, y, List.of(x)));
      assertTrue(failure.getMessage().contains("Betainc"), failure.getMessage());
    }
  }

  @Test
  void aFailingGradientOfOursIsReportedAndTheGraphIsUsableAfterwards() {
    try (GraphBuilder graph = GraphBuilder.create()) {
      graph.gradient(
          "Erfc",
          (g, op, dy) -> {
            throw new IllegalStateException("not today");
          });
      Value x = graph.constant(1f);
      Value y = graph.call("Erfc", x);
      IllegalArgumentException failure =
          assertThrows(IllegalArgumentException.class, () -> Gradients.of(graph, y, List.of(x)));
      assertEquals("not today", failure.getSuppressed()[0].getMessage());
      assertEquals(TensorShape.scalar(), graph.call("Neg", y).shape());
    }
  }

  private static Value sum(GraphBuilder graph, Value values) {
    Value flat = graph.call("Reshape", values, graph.constant(new int[] {-1}));
    return graph.call("Sum", flat, graph.constant(0));
  }

  private static void checkAgainstFiniteDifferences(
      int size, BiFunction<GraphBuilder, Value, Value> function) {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded())) {
      Value x = graph.placeholder("x", DType.FLOAT32, TensorShape.of(size));
      Value y = function.apply(graph, x);
      Value dx = Gradients.of(graph, y, List.of(x)).getFirst();
      Step value = session.step(List.of(x), List.of(y), List.of());
      Step gradient = session.step(List.of(x), List.of(dx), List.of());
      float[] at = new float[size];
      Random random = new Random(7);
      for (int i = 0; i < size; i++) {
        at[i] = random.nextFloat() * 2 - 1;
      }
      float[] analytic = run(gradient, at);
      for (int i = 0; i < size; i++) {
        float h = 1e-2f;
        float[] above = at.clone();
        float[] below = at.clone();
        above[i] += h;
        below[i] -= h;
        float numeric = (run(value, above)[0] - run(value, below)[0]) / (2 * h);
        assertEquals(numeric, analytic[i], 2e-3f * Math.max(1, Math.abs(numeric)));
      }
    }
  }

  private static float[] run(Step step, float[] x) {
    try (HostTensor feed = HostTensor.of(x);
        Fetches fetches = step.run(feed)) {
      return fetches.get(0).toFloats();
    }
  }
}
