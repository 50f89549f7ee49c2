package dev.pipewright.data.examplegen;

import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.KeptExamples;
import dev.pipewright.data.OrderedTasks;
import dev.pipewright.data.csv.BadRows;
import dev.pipewright.data.csv.CellType;
import dev.pipewright.data.csv.ColumnTypes;
import dev.pipewright.data.csv.CsvBlock;
import dev.pipewright.data.csv.CsvBlocks;
import dev.pipewright.data.csv.CsvSource;
import dev.pipewright.data.examplegen.SplitRecords.Divided;
import dev.pipewright.data.examplegen.SplitRecords.Member;
import dev.pipewright.data.tfrecord.TfRecordWriter;
import dev.pipewright.data.tfrecord.TfRecordWriter.Compression;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.component.Execution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns CSV files into the files of splits. The types of the columns hold for all rows, so they
/// are guessed from the first few megabytes; where a later cell shows that they are wider, all rows
/// are looked at, and the conversion begins anew.
///
/// @param execution whose work it is
/// @param source the files
/// @param splitNames the splits to write
/// @param hashBuckets the share of each; empty for a single one that takes all
/// @param partitionFeature the feature whose value decides instead of the whole example
/// @param policy what to do about rows that cannot be used
record CsvConversion(
    Execution execution,
    CsvSource source,
    List<String> splitNames,
    List<Integer> hashBuckets,
    Optional<String> partitionFeature,
    BadRows.Policy policy) {

  private static final long GUESS_BYTES = 4 << 20;

  /// Which part of all memory examples may take to save the next node the reading.
  private static final int KEPT_SHARE = 20;

  /// What was done.
  ///
  /// @param rowCount how many examples were written
  /// @param emptySplits the splits into which no example fell
  /// @param badRows the rows left out
  /// @param kept the examples in memory, if they are not too many
  record Outcome(long rowCount, List<String> emptySplits, BadRows badRows, KeptExamples kept) {}

  /// Converts the files; the splits' files appear whole or not at all.
  Outcome run(Path uri) throws IOException, InterruptedException {
    Optional<Outcome> outcome = write(uri, infer(GUESS_BYTES));
    if (outcome.isEmpty()) {
      execution
          .progress()
          .log("The columns' types are wider than the first rows show: reading again.");
      outcome = write(uri, infer(Long.MAX_VALUE));
    }
    return outcome.orElseThrow(() -> new IllegalStateException("a cell fits no type"));
  }

  /// The types by the rows in the first bytes.
  private ColumnTypes infer(long maxBytes) throws IOException, InterruptedException {
    List<ColumnTypes> seen = new ArrayList<>();
    seen.add(ColumnTypes.unknown(source.columnNames()));
    try (CsvBlocks blocks = source.blocks(new BadRows(policy));
        OrderedTasks<ColumnTypes> tasks =
            new OrderedTasks<>(
                execution.pool(),
                execution.parallelism(),
                types -> seen.set(0, seen.getFirst().or(types)))) {
      while (blocks.bytesRead() <= maxBytes && blocks.hasNext()) {
        execution.checkCancelled();
        CsvBlock block = blocks.next();
        tasks.add(() -> block.types(source.columnNames()));
      }
      tasks.finish();
    }
    return seen.getFirst();
  }

  /// Writes the splits; nothing when a cell does not fit the types.
  private Optional<Outcome> write(Path uri, ColumnTypes types)
      throws IOException, InterruptedException {
    requirePartitionFeature(types);
    SplitRecords records = new SplitRecords(hashBuckets, partitionFeature, types.untyped());
    BadRows badRows = new BadRows(policy);
    try (Splits splits = new Splits(uri, splitNames);
        CsvBlocks blocks = source.blocks(badRows);
        OrderedTasks<Optional<Divided>> tasks =
            new OrderedTasks<>(execution.pool(), execution.parallelism(), splits::add)) {
      while (splits.fits && blocks.hasNext()) {
        execution.checkCancelled();
        CsvBlock block = blocks.next();
        tasks.add(() -> block.toBatch(types).map(records::of));
        report(blocks.bytesRead(), splits.rowCount);
      }
      tasks.finish();
      if (!splits.fits) {
        return Optional.empty();
      }
      splits.commit();
      return Optional.of(
          new Outcome(splits.rowCount, List.copyOf(splits.empty), badRows, splits.kept));
    }
  }

  private void report(long bytesRead, long rowCount) {
    execution
        .progress()
        .report(
            (double) bytesRead / Math.max(1, source.sizeBytes()), "%,d rows".formatted(rowCount));
  }

  /// TFX takes whole numbers and texts alone to partition by.
  private void requirePartitionFeature(ColumnTypes types) {
    if (partitionFeature.isEmpty()) {
      return;
    }
    String feature = partitionFeature.get();
    int index = types.names().indexOf(feature);
    CellType type = index < 0 ? CellType.UNKNOWN : types.types().get(index);
    if (type == CellType.UNKNOWN || type == CellType.FLOAT) {
      throw new ParameterException(
          index < 0
              ? "There is no column " + feature + " to partition by."
              : "The column " + feature + " has no whole numbers or texts to partition by.",
          Location.subject(execution.node() + ".output_config.split_config.partition_feature_name"),
          "Choose a column of whole numbers or texts.");
    }
  }

  /// The files of the splits while they are written.
  private static final class Splits implements AutoCloseable {
    private final List<TfRecordWriter> writers = new ArrayList<>();
    private final List<String> names;
    private final KeptExamples kept =
        new KeptExamples(Runtime.getRuntime().maxMemory() / KEPT_SHARE);
    private boolean fits = true;
    private final Set<String> empty;
    private long rowCount;

    Splits(Path uri, List<String> names) throws IOException {
      this.names = names;
      this.empty = new LinkedHashSet<>(names);
      for (String name : names) {
        writers.add(TfRecordWriter.create(ExamplesArtifact.rawFile(uri, name), Compression.GZIP));
      }
    }

    void add(Optional<Divided> divided) throws IOException {
      fits &= divided.isPresent();
      if (!fits) {
        return;
      }
      Map<String, int[]> rows = new HashMap<>();
      for (int i = 0; i < writers.size(); i++) {
        Member member = divided.get().members().get(i);
        writers.get(i).writeReady(member.member());
        rowCount += member.rows().length;
        rows.put(names.get(i), member.rows());
        if (member.rows().length > 0) {
          empty.remove(names.get(i));
        }
      }
      kept.add(divided.get().batch(), rows);
    }

    void commit() throws IOException {
      for (TfRecordWriter writer : writers) {
        writer.commit();
      }
    }

    @Override
    public void close() throws IOException {
      for (TfRecordWriter writer : writers) {
        writer.close();
      }
    }
  }
}
