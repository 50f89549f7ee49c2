package dev.pipewright.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.RowLayout;
import dev.pipewright.data.table.ExamplesTable.Feature;
import dev.pipewright.data.table.StoredColumn.Kind;
import dev.pipewright.pipeline.ArtifactException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTableTest {

  @TempDir private Path folder;

  @Test
  void hasTheRowsOfAllSplitsOneAfterTheOther() throws Exception {
    Tables.write(folder, "train", Tables.rows(2).ints("n", 1L, null).texts("t", "a", "b").batch());
    Tables.write(folder, "eval", Tables.rows(1).ints("n", 3L).floats("x", 0.5f).batch());
    try (ExamplesTable table = Tables.load(folder)) {
      assertEquals(
          List.of(
              new Feature("n", Kind.INT64, false),
              new Feature("t", Kind.BYTES, false),
              new Feature("x", Kind.FLOAT, false)),
          table.features());
      assertEquals(3, table.rowCount());
      assertTrue(table.isComplete());
      assertEquals(
          List.of("train 1 1 a ", "train 2  b ", "eval 1 3  0.5"),
          IntStream.range(0, 3)
              .mapToObj(
                  row ->
                      "%s %d %s %s %s"
                          .formatted(
                              table.split(row),
                              table.numberInSplit(row),
                              table.cell(row, "n").text(),
                              table.cell(row, "t").text(),
                              table.cell(row, "x").text()))
              .toList());
      assertEquals(1, table.rows(List.of("eval")).size());
      assertEquals(2, table.rows(List.of("eval")).row(0));
      assertEquals(-1, table.rows(List.of("eval")).position(0));
      assertThrows(IndexOutOfBoundsException.class, () -> table.cell(3, "n"));
    }
  }

  @Test
  void showsListsAndWhatIsNoTextAsTheyAre() throws Exception {
    byte[] latin = "caf\u00e9 au lait".getBytes(StandardCharsets.ISO_8859_1);
    byte[] binary = {1, 2, 3};
    byte[] all = new byte[latin.length + binary.length];
    System.arraycopy(latin, 0, all, 0, latin.length);
    System.arraycopy(binary, 0, all, latin.length, binary.length);
    int[] offsets = {0, latin.length, all.length};
    Tables.write(
        folder,
        "train",
        Tables.rows(2)
            .column(
                "list",
                new Column.Int64(RowLayout.ragged(new int[] {0, 3, 3}), new long[] {1, 2, 3}))
            .column(
                "bytes",
                new Column.Bytes(
                    RowLayout.scalar(2), new int[] {0, 1}, new ByteStrings(all, offsets, 2)))
            .batch());
    try (ExamplesTable table = Tables.load(folder)) {
      assertEquals("[1, 2, 3]", table.cell(0, "list").text());
      assertEquals("[1, 2\u2026", table.cell(0, "list").text(5));
      assertEquals("", table.cell(1, "list").text());
      assertTrue(table.cell(1, "list").isEmptyList());
      assertFalse(table.cell(1, "list").hasValue());
      assertEquals("caf\\xe9 au lait", table.cell(0, "bytes").text());
      assertEquals("01 02 03", table.cell(1, "bytes").text());
      assertNull(table.cell(0, "bytes").picture());
    }
  }

  @Test
  void showsTheStepsOfSequenceExamples() throws Exception {
    LinkedHashMap<String, ExampleBatch.Sequence> sequences = new LinkedHashMap<>();
    sequences.put(
        "words",
        new ExampleBatch.Sequence(
            RowLayout.ragged(new int[] {0, 2, 2}),
            new Column.Int64(RowLayout.ragged(new int[] {0, 2, 3}), new long[] {7, 8, 9})));
    LinkedHashMap<String, Column> context = new LinkedHashMap<>();
    context.put("id", new Column.Int64(RowLayout.scalar(2), new long[] {1, 2}));
    Tables.write(folder, "train", new ExampleBatch(2, context, sequences));
    try (ExamplesTable table = Tables.load(folder)) {
      assertEquals("[[7, 8], [9]]", table.cell(0, "words").text());
      assertEquals("[]", table.cell(1, "words").text());
      assertEquals(3, table.cell(0, "words").count());
      assertEquals(new Feature("words", Kind.INT64, true), table.feature("words"));
    }
  }

  @Test
  void findsAnyRowOfManyBlocks() throws Exception {
    int rows = 3 * ExamplesTable.BLOCK_ROWS + 5;
    Long[] values = IntStream.range(0, rows).mapToObj(Long::valueOf).toArray(Long[]::new);
    Tables.write(folder, "train", Tables.rows(rows).ints("n", values).batch());
    try (ExamplesTable table = Tables.load(folder)) {
      assertEquals(rows, table.rowCount());
      for (int row : new int[] {0, 4095, 4096, 8191, rows - 1}) {
        assertEquals(Integer.toString(row), table.cell(row, "n").text());
      }
      assertTrue(table.sizeBytes() >= 8L * rows);
    }
  }

  @Test
  void keepsTheRowsBeforeADamage() throws Exception {
    int rows = 2 * ExamplesTable.BLOCK_ROWS;
    Long[] values = IntStream.range(0, rows).mapToObj(Long::valueOf).toArray(Long[]::new);
    for (int i = 0; i < 2; i++) {
      Tables.write(folder, "train", Tables.rows(rows).ints("n", values).batch());
    }
    Path file = ExamplesArtifact.rawFile(folder, "train");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 9));
    ExamplesArtifact artifact = ExamplesArtifact.guess(folder);
    try (ExamplesTable table = ExamplesTable.of(artifact, artifact.splitNames());
        ExecutorService pool = Executors.newFixedThreadPool(1)) {
      assertThrows(ArtifactException.class, () -> table.load(pool, 1, () -> {}));
      assertTrue(table.rowCount() > 0);
      assertFalse(table.isComplete());
    }
  }

  @Test
  void stopsWhenInterrupted() throws Exception {
    Tables.write(folder, "train", Tables.rows(1).ints("n", 1L).batch());
    ExamplesArtifact artifact = ExamplesArtifact.guess(folder);
    try (ExamplesTable table = ExamplesTable.of(artifact, artifact.splitNames());
        ExecutorService pool = Executors.newFixedThreadPool(1)) {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> table.load(pool, 1, () -> {}));
    }
  }

  @Test
  void leavesNoFileBehind() throws IOException, InterruptedException {
    Tables.write(folder, "train", Tables.rows(1).ints("n", 1L).batch());
    ExamplesTable table = Tables.load(folder);
    StoredColumn column = table.cell(0, "n").column();
    table.close();
    assertThrows(IllegalStateException.class, () -> column.int64(0));
  }
}
