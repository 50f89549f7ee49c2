package dev.pipewright.data.table;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.ExamplesWriter;
import dev.pipewright.data.RowLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Artifacts for tests, and tables of them.
final class Tables {

  private final SequencedMap<String, Column> columns = new LinkedHashMap<>();
  private final int rowCount;

  private Tables(int rowCount) {
    this.rowCount = rowCount;
  }

  static Tables rows(int rowCount) {
    return new Tables(rowCount);
  }

  /// A feature; null is a row that lacks it.
  Tables ints(String name, @Nullable Long... values) {
    Filled filled = new Filled(values);
    long[] present = new long[filled.count];
    for (int i = 0, at = 0; i < values.length; i++) {
      if (values[i] != null) {
        present[at++] = values[i];
      }
    }
    columns.put(name, new Column.Int64(filled.layout, present));
    return this;
  }

  Tables floats(String name, @Nullable Float... values) {
    Filled filled = new Filled(values);
    float[] present = new float[filled.count];
    for (int i = 0, at = 0; i < values.length; i++) {
      if (values[i] != null) {
        present[at++] = values[i];
      }
    }
    columns.put(name, new Column.Float(filled.layout, present));
    return this;
  }

  Tables texts(String name, @Nullable String... values) {
    Filled filled = new Filled(values);
    List<String> present =
        java.util.Arrays.stream(values).filter(java.util.Objects::nonNull).toList();
    int[] codes = java.util.stream.IntStream.range(0, present.size()).toArray();
    columns.put(name, new Column.Bytes(filled.layout, codes, ByteStrings.of(present)));
    return this;
  }

  Tables column(String name, Column column) {
    columns.put(name, column);
    return this;
  }

  ExampleBatch batch() {
    return new ExampleBatch(rowCount, columns);
  }

  private static final class Filled {
    final RowLayout layout;
    final int count;

    Filled(@Nullable Object[] values) {
      int[] offsets = new int[values.length + 1];
      BitSet absent = new BitSet();
      for (int i = 0; i < values.length; i++) {
        offsets[i + 1] = offsets[i] + (values[i] == null ? 0 : 1);
        absent.set(i, values[i] == null);
      }
      count = offsets[values.length];
      layout = count == values.length ? RowLayout.scalar(count) : RowLayout.ragged(offsets, absent);
    }
  }

  static void write(Path folder, String split, ExampleBatch... batches)
      throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("Split-" + split));
    try (ExecutorService pool = Executors.newFixedThreadPool(2);
        ExamplesWriter writer = ExamplesWriter.raw(folder, split, pool, 2)) {
      for (ExampleBatch batch : batches) {
        writer.write(batch);
      }
      writer.commit();
    }
  }

  static ExamplesTable load(Path folder) throws IOException, InterruptedException {
    ExamplesArtifact artifact = ExamplesArtifact.guess(folder);
    ExamplesTable table = ExamplesTable.of(artifact, artifact.splitNames().reversed());
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      table.load(pool, 2, () -> {});
    }
    return table;
  }
}
