package dev.pipewright.host.show;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.PayloadFormat;
import dev.pipewright.data.RecordBlock;
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
import java.util.SortedSet;
import java.util.TreeSet;
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
    boolean isText = name.endsWith(".txt") || name.endsWith(".json") || name.endsWith(".jsonl");
    return Files.isRegularFile(path)
        && !isText
        && (name.contains("tfrecord") || name.endsWith(".gz"));
  }

  @Override
  public void print(Path path, int limit, PrintWriter out) throws IOException {
    List<Path> files = recordFiles(path);
    if (Files.isRegularFile(path)) {
      print("Examples in " + path.getFileName(), files, limit, out);
    } else if (!files.isEmpty()) {
      print(Splits.title("Examples", "", path), files, limit, out);
    } else {
      ExamplesArtifact artifact = ExamplesArtifact.open(path);
      for (String split : artifact.splitNames()) {
        print(Splits.title("Examples", split, path), artifact.files(split), limit, out);
      }
    }
  }

  private static void print(String title, List<Path> files, int limit, PrintWriter out) {
    PayloadFormat format = ExamplesArtifact.guess(files);
    out.println(title + ": " + Numbers.count(count(files, format)) + " rows");
    try (RecordBlocks blocks = RecordBlocks.of(files, format)) {
      if (format == PayloadFormat.FORMAT_PROTO) {
        out.println("  These are other messages than tf.Examples.");
      } else if (blocks.hasNext()) {
        table(blocks.next(), limit, out);
      }
    }
    out.println();
  }

  private static long count(List<Path> files, PayloadFormat format) {
    long count = 0;
    try (RecordBlocks blocks = RecordBlocks.of(files, format)) {
      while (blocks.hasNext()) {
        count += blocks.next().size();
      }
    }
    return count;
  }

  private static void table(RecordBlock block, int limit, PrintWriter out) {
    ExampleBatch batch = block.decode();
    SortedSet<String> all = new TreeSet<>(block.featureNames());
    all.addAll(batch.sequences().keySet());
    List<String> names = List.copyOf(all);
    if (names.isEmpty()) {
      out.println("  No record has a feature.");
    } else {
      table(batch, names, limit, out);
    }
  }

  private static void table(ExampleBatch batch, List<String> names, int limit, PrintWriter out) {
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
          ExampleBatch.Sequence sequence = batch.sequences().get(name);
          cells.add(
              column != null ? cell(column, row) : sequence != null ? cell(sequence, row) : "");
        }
        table.row(cells.toArray());
      }
      out.print(table);
    }
  }

  /// The steps of a sequence, each as a cell.
  private static String cell(ExampleBatch.Sequence sequence, int row) {
    RowLayout steps = sequence.steps();
    String values =
        IntStream.range(steps.start(row), steps.end(row))
            .limit(VALUES_SHOWN)
            .mapToObj(step -> cell(sequence.values(), step))
            .collect(Collectors.joining(", "));
    return "[" + values + (steps.count(row) > VALUES_SHOWN ? ", …]" : "]");
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
