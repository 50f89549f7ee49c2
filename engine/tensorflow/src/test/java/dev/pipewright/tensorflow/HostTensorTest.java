package dev.pipewright.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostTensorTest {

  @Test
  void stringsOfEveryLengthComeBackThroughTensorFlow() {
    Random random = new Random(5);
    byte[][] strings = new byte[300][];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = new byte[i];
      random.nextBytes(strings[i]);
    }
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.callerThread());
        HostTensor feed = HostTensor.of(strings, 3, 100)) {
      Value x = graph.placeholder("x", DType.STRING, TensorShape.of(3, -1));
      // Joining copies each string: it comes back small, or large on TensorFlow's heap.
      Value joined = graph.op("StringJoin").inputs(OpInput.list(x, graph.constant("!"))).value();
      Step step = session.step(List.of(x), List.of(graph.call("Identity", x), joined), List.of());
      try (Fetches fetches = step.run(feed)) {
        assertArrayEquals(strings, feed.toByteStrings());
        assertArrayEquals(strings, fetches.get(0).toByteStrings());
        byte[][] back = fetches.get(1).toByteStrings();
        for (int i = 0; i < strings.length; i++) {
          byte[] expected = Arrays.copyOf(strings[i], i + 1);
          expected[i] = '!';
          assertArrayEquals(expected, back[i]);
        }
        assertEquals(TensorShape.of(3, 100), fetches.get(1).shape());
      }
    }
  }

  @Test
  void everyTypeComesBackAsItWent() {
    try (HostTensor floats = HostTensor.of(new float[] {1, Float.NaN}, 2, 1);
        HostTensor doubles = HostTensor.of(new double[] {Math.PI});
        HostTensor ints = HostTensor.of(new int[] {Integer.MIN_VALUE, 7});
        HostTensor longs = HostTensor.of(new long[] {Long.MAX_VALUE});
        HostTensor bools = HostTensor.of(new boolean[] {true, false});
        HostTensor text = HostTensor.of(List.of("straße", ""));
        HostTensor none = HostTensor.of(new float[0], 0, 4)) {
      assertArrayEquals(new float[] {1, Float.NaN}, floats.toFloats());
      assertArrayEquals(new double[] {Math.PI}, doubles.toDoubles());
      assertArrayEquals(new int[] {Integer.MIN_VALUE, 7}, ints.toInts());
      assertArrayEquals(new long[] {Long.MAX_VALUE}, longs.toLongs());
      assertArrayEquals(new boolean[] {true, false}, bools.toBooleans());
      assertEquals(List.of("straße", ""), text.toStrings());
      assertEquals("float32 [0, 4]", none.toString());
      assertArrayEquals(new float[0], none.toFloats());
    }
  }

  @Test
  void refusesTheWrongTypeTheWrongShapeAndUseAfterClose() {
    HostTensor tensor = HostTensor.scalar(2L);
    assertThrows(IllegalStateException.class, tensor::toFloats);
    tensor.close();
    tensor.close();
    assertThrows(IllegalStateException.class, tensor::longValue);
    assertThrows(
        IllegalArgumentException.class, () -> HostTensor.of(new float[] {1, 2}, 3).close());
    assertThrows(
        IllegalArgumentException.class, () -> HostTensor.allocate(DType.STRING, 1).close());
  }
}
