package dev.pipewright.data.parquet;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.FeatureBuilder;
import dev.pipewright.data.Fold;
import dev.pipewright.data.binary.DamagedException;
import dev.pipewright.data.parquet.Footer.Chunk;
import dev.pipewright.data.parquet.Footer.RowGroup;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// A Parquet file that is read, a batch of rows at a time: of `Fold.BLOCK_ROWS`, or fewer where
/// rows are large. Of each column one page is in memory. Used by one thread at a time; to be
/// closed.
public final class ParquetSource implements AutoCloseable {

  /// About how many bytes, and values of a column, a batch has at most.
  private static final double BATCH_BYTES = 1 << 25;

  private static final double BATCH_VALUES = 1 << 22;
  private static final int LEAST_ROWS = 16;

  private final Path file;
  private final FileChannel channel;
  private final Footer footer;
  private final List<ParquetColumn> columns;
  private int nextGroup;
  private long rowsLeft;
  private int batchRows;
  private List<ColumnSource> sources = List.of();

  /// A column of the row group that is read.
  private record ColumnSource(ChunkReader reader, FeatureBuilder builder, Sink sink) {}

  private ParquetSource(
      Path file, FileChannel channel, Footer footer, List<ParquetColumn> columns) {
    this.file = file;
    this.channel = channel;
    this.footer = footer;
    this.columns = columns;
  }

  /// Opens a file for reading these features; all where none are named.
  ///
  /// @throws DataException when it is no Parquet file, lacks a feature, or has a column of a type
  ///   that no feature can have
  public static ParquetSource open(Path file, List<String> features) {
    return reading(
        file,
        () -> {
          FileChannel channel = FileChannel.open(file);
          try {
            Footer footer = Footer.read(channel);
            List<ParquetColumn> columns = ParquetColumn.of(footer.schema());
            ParquetSource source =
                new ParquetSource(file, channel, footer, chosen(file, columns, features));
            source.check(columns.size());
            return source;
          } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
          }
        });
  }

  private void check(int columnCount) throws DamagedException {
    for (RowGroup group : footer.groups()) {
      if (group.chunks.size() != columnCount) {
        throw new DamagedException("its parts differ in their columns");
      }
      for (ParquetColumn column : columns) {
        Chunk chunk = group.chunks.get(column.index());
        if (column.maxRepetition() == 0 && chunk.values != group.rows) {
          throw new DamagedException(
              "column " + column.feature() + " has another number of rows than the file");
        }
      }
    }
  }

  private static List<ParquetColumn> chosen(
      Path file, List<ParquetColumn> columns, List<String> features) {
    List<String> names = columns.stream().map(ParquetColumn::feature).toList();
    for (String feature : features) {
      if (!names.contains(feature)) {
        throw new DataException(
            "The file has no column " + feature + ", only " + String.join(", ", names) + ".",
            Location.of(file),
            "Check the names in columns.");
      }
    }
    Set<String> wanted = Set.copyOf(features);
    List<ParquetColumn> chosen =
        columns.stream().filter(c -> wanted.isEmpty() || wanted.contains(c.feature())).toList();
    Set<String> seen = new HashSet<>();
    for (ParquetColumn column : chosen) {
      if (!seen.add(column.feature())) {
        throw unfit(file, "Two columns are named " + column.feature() + ".");
      }
      column
          .problem()
          .ifPresent(
              problem -> {
                throw unfit(
                    file,
                    "The column %s %s, which no feature can have."
                        .formatted(column.feature(), problem));
              });
    }
    return chosen;
  }

  private static DataException unfit(Path file, String what) {
    return new DataException(
        what,
        Location.of(file),
        "Name the other columns in columns, or write the file with numbers, texts or lists of them.");
  }

  /// How many rows the file has, as it says.
  public long rowCount() {
    return footer.rows();
  }

  /// The features that are read, in their order.
  public List<String> features() {
    return columns.stream().map(ParquetColumn::feature).toList();
  }

  /// The features' names and types.
  public SequencedMap<String, FeatureBuilder.Kind> kinds() {
    SequencedMap<String, FeatureBuilder.Kind> kinds = new LinkedHashMap<>();
    columns.forEach(column -> kinds.put(column.feature(), column.kind()));
    return kinds;
  }

  /// The next rows; empty at the end.
  ///
  /// @throws DataException when the file is damaged
  public Optional<ExampleBatch> next() {
    return reading(
        file,
        () -> {
          while (rowsLeft == 0) {
            for (ColumnSource source : sources) {
              source.reader().finish();
            }
            sources = List.of();
            if (nextGroup == footer.groups().size()) {
              return Optional.empty();
            }
            start(footer.groups().get(nextGroup++));
          }
          int rows = (int) Math.min(rowsLeft, batchRows);
          rowsLeft -= rows;
          SequencedMap<String, Column> batch = new LinkedHashMap<>();
          for (int i = 0; i < columns.size(); i++) {
            ColumnSource source = sources.get(i);
            source.reader().rows(rows, source.builder(), source.sink());
            batch.put(columns.get(i).feature(), source.builder().finish());
          }
          return Optional.of(new ExampleBatch(rows, batch));
        });
  }

  private void start(RowGroup group) throws IOException {
    List<ColumnSource> started = new ArrayList<>();
    double bytes = 1;
    double values = 1;
    for (ParquetColumn column : columns) {
      Chunk chunk = group.chunks.get(column.index());
      FeatureBuilder builder = new FeatureBuilder(column.kind());
      started.add(
          new ColumnSource(new ChunkReader(channel, column, chunk), builder, column.sink(builder)));
      bytes += Math.max(0, chunk.plainSize);
      values = Math.max(values, chunk.values);
    }
    double rows = group.rows * Math.min(BATCH_BYTES / bytes, BATCH_VALUES / values);
    batchRows = (int) Math.clamp(rows, LEAST_ROWS, Fold.BLOCK_ROWS);
    rowsLeft = group.rows;
    sources = started;
  }

  /// What is done with a file.
  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T reading(Path file, Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException | FeatureBuilder.TooLargeException | ArithmeticException e) {
      throw new DataException(
          "The file cannot be read as Parquet: " + e.getMessage() + ".",
          Location.of(file),
          "Check that it is a whole Parquet file, and write it again, compressed by Snappy or"
              + " Zstandard if at all.",
          e);
    }
  }

  @Override
  public void close() {
    reading(
        file,
        () -> {
          channel.close();
          return file;
        });
  }
}
