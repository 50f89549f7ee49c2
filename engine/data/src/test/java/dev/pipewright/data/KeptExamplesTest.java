package dev.pipewright.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.tfrecord.TfRecordWriter;
import dev.pipewright.data.tfrecord.TfRecordWriter.Compression;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept against what the written files hold.
class KeptExamplesTest {

  @TempDir Path folder;
  private final Random random = new Random(11);

  /// Rows with any number of values, some without the feature, and one feature in every other
  /// batch.
  private ExampleBatch batch(int rows, boolean hasRare) {
    SequencedMap<String, Column> columns = new LinkedHashMap<>();
    RowLayout ints = layout(rows);
    columns.put("ints", new Column.Int64(ints, random.longs(ints.valueCount()).toArray()));
    float[] floats = new float[rows];
    for (int i = 0; i < rows; i++) {
      floats[i] = random.nextInt(10) == 0 ? -0f : random.nextFloat();
    }
    columns.put("floats", new Column.Float(RowLayout.scalar(rows), floats));
    columns.put("words", words(layout(rows), 50));
    columns.put("texts", words(RowLayout.scalar(rows), 1_000_000));
    if (hasRare) {
      columns.put("rare", words(layout(rows), 3));
    }
    return new ExampleBatch(rows, columns);
  }

  private RowLayout layout(int rows) {
    int[] offsets = new int[rows + 1];
    BitSet absent = new BitSet();
    for (int i = 0; i < rows; i++) {
      int count = random.nextInt(10) == 0 ? random.nextInt(4) : 1;
      absent.set(i, count == 0 && random.nextBoolean());
      offsets[i + 1] = offsets[i] + count;
    }
    return RowLayout.ragged(offsets, absent);
  }

  private Column.Bytes words(RowLayout layout, int different) {
    BytesBuilder builder = new BytesBuilder();
    for (int i = 0; i < layout.valueCount(); i++) {
      byte[] word = ("w" + random.nextInt(different)).getBytes();
      builder.add(word, 0, word.length);
    }
    return builder.finish(layout);
  }

  private static Map<String, List<List<Object>>> values(ExampleBatch batch) {
    Map<String, List<List<Object>>> values = new TreeMap<>();
    batch
        .columns()
        .forEach(
            (name, column) -> {
              List<List<Object>> rows = new ArrayList<>();
              for (int row = 0; row < batch.rowCount(); row++) {
                rows.add(column.layout().isPresent(row) ? row(column, row) : List.of("absent"));
              }
              values.put(name, rows);
            });
    return values;
  }

  private static List<Object> row(Column column, int row) {
    return IntStream.range(column.layout().start(row), column.layout().end(row))
        .mapToObj(
            i ->
                switch (column) {
                  case Column.Int64 c -> (Object) c.values()[i];
                  case Column.Float c -> c.values()[i];
                  case Column.Bytes c -> c.dictionary().text(c.codes()[i]);
                })
        .toList();
  }

  @Test
  void holdsTheBlocksThatTheFilesHold() throws IOException {
    KeptExamples kept = new KeptExamples(Long.MAX_VALUE);
    Map<String, TfRecordWriter> writers = new TreeMap<>();
    for (String split : List.of("train", "eval")) {
      writers.put(
          split,
          TfRecordWriter.create(folder.resolve("Split-" + split + "/data"), Compression.GZIP));
    }
    for (int i = 0; i < 9; i++) {
      ExampleBatch batch = batch(1 + random.nextInt(8000), i % 2 == 0);
      Map<String, int[]> rows = new TreeMap<>(Map.of("train", new int[0], "eval", new int[0]));
      ByteStrings records = ExampleEncoder.of(batch).encode(0, batch.rowCount());
      for (int row = 0; row < batch.rowCount(); row++) {
        String split = random.nextInt(3) == 0 ? "eval" : "train";
        int[] before = rows.get(split);
        int[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = row;
        rows.put(split, after);
        writers.get(split).write(records.data(), records.start(row), records.end(row));
      }
      kept.add(batch, rows);
    }
    for (var writer : writers.entrySet()) {
      writer.getValue().commit();
      writer.getValue().close();
      Iterator<? extends ExampleBlock> blocks = kept.blocks(writer.getKey()).orElseThrow();
      try (RecordBlocks read = ExamplesArtifact.open(folder).blocks(writer.getKey())) {
        int count = 0;
        while (read.hasNext()) {
          assertEquals(values(read.next().decode()), values(blocks.next().decode()));
          count++;
        }
        assertEquals(writer.getKey().equals("train"), count > 1);
      }
      assertEquals(false, blocks.hasNext());
    }
  }

  @Test
  void givesUpBeyondItsLimit() {
    ExampleBatch batch = batch(100, true);
    KeptExamples kept = new KeptExamples(10_000);
    kept.add(batch, Map.of("train", IntStream.range(0, 100).toArray()));
    assertTrue(kept.blocks("train").isPresent());
    for (int i = 0; i < 10; i++) {
      kept.add(batch, Map.of("train", IntStream.range(0, 100).toArray()));
    }
    assertTrue(kept.blocks("train").isEmpty());
  }
}
