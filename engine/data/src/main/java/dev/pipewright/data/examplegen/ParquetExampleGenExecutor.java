package dev.pipewright.data.examplegen;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.OrderedTasks;
import dev.pipewright.data.PayloadFormat;
import dev.pipewright.data.examplegen.SplitRecords.Divided;
import dev.pipewright.data.parquet.ParquetSource;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Executor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Does the work of `ParquetExampleGen`.
final class ParquetExampleGenExecutor implements Executor {

  @Override
  public void execute(Execution execution) throws IOException, InterruptedException {
    List<String> columns = execution.parameters().texts(ParquetExampleGen.COLUMNS);
    FileConversion.run(
        execution,
        PayloadFormat.FORMAT_TF_EXAMPLE,
        (files, shares) -> {
          convert(execution, columns, files, shares);
          return 0;
        });
  }

  private static void convert(
      Execution execution, List<String> columns, List<Path> files, Shares shares)
      throws IOException, InterruptedException {
    SplitRecords records = new SplitRecords(shares, Set.of());
    try (SplitWriters writers = new SplitWriters(shares);
        OrderedTasks<Divided> tasks =
            new OrderedTasks<>(
                execution.pool(),
                execution.parallelism(),
                divided -> writers.add(divided.members()))) {
      for (Path file : files) {
        try (ParquetSource source = ParquetSource.open(file, columns)) {
          read(execution, source, file, shares, batch -> tasks.add(() -> records.of(batch)));
        }
      }
      tasks.finish();
      if (writers.rowCount() == 0) {
        throw new DataException(
            "There are no rows.",
            Location.of(files.getFirst()),
            "Check that this is the right file.");
      }
      writers.commit();
      execution.progress().report(1, "%,d rows".formatted(writers.rowCount()));
      FileConversion.warnOfEmpty(execution, writers.empty());
    }
  }

  /// What becomes of a batch.
  private interface Target {
    void add(ExampleBatch batch) throws IOException, InterruptedException;
  }

  private static void read(
      Execution execution, ParquetSource source, Path file, Shares shares, Target target)
      throws IOException, InterruptedException {
    long rows = 0;
    execution.checkCancelled();
    for (Optional<ExampleBatch> batch = source.next(); batch.isPresent(); batch = source.next()) {
      shares.partitionFeature().ifPresent(requirePartition(batch.get(), file));
      target.add(batch.get());
      rows += batch.get().rowCount();
      execution
          .progress()
          .report((double) rows / Math.max(1, source.rowCount()), "%,d rows".formatted(rows));
      execution.checkCancelled();
    }
  }

  private static java.util.function.Consumer<String> requirePartition(
      ExampleBatch batch, Path file) {
    return feature -> {
      Column column = batch.column(feature);
      if (column == null || column instanceof Column.Float) {
        throw new DataException(
            column == null
                ? "There is no column " + feature + " to partition by."
                : "The column " + feature + " has no whole numbers or texts to partition by.",
            Location.of(file),
            "Choose a column of whole numbers or texts as partition_feature_name.");
      }
    };
  }
}
