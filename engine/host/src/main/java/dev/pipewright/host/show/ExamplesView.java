package dev.pipewright.host.show;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.PayloadFormat;
import dev.pipewright.data.RecordBlocks;
import dev.pipewright.data.RowLayout;
import dev.pipewright.host.terminal.Numbers;
import dev.pipewright.host.terminal.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The first rows of tf.Examples.
final class ExamplesView implements View {

  private static final int COLUMNS_SHOWN = 8;
  private static final int VALUES_SHOWN = 4;

  @Override
  public boolean fits(Path path) throws IOException {
    return !Splits.folders(path).isEmpty() || !recordFiles(path).isEmpty();
  }

  /// The file itself, or those in the folder of one split.
  private static List<Path> recordFiles(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return isRecordFile(path) ? List.of(path) : List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(ExamplesView::isRecordFile).sorted().toList();
    }
  }

  private static boolean isRecordFile(Path path) {
    String name = path.getFileName().toString();
    return Files.isRegularFile(path) && (name.contains("tfrecord") || name.endsWith(".gz"));
  }

  @Override
  public void print(Path path, int limit, PrintWriter out) throws IOException {
    List<Path> files = recordFiles(path);
    if (!files.isEmpty()) {
      RecordBlocks blocks = RecordBlocks.of(files, PayloadFormat.FORMAT_TF_EXAMPLE);
      print(path.toString(), blocks, limit, out);
      return;
    }
    ExamplesArtifact artifact = ExamplesArtifact.open(path);
    for (String split : artifact.splitNames()) {
      print(
          Splits.title("Examples", split)
              + ": "
              + Numbers.count(artifact.recordCount(split))
              + " rows",
          artifact.blocks(split),
          limit,
          out);
    }
  }

  private static void print(String title, RecordBlocks blocks, int limit, PrintWriter out) {
    out.println(title);
    try (blocks) {
      if (blocks.hasNext()) {
        table(blocks.next().decode(), limit, out);
      }
    }
    out.println();
  }

  private static void table(ExampleBatch batch, int limit, PrintWriter out) {
    List<String> names = batch.featureNames().stream().sorted().toList();
    int rows = Math.min(limit, batch.rowCount());
    for (int from = 0; from < names.size(); from += COLUMNS_SHOWN) {
      List<String> some = names.subList(from, Math.min(names.size(), from + COLUMNS_SHOWN));
      TextTable table =
          TextTable.of(
              some.stream()
                  .map(n -> batch.columns().get(n) instanceof Column.Bytes ? n : n + "#")
                  .toArray(String[]::new));
      for (int row = 0; row < rows; row++) {
        List<String> cells = new ArrayList<>();
        for (String name : some) {
          Column column = batch.columns().get(name);
          cells.add(column == null ? "" : cell(column, row));
        }
        table.row(cells.toArray());
      }
      out.print(table);
    }
  }

  private static String cell(Column column, int row) {
    RowLayout layout = column.layout();
    if (layout.count(row) == 0) {
      return "";
    }
    String values =
        IntStream.range(layout.start(row), layout.end(row))
            .limit(VALUES_SHOWN)
            .mapToObj(i -> value(column, i))
            .collect(Collectors.joining(", "));
    if (layout.count(row) == 1) {
      return values;
    }
    return "[" + values + (layout.count(row) > VALUES_SHOWN ? ", …]" : "]");
  }

  private static String value(Column column, int index) {
    return switch (column) {
      case Column.Int64(var layout, long[] values) -> Long.toString(values[index]);
      case Column.Float(var layout, float[] values) -> Float.toString(values[index]);
      case Column.Bytes(var layout, int[] codes, var dictionary) -> dictionary.text(codes[index]);
    };
  }
}
