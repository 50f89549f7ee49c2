package dev.pipewright.nodes.viewer;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.Fold;
import dev.pipewright.data.RecordBlock;
import dev.pipewright.data.RecordBlocks;
import dev.pipewright.data.RowLayout;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The examples of an artifact, a block of a split at a time: no more than one is held.
///
/// @param artifact where they lie
/// @param splits the splits, in the order in which they are shown
record ExamplePages(ExamplesArtifact artifact, List<String> splits) {

  /// How many rows a page has; the last has fewer.
  static final int ROWS = Fold.BLOCK_ROWS;

  private static final int VALUES_SHOWN = 8;

  /// A page.
  ///
  /// @param firstRow the number of its first row in the split, from 1
  /// @param isLast whether no row follows
  /// @param features the names of the features, sorted
  record Page(long firstRow, boolean isLast, List<String> features, ExampleBatch rows) {
    Page {
      features = List.copyOf(features);
    }

    /// The number of the last row.
    long lastRow() {
      return firstRow + rows.rowCount() - 1;
    }

    /// Whether the values of a feature are numbers.
    boolean isNumeric(String feature) {
      return !(rows.column(feature) instanceof Column.Bytes);
    }

    /// The number that a feature is in a row; null where it has none, or several.
    @Nullable Double number(String feature, int row) {
      Column column = rows.column(feature);
      if (column == null || column.layout().count(row) != 1) {
        return null;
      }
      int at = column.layout().start(row);
      return switch (column) {
        case Column.Int64(var layout, long[] values) -> (double) values[at];
        case Column.Float(var layout, float[] values) -> (double) values[at];
        case Column.Bytes b -> null;
      };
    }

    /// A feature's values in a row as text; null where it has none.
    @Nullable String text(String feature, int row) {
      Column column = rows.column(feature);
      if (column == null || column.layout().count(row) == 0) {
        return null;
      }
      RowLayout layout = column.layout();
      String values =
          IntStream.range(layout.start(row), layout.end(row))
              .limit(VALUES_SHOWN)
              .mapToObj(i -> value(column, i))
              .collect(Collectors.joining(", "));
      if (layout.count(row) == 1) {
        return values;
      }
      return layout.count(row) > VALUES_SHOWN
          ? Messages.text("examples.values", values, layout.count(row))
          : "[" + values + "]";
    }

    private static String value(Column column, int index) {
      return switch (column) {
        case Column.Int64(var layout, long[] values) -> Long.toString(values[index]);
        case Column.Float(var layout, float[] values) -> Float.toString(values[index]);
        case Column.Bytes(var layout, int[] codes, var dictionary) -> {
          String text = dictionary.text(codes[index]);
          yield isText(text) ? text : Messages.text("bytes", dictionary.length(codes[index]));
        }
      };
    }

    /// Bytes that are no text, as those of a picture, have control characters or no UTF-8.
    private static boolean isText(String text) {
      return text.chars().noneMatch(c -> c == 0xFFFD || (c < ' ' && c != '\n' && c != '\t'));
    }
  }

  static ExamplePages open(Path folder) {
    ExamplesArtifact artifact = ExamplesArtifact.guess(folder);
    return new ExamplePages(artifact, SplitStyle.ordered(artifact.splitNames()));
  }

  /// A page of a split, from 0; one past the end is empty. Files are read from their start.
  ///
  /// @throws InterruptedException when the thread is interrupted while it skips pages
  Page page(String split, int number) throws InterruptedException {
    try (RecordBlocks blocks = artifact.blocks(split)) {
      for (int skipped = 0; skipped < number && blocks.hasNext(); skipped++) {
        blocks.next();
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
      long first = (long) number * ROWS + 1;
      if (!blocks.hasNext()) {
        return new Page(first, true, List.of(), new ExampleBatch(0, new LinkedHashMap<>()));
      }
      RecordBlock block = blocks.next();
      return new Page(first, !blocks.hasNext(), List.copyOf(block.featureNames()), block.decode());
    }
  }
}
