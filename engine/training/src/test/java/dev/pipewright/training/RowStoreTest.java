package dev.pipewright.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.keras.graph.Batch;
import dev.pipewright.keras.graph.BatchStream;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.component.RecordedExecution;
import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.TensorShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowStoreTest {

  private static final RowField PAIR = new RowField("pair", DType.FLOAT32, TensorShape.of(2));
  private static final RowField CODE = new RowField("code", DType.INT32, TensorShape.of(1));
  private static final RowField ID = new RowField("id", DType.INT64, TensorShape.scalar());

  @TempDir private Path folder;

  @Test
  void feedsRowsInOrderAndOnOverTheEndOfAPass() throws Exception {
    try (RecordedExecution execution = Samples.execution(folder);
        RowStore store = read(execution, 5, RowStoreTest::row, PAIR, CODE, ID);
        BatchStream batches = Batches.inOrder(store, 3, 1_000, execution).open(1)) {
      Batch second = batches.next().orElseThrow();

      assertEquals(5, store.rowCount());
      assertEquals(Set.of("pair", "code"), second.inputs().keySet());
      assertEquals("[3, 2]", second.inputs().get("pair").shape().toString());
      assertEquals("[3, 1]", second.inputs().get("code").shape().toString());
      assertEquals("[3]", second.label().shape().toString());
      float[] pairs = {3, 3.5f, 4, 4.5f, 0, 0.5f};
      assertArrayEquals(pairs, second.inputs().get("pair").toFloats());
      assertArrayEquals(new int[] {30, 40, 0}, second.inputs().get("code").toInts());
      assertArrayEquals(new long[] {1L << 43, 1L << 44, 1L << 40}, second.label().toLongs());
    }
  }

  @Test
  void endsWithABatchOfWhatIsLeft() throws Exception {
    try (RecordedExecution execution = Samples.execution(folder);
        RowStore store = read(execution, 5, RowStoreTest::row, CODE);
        BatchStream batches = Batches.inOrder(store, 3, 5, execution).open(0)) {
      assertArrayEquals(new int[] {0, 10, 20}, batches.next().orElseThrow().label().toInts());
      assertArrayEquals(new int[] {30, 40}, batches.next().orElseThrow().label().toInts());
      assertEquals(Optional.empty(), batches.next());
    }
  }

  @Test
  void givesTheSameBatchOfANumberWhereverItStarts() throws Exception {
    try (RecordedExecution execution = Samples.execution(folder);
        RowStore store = read(execution, 50, RowStoreTest::row, CODE)) {
      Batches source = Batches.shuffled(store, 7, 1_000, execution);
      try (BatchStream all = source.open(0)) {
        for (int step = 0; step < 20; step++) {
          int[] codes = all.next().orElseThrow().label().toInts();
          try (BatchStream later = source.open(step)) {
            assertArrayEquals(codes, later.next().orElseThrow().label().toInts());
          }
        }
      }
    }
  }

  @Test
  void stopsFillingALargeBatchWhenItIsCancelled() throws Exception {
    try (RecordedExecution execution = Samples.execution(folder);
        RowStore store = read(execution, 5, RowStoreTest::row, CODE);
        BatchStream batches = Batches.inOrder(store, 100_000_000, 100_000_000, execution).open(0)) {
      Thread.ofVirtual()
          .start(
              () -> {
                LockSupport.parkNanos(50_000_000);
                execution.cancel();
              });
      long start = System.nanoTime();

      assertThrows(CancellationException.class, batches::next);
      assertTrue(System.nanoTime() - start < 1_000_000_000L);
    }
  }

  @Test
  void takesWholeNumbersForFloats() throws Exception {
    RowField code = new RowField("code", DType.FLOAT32, TensorShape.of(1));
    try (RecordedExecution execution = Samples.execution(folder);
        RowStore store = read(execution, 2, RowStoreTest::row, code);
        BatchStream batches = Batches.inOrder(store, 2, 2, execution).open(0)) {
      assertArrayEquals(new float[] {0, 10}, batches.next().orElseThrow().label().toFloats());
    }
  }

  @Test
  void keepsTheOrderOfManyBlocks() throws Exception {
    int rows = 40_000;
    IntFunction<Map<String, ?>> row = i -> Map.of("code", (long) i);
    try (RecordedExecution execution = Samples.execution(folder);
        RowStore store = read(execution, rows, row, CODE);
        BatchStream batches = Batches.inOrder(store, rows, rows, execution).open(0)) {
      int[] codes = batches.next().orElseThrow().label().toInts();
      for (int i = 0; i < rows; i++) {
        assertEquals(i, codes[i]);
      }
    }
  }

  @Test
  void saysWhichRecordLacksAValue() {
    IntFunction<Map<String, ?>> row = i -> i == 1 ? Map.of("code", List.of()) : row(i);
    DataException e = assertThrows(DataException.class, () -> pack(row, CODE));

    assertEquals("code has no value in record 2.", e.what());
    assertEquals("feature code", e.where().subject());
    assertEquals(
        "Fill missing values in Transform, or leave the feature out of the model.", e.fix());
  }

  @Test
  void saysWhatCannotBeFed() {
    assertEquals(
        "pair has 2 values in record 1, but the model takes 1.",
        failure(new RowField("pair", DType.FLOAT32, TensorShape.of(1))).what());
    assertEquals(
        "The model takes pair as int32, but it has fractions.",
        failure(new RowField("pair", DType.INT32, TensorShape.of(2))).what());
    assertEquals(
        "id is 1099511627776, which is beyond int32.",
        failure(new RowField("id", DType.INT32, TensorShape.of(1))).what());
    assertEquals(
        "name is text, and a network computes with numbers.",
        failure(new RowField("name", DType.INT32, TensorShape.of(1))).what());
  }

  @Test
  void offersTheNearestFeature() {
    DataException e = failure(new RowField("coed", DType.INT32, TensorShape.of(1)));

    assertEquals("The examples have no feature coed.", e.what());
    assertEquals("Did you mean \"code\"?", e.fix());
  }

  private DataException failure(RowField field) {
    return assertThrows(DataException.class, () -> pack(RowStoreTest::row, field));
  }

  private void pack(IntFunction<Map<String, ?>> row, RowField field) throws Exception {
    try (RecordedExecution execution = Samples.execution(folder)) {
      read(execution, 3, row, field).close();
    }
  }

  private static Map<String, ?> row(int i) {
    return Map.of(
        "pair", List.of((float) i, i + 0.5f), "code", 10L * i, "id", 1L << (40 + i), "name", "x");
  }

  private RowStore read(
      RecordedExecution execution, int rows, IntFunction<Map<String, ?>> row, RowField... fields)
      throws IOException, InterruptedException {
    Path uri = folder.resolve("examples");
    TestExamples.write(uri, Map.of("train", rows), row);
    return RowStore.read(
        ExamplesArtifact.open(uri),
        List.of("train"),
        List.of(fields),
        folder.resolve("train.rows"),
        execution);
  }
}
