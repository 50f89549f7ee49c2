package dev.pipewright.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Random tensors of every type and shape: what is fed, what is written into the graph and what
/// TensorFlow gives back are the same.
class HostTensorPropertiesTest {

  private static final int ROUNDS = 60;

  private static long[] shape(Random random) {
    return LongStream.range(0, random.nextInt(1, 4)).map(i -> random.nextInt(5)).toArray();
  }

  private static int size(long[] shape) {
    return Math.toIntExact(LongStream.of(shape).reduce(1, (a, b) -> a * b));
  }

  private interface Given {
    HostTensor fed(long[] shape);

    Value written(GraphBuilder graph, long[] shape);
  }

  /// Feeds the one, writes the other into a graph, and gives both back from TensorFlow.
  private static void throughTensorFlow(Given given, long[] shape, Consumer<HostTensor> check) {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.callerThread());
        HostTensor fed = given.fed(shape)) {
      check.accept(fed);
      Value x = graph.placeholder("x", fed.dtype(), TensorShape.of(shape));
      Value constant = given.written(graph, shape);
      assertEquals(TensorShape.of(shape), constant.shape());
      assertEquals(fed.dtype(), constant.dtype());
      Value copied = graph.call("DeepCopy", x);
      try (Fetches fetches =
          session.step(List.of(x), List.of(copied, constant), List.of()).run(fed)) {
        for (int i = 0; i < 2; i++) {
          assertEquals(TensorShape.of(shape), fetches.get(i).shape());
          assertEquals(size(shape), fetches.get(i).elementCount());
          check.accept(fetches.get(i));
        }
      }
    }
  }

  @Test
  void floatsKeepTheirBits() {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      long[] shape = shape(random);
      float[] values = new float[size(shape)];
      for (int i = 0; i < values.length; i++) {
        // Any bits but those of a NaN, whose payload Java may change.
        float value = Float.intBitsToFloat(random.nextInt());
        values[i] = Float.isNaN(value) ? Float.MIN_VALUE : value;
      }
      throughTensorFlow(
          new Given() {
            @Override
            public HostTensor fed(long[] dims) {
              return HostTensor.of(values, dims);
            }

            @Override
            public Value written(GraphBuilder graph, long[] dims) {
              return graph.constant(values, dims);
            }
          },
          shape,
          tensor -> assertArrayEquals(values, tensor.toFloats()));
    }
  }

  @Test
  void wholeNumbersKeepTheirBits() {
    Random random = new Random(2);
    for (int round = 0; round < ROUNDS; round++) {
      long[] shape = shape(random);
      long[] longs = random.longs(size(shape)).toArray();
      throughTensorFlow(
          new Given() {
            @Override
            public HostTensor fed(long[] dims) {
              return HostTensor.of(longs, dims);
            }

            @Override
            public Value written(GraphBuilder graph, long[] dims) {
              return graph.constant(longs, dims);
            }
          },
          shape,
          tensor -> assertArrayEquals(longs, tensor.toLongs()));
      int[] ints = random.ints(size(shape)).toArray();
      throughTensorFlow(
          new Given() {
            @Override
            public HostTensor fed(long[] dims) {
              return HostTensor.of(ints, dims);
            }

            @Override
            public Value written(GraphBuilder graph, long[] dims) {
              return graph.constant(ints, dims);
            }
          },
          shape,
          tensor -> assertArrayEquals(ints, tensor.toInts()));
    }
  }

  @Test
  void stringsKeepTheirBytesWhereverTensorFlowPutsThem() {
    Random random = new Random(3);
    // 22 bytes fit into a record of TensorFlow's; longer ones lie elsewhere.
    int[] lengths = {0, 1, 21, 22, 23, 24, 63, 64, 255, 256, 70_000};
    for (int round = 0; round < ROUNDS; round++) {
      long[] shape = shape(random);
      byte[][] values = new byte[size(shape)][];
      for (int i = 0; i < values.length; i++) {
        values[i] = new byte[lengths[random.nextInt(round % 10 == 0 ? 11 : 10)]];
        random.nextBytes(values[i]);
      }
      throughTensorFlow(
          new Given() {
            @Override
            public HostTensor fed(long[] dims) {
              return HostTensor.of(values, dims);
            }

            @Override
            public Value written(GraphBuilder graph, long[] dims) {
              return graph.constant(values, dims);
            }
          },
          shape,
          tensor -> assertArrayEquals(values, tensor.toByteStrings()));
    }
  }

  @Test
  void aTensorThatIsFilledAgainFeedsTheNewNumbers() {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.callerThread());
        HostTensor fed = HostTensor.allocate(DType.INT64, 4)) {
      Value x = graph.placeholder("x", DType.INT64, TensorShape.of(4));
      Step step =
          session.step(List.of(x), List.of(graph.call("Sum", x, graph.constant(0))), List.of());
      for (long round = 1; round <= 5; round++) {
        for (int i = 0; i < 4; i++) {
          fed.segment().setAtIndex(ValueLayout.JAVA_LONG, i, round * i);
        }
        try (Fetches sum = step.run(fed)) {
          assertEquals(6 * round, sum.get(0).longValue());
        }
      }
    }
  }

  @Test
  void everyTypeButTheRightOneIsRefused() {
    try (HostTensor tensor = HostTensor.of(new double[] {1, 2}, 1, 2)) {
      List<Runnable> wrong =
          List.of(
              tensor::toFloats,
              tensor::toInts,
              tensor::toLongs,
              tensor::toBooleans,
              tensor::toByteStrings,
              tensor::floatValue,
              tensor::longValue);
      for (Runnable read : wrong) {
        String message = assertThrows(IllegalStateException.class, read::run).getMessage();
        assertEquals("the tensor holds float64, not ", message.substring(0, 30));
      }
      assertEquals("float64 [1, 2]", tensor.toString());
    }
  }

  @Test
  void shapesThatTheNumbersDoNotFillAreRefused() {
    for (long[] shape : new long[][] {{3}, {2, 2}, {0}, {1, 1}}) {
      assertThrows(
          IllegalArgumentException.class, () -> HostTensor.of(new long[] {1, 2}, shape).close());
      try (GraphBuilder graph = GraphBuilder.create()) {
        assertThrows(
            IllegalArgumentException.class, () -> graph.constant(new long[] {1, 2}, shape));
      }
    }
    assertThrows(IllegalStateException.class, () -> HostTensor.of(new long[2], -1, 2).close());
  }

  @Test
  void stepsOfOneSessionRunSideBySide() throws Exception {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.callerThread())) {
      Value x = graph.placeholder("x", DType.INT64, TensorShape.scalar());
      Value square = graph.call("Square", x);
      List<Step> steps =
          IntStream.range(0, 4)
              .mapToObj(i -> session.step(List.of(x), List.of(square), List.of()))
              .toList();
      try (var pool = Executors.newFixedThreadPool(4)) {
        List<Future<Long>> sums =
            IntStream.range(0, 4)
                .mapToObj(i -> pool.submit(() -> sumOfSquares(steps.get(i), 200)))
                .toList();
        for (var sum : sums) {
          assertEquals(2_646_700, sum.get());
        }
      }
    }
  }

  private static long sumOfSquares(Step step, long count) {
    long sum = 0;
    for (long n = 0; n < count; n++) {
      try (HostTensor fed = HostTensor.scalar(n);
          Fetches fetches = step.run(fed)) {
        sum += fetches.get(0).longValue();
      }
    }
    return sum;
  }
}
