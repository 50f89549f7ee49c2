package dev.pipewright.data.examplegen;

import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.PayloadFormat;
import dev.pipewright.data.parquet.ParquetSource;
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
          try (FileRows rows = new FileRows(execution, shares, Set.of())) {
            for (int i = 0; i < files.size(); i++) {
              execution.checkCancelled();
              read(files.get(i), columns, rows, i, files.size());
            }
            rows.finish(files);
          }
          return 0;
        });
  }

  private static void read(Path file, List<String> columns, FileRows rows, int before, int count)
      throws IOException, InterruptedException {
    try (ParquetSource source = ParquetSource.open(file, columns)) {
      rows.begin(file, source.kinds());
      long read = 0;
      for (Optional<ExampleBatch> next = source.next(); next.isPresent(); next = source.next()) {
        ExampleBatch batch = next.get();
        read += batch.rowCount();
        rows.add(file, () -> batch, (before + (double) read / source.rowCount()) / count);
      }
    }
  }
}
