package dev.pipewright.data.examplegen;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.FeatureBuilder.Kind;
import dev.pipewright.data.OrderedTasks;
import dev.pipewright.data.examplegen.SplitRecords.Divided;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.component.Execution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/// Divides rows that come in batches among the files of splits. To be closed; what is not finished
/// then is not there.
final class FileRows implements AutoCloseable {

  private final Execution execution;
  private final Shares shares;
  private final SplitRecords records;
  private final SplitWriters writers;
  private final OrderedTasks<Divided> tasks;
  private final Map<String, Seen> seen = new HashMap<>();

  /// The type that a feature has in the first file that has it.
  private record Seen(Kind kind, Path file) {}

  /// @param untyped features that every example has without a value of any type
  FileRows(Execution execution, Shares shares, Set<String> untyped) throws IOException {
    this.execution = execution;
    this.shares = shares;
    this.records = new SplitRecords(shares, untyped);
    this.writers = new SplitWriters(shares);
    this.tasks =
        new OrderedTasks<>(
            execution.pool(), execution.parallelism(), divided -> writers.add(divided.members()));
  }

  /// Says which types a file's features have, which all files must agree on.
  void begin(Path file, Map<String, Kind> kinds) {
    for (var feature : kinds.entrySet()) {
      Seen first =
          seen.computeIfAbsent(feature.getKey(), name -> new Seen(feature.getValue(), file));
      if (first.kind() != feature.getValue()) {
        throw new DataException(
            "The column %s holds %s here, but %s in %s."
                .formatted(
                    feature.getKey(),
                    words(feature.getValue()),
                    words(first.kind()),
                    first.file().getFileName()),
            Location.of(file).withSubject("feature " + feature.getKey()),
            "Write the files with the same types, or choose files by the pattern in input_config.");
      }
    }
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case INT64 -> "whole numbers";
      case FLOAT -> "numbers with fractions";
      case BYTES -> "texts";
    };
  }

  /// Adds the rows of a batch, which is made on the pool.
  ///
  /// @param progress how much of all there is has been read, up to 1
  void add(Path file, Callable<ExampleBatch> batch, double progress)
      throws IOException, InterruptedException {
    execution.checkCancelled();
    tasks.add(
        () -> {
          ExampleBatch rows = batch.call();
          shares.partitionFeature().ifPresent(feature -> requirePartition(rows, file, feature));
          return records.of(rows);
        });
    execution.progress().report(Math.min(1, progress), "%,d rows".formatted(writers.rowCount()));
  }

  /// TFX takes whole numbers and texts alone to partition by.
  private static void requirePartition(ExampleBatch batch, Path file, String feature) {
    Column column = batch.column(feature);
    if (column == null || column instanceof Column.Float) {
      throw new DataException(
          column == null
              ? "There is no column " + feature + " to partition by."
              : "The column " + feature + " has no whole numbers or texts to partition by.",
          Location.of(file),
          "Choose a column of whole numbers or texts as partition_feature_name.");
    }
  }

  /// Makes the splits' files appear.
  void finish(List<Path> files) throws IOException, InterruptedException {
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

  @Override
  public void close() throws IOException {
    tasks.close();
    writers.close();
  }
}
