package dev.pipewright.data.examplegen;

import dev.pipewright.data.OrderedTasks;
import dev.pipewright.data.PayloadFormat;
import dev.pipewright.data.RecordBlock;
import dev.pipewright.data.RecordBlocks;
import dev.pipewright.data.examplegen.SplitRecords.Member;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Executor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Does the work of `ImportExampleGen`.
final class ImportExampleGenExecutor implements Executor {

  @Override
  public void execute(Execution execution) throws IOException, InterruptedException {
    PayloadFormat format = ImportExampleGen.format(execution.parameters());
    FileConversion.run(
        execution,
        format,
        (files, shares) -> {
          read(execution, RecordBlocks.of(files, format), files, shares);
          return 0;
        });
  }

  private static void read(
      Execution execution, RecordBlocks records, List<Path> files, Shares shares)
      throws IOException, InterruptedException {
    SplitRecords split = new SplitRecords(shares, Set.of());
    try (SplitWriters writers = new SplitWriters(shares);
        RecordBlocks blocks = records;
        OrderedTasks<List<Member>> tasks =
            new OrderedTasks<>(execution.pool(), execution.parallelism(), writers::add)) {
      while (blocks.hasNext()) {
        execution.checkCancelled();
        RecordBlock block = blocks.next();
        tasks.add(() -> split.of(block));
        execution.progress().report(Double.NaN, "%,d records".formatted(writers.rowCount()));
      }
      tasks.finish();
      if (writers.rowCount() == 0) {
        throw new DataException(
            "There are no records.",
            Location.of(files.getFirst()),
            "Check that this is the right file.");
      }
      writers.commit();
      execution.progress().report(1, "%,d records".formatted(writers.rowCount()));
      FileConversion.warnOfEmpty(execution, writers.empty());
    }
  }
}
