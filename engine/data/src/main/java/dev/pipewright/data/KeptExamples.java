package dev.pipewright.data;

import dev.pipewright.data.ColumnBuilder.Kind;
import dev.pipewright.data.Wire.MalformedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// Examples that were just written, held as columns besides: in the blocks and with the columns
/// that reading the files gives, so that what is computed from them is the same. Filled by one
/// thread, and complete before others read it.
public final class KeptExamples {

  private final long maxBytes;
  private final Map<String, Split> splits = new HashMap<>();
  private long bytes;

  /// The rows of a split, cut every `Fold.BLOCK_ROWS`.
  private static final class Split {
    final List<List<Piece>> blocks = new ArrayList<>();
    int roomInLast;

    void add(ExampleBatch batch, int[] rows) {
      int from = 0;
      while (from < rows.length) {
        if (roomInLast == 0) {
          blocks.add(new ArrayList<>());
          roomInLast = Fold.BLOCK_ROWS;
        }
        int to = from + Math.min(rows.length - from, roomInLast);
        blocks.getLast().add(new Piece(batch, rows, from, to));
        roomInLast -= to - from;
        from = to;
      }
    }
  }

  /// Some rows of a batch.
  private record Piece(ExampleBatch batch, int[] rows, int from, int to) {}

  /// Holds nothing once there are more than about `maxBytes` of columns.
  public KeptExamples(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /// Adds a batch of tf.Examples, of which each split has the rows given. The arrays are not to be
  /// changed afterwards.
  public void add(ExampleBatch batch, Map<String, int[]> rowsOfSplits) {
    bytes += batch.columns().values().stream().mapToLong(KeptExamples::sizeBytes).sum();
    if (bytes > maxBytes) {
      splits.clear();
      return;
    }
    rowsOfSplits.forEach(
        (split, rows) -> splits.computeIfAbsent(split, _ -> new Split()).add(batch, rows));
  }

  private static long sizeBytes(Column column) {
    long layout = column.layout().isScalar() ? 0 : 4L * column.layout().rowCount();
    return layout
        + switch (column) {
          case Column.Int64 c -> 8L * c.values().length;
          case Column.Float c -> 4L * c.values().length;
          case Column.Bytes c -> 4L * c.codes().length + c.dictionary().data().length;
        };
  }

  /// The rows of a split, cut every `Fold.BLOCK_ROWS`; empty when they are not held.
  public Optional<Iterator<ExampleBlock>> blocks(String split) {
    return Optional.ofNullable(splits.get(split))
        .map(s -> s.blocks.stream().map(p -> (ExampleBlock) () -> gather(p)).iterator());
  }

  private static ExampleBatch gather(List<Piece> pieces) {
    int rowCount = pieces.stream().mapToInt(p -> p.to - p.from).sum();
    SortedSet<String> names = new TreeSet<>();
    SortedSet<String> untyped = new TreeSet<>();
    for (Piece piece : pieces) {
      names.addAll(piece.batch.featureNames());
      untyped.addAll(piece.batch.untyped());
    }
    SequencedMap<String, Column> columns = new LinkedHashMap<>();
    for (String name : names) {
      Column column = gather(name, pieces).finish(rowCount);
      if (column != null) {
        columns.put(name, column);
      }
    }
    untyped.removeAll(columns.keySet());
    return new ExampleBatch(rowCount, columns, new LinkedHashMap<>(), untyped);
  }

  private static ColumnBuilder gather(String name, List<Piece> pieces) {
    ColumnBuilder builder = new ColumnBuilder();
    int row = 0;
    try {
      for (Piece piece : pieces) {
        switch (piece.batch.column(name)) {
          case null -> {}
          case Column.Int64 column -> addLongs(builder, row, column, piece);
          case Column.Float column -> addFloats(builder, row, column, piece);
          case Column.Bytes column -> addBytes(builder, row, column, piece);
        }
        row += piece.to - piece.from;
      }
    } catch (MalformedException e) {
      throw new IllegalStateException(name, e);
    }
    return builder;
  }

  private static void addLongs(ColumnBuilder builder, int first, Column.Int64 column, Piece piece)
      throws MalformedException {
    RowLayout layout = column.layout();
    for (int i = piece.from; i < piece.to; i++) {
      int row = piece.rows[i];
      if (layout.isPresent(row)) {
        builder.open(Kind.INT64, first + i - piece.from);
        for (int v = layout.start(row); v < layout.end(row); v++) {
          builder.add(column.values()[v]);
        }
      }
    }
  }

  private static void addFloats(ColumnBuilder builder, int first, Column.Float column, Piece piece)
      throws MalformedException {
    RowLayout layout = column.layout();
    for (int i = piece.from; i < piece.to; i++) {
      int row = piece.rows[i];
      if (layout.isPresent(row)) {
        builder.open(Kind.FLOAT, first + i - piece.from);
        for (int v = layout.start(row); v < layout.end(row); v++) {
          builder.add(column.values()[v]);
        }
      }
    }
  }

  private static void addBytes(ColumnBuilder builder, int first, Column.Bytes column, Piece piece)
      throws MalformedException {
    RowLayout layout = column.layout();
    ByteStrings dictionary = column.dictionary();
    for (int i = piece.from; i < piece.to; i++) {
      int row = piece.rows[i];
      if (layout.isPresent(row)) {
        builder.open(Kind.BYTES, first + i - piece.from);
        for (int v = layout.start(row); v < layout.end(row); v++) {
          int code = column.codes()[v];
          builder.bytes().add(dictionary.data(), dictionary.start(code), dictionary.end(code));
        }
      }
    }
  }
}
