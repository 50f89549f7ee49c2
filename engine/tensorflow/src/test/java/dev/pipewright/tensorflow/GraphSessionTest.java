package dev.pipewright.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.DataException;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class GraphSessionTest {

  @Test
  void runsAPreparedStepWithOneFeedFilledAgainAndAgain() {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded());
        HostTensor feed = HostTensor.allocate(DType.FLOAT32, 2)) {
      Value x = graph.placeholder("x", DType.FLOAT32, TensorShape.of(-1));
      Value doubled = graph.call("Mul", x, graph.constant(2f));
      Step step = session.step(List.of(x), List.of(doubled), List.of());
      for (int i = 0; i < 3; i++) {
        feed.segment().setAtIndex(ValueLayout.JAVA_FLOAT, 0, i);
        feed.segment().setAtIndex(ValueLayout.JAVA_FLOAT, 1, i + 1);
        try (Fetches fetches = step.run(feed)) {
          assertArrayEquals(new float[] {2f * i, 2f * i + 2}, fetches.get(0).toFloats());
        }
      }
    }
  }

  @Test
  void holdsVariablesBetweenRunsAndAssignsThem() {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.callerThread())) {
      Variable count = graph.scope("a").variable("count", Variable.Role.STATE, graph.constant(5L));
      Operation increment =
          graph.op("AssignAddVariableOp").inputs(count.handle(), graph.constant(2L)).operation();
      session.initialize();
      session.run(increment);
      assertEquals("a/count", count.name());
      assertEquals(7L, readLong(session, count));
      try (HostTensor value = HostTensor.scalar(40L)) {
        session.assign(count, value);
        session.assign(count, value);
      }
      session.run(increment);
      assertEquals(42L, readLong(session, count));
    }
  }

  private static long readLong(GraphSession session, Variable variable) {
    try (HostTensor value = session.read(variable)) {
      return value.longValue();
    }
  }

  @Test
  void returnsEmptyAtTheEndOfASequence() {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.standard())) {
      List<DType> types = List.of(DType.INT64);
      List<TensorShape> shapes = List.of(TensorShape.scalar());
      Value dataset =
          graph
              .op("RangeDataset")
              .inputs(graph.constant(0L), graph.constant(2L), graph.constant(1L))
              .attr("output_types", types)
              .attr("output_shapes", shapes)
              .value();
      Value iterator =
          graph
              .op("IteratorV2")
              .attr("shared_name", "it")
              .attr("container", "")
              .attr("output_types", types)
              .attr("output_shapes", shapes)
              .value();
      session.run(graph.op("MakeIterator").inputs(dataset, iterator).operation());
      Value next =
          graph
              .op("IteratorGetNext")
              .inputs(iterator)
              .attr("output_types", types)
              .attr("output_shapes", shapes)
              .value();
      Step step = session.step(List.of(), List.of(next), List.of());
      for (long i = 0; i < 2; i++) {
        try (Fetches fetches = step.runUnlessEnded().orElseThrow()) {
          assertEquals(i, fetches.get(0).longValue());
        }
      }
      assertEquals(Optional.empty(), step.runUnlessEnded());
    }
  }

  @Test
  void namesTheOperationThatCouldNotUseTheData() {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.standard());
        HostTensor feed = HostTensor.of(new int[] {7})) {
      Value index = graph.placeholder("index", DType.INT32, TensorShape.of(-1));
      Value rows =
          graph
              .op("GatherV2")
              .named("look_up")
              .inputs(graph.constant(new float[] {1, 2}), index, graph.constant(0))
              .value();
      Step step = session.step(List.of(index), List.of(rows), List.of());
      DataException failure = assertThrows(DataException.class, () -> step.run(feed));
      assertEquals("operation look_up", failure.where().subject());
      assertTrue(failure.what().contains("7 is not in [0, 2)"), failure.what());
    }
  }

  @Test
  void refusesAnOperationThatDoesNotFitAndNamesIt() {
    try (GraphBuilder graph = GraphBuilder.create()) {
      Value a = graph.constant(new float[] {1, 2}, 1, 2);
      IllegalArgumentException failure =
          assertThrows(
              IllegalArgumentException.class,
              () -> graph.scope("dense").op("MatMul").inputs(a, a).value());
      assertTrue(failure.getMessage().startsWith("MatMul dense/MatMul: "), failure.getMessage());
    }
  }

  @Test
  void aCancelledSessionStopsItsRuns() throws InterruptedException {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.standard())) {
      // A queue nobody fills: the run waits for ever.
      Value queue =
          graph
              .op("FIFOQueueV2")
              .attr("component_types", List.of(DType.FLOAT32))
              .attr("shapes", List.of(TensorShape.scalar()))
              .value();
      Value element =
          graph
              .op("QueueDequeueV2")
              .inputs(queue)
              .attr("component_types", List.of(DType.FLOAT32))
              .value();
      Step step = session.step(List.of(), List.of(element), List.of());
      Thread canceller =
          Thread.ofVirtual()
              .start(
                  () -> {
                    sleep(100);
                    session.cancel();
                  });
      assertThrows(CancellationException.class, step::run);
      canceller.join();
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void saysWhichDeviceItRunsOn() {
    TensorFlowRuntime runtime = TensorFlowRuntime.load();
    assertEquals("CPU", runtime.devices().getFirst().type());
    assertTrue(runtime.deviceSentence().startsWith("TensorFlow 2."), runtime.deviceSentence());
    assertTrue(
        runtime.usesGpu()
            || runtime.deviceSentence().endsWith("(build with -Pgpu for NVIDIA GPUs).")
            || runtime.deviceSentence().contains("NVIDIA driver"),
        runtime.deviceSentence());
  }
}
