package dev.pipewright.data.examplegen;

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
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.component.Execution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns CSV files into the files of splits. The types of the columns hold for all rows, so they
/// are guessed from the first few megabytes; where a later cell shows that they are wider, all rows
/// are looked at, and the conversion begins anew.
///
/// @param execution whose work it is
/// @param source the files
/// @param shares the splits to write
/// @param policy what to do about rows that cannot be used
record CsvConversion(Execution execution, CsvSource source, Shares shares, BadRows.Policy policy) {

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
  Outcome run() throws IOException, InterruptedException {
    Optional<Outcome> outcome = write(infer(GUESS_BYTES));
    if (outcome.isEmpty()) {
      execution
          .progress()
          .log("The columns' types are wider than the first rows show: reading again.");
      outcome = write(infer(Long.MAX_VALUE));
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
  private Optional<Outcome> write(ColumnTypes types) throws IOException, InterruptedException {
    requirePartitionFeature(types);
    SplitRecords records = new SplitRecords(shares, types.untyped());
    BadRows badRows = new BadRows(policy);
    try (Splits splits = new Splits(shares);
        CsvBlocks blocks = source.blocks(badRows);
        OrderedTasks<Optional<Divided>> tasks =
            new OrderedTasks<>(execution.pool(), execution.parallelism(), splits::add)) {
      while (splits.fits && blocks.hasNext()) {
        execution.checkCancelled();
        CsvBlock block = blocks.next();
        tasks.add(() -> block.toBatch(types).map(records::of));
        report(blocks.fileBytesRead(), splits.writers.rowCount());
      }
      tasks.finish();
      if (!splits.fits) {
        return Optional.empty();
      }
      splits.writers.commit();
      return Optional.of(
          new Outcome(splits.writers.rowCount(), splits.writers.empty(), badRows, splits.kept));
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
    if (shares.partitionFeature().isEmpty()) {
      return;
    }
    String feature = shares.partitionFeature().get();
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

  /// The splits while they are written, as far as the cells fit the types.
  private static final class Splits implements AutoCloseable {
    private final KeptExamples kept =
        new KeptExamples(Runtime.getRuntime().maxMemory() / KEPT_SHARE);
    private final SplitWriters writers;
    private boolean fits = true;

    Splits(Shares shares) throws IOException {
      writers = new SplitWriters(shares);
    }

    void add(Optional<Divided> divided) throws IOException {
      fits &= divided.isPresent();
      if (!fits) {
        return;
      }
      List<Member> members = divided.get().members();
      writers.add(members);
      Map<String, int[]> rows = new HashMap<>();
      for (int i = 0; i < members.size(); i++) {
        rows.put(writers.names().get(i), members.get(i).rows());
      }
      kept.add(divided.get().batch(), rows);
    }

    @Override
    public void close() throws IOException {
      writers.close();
    }
  }
}
