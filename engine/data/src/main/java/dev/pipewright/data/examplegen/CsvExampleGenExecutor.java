package dev.pipewright.data.examplegen;

import dev.pipewright.data.PayloadFormat;
import dev.pipewright.data.csv.BadRows;
import dev.pipewright.data.csv.CsvSource;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Does the work of `CsvExampleGen`.
final class CsvExampleGenExecutor implements Executor {

  @Override
  public void execute(Execution execution) throws IOException, InterruptedException {
    FileConversion.run(
        execution,
        PayloadFormat.FORMAT_TF_EXAMPLE,
        (files, shares) -> convert(execution, files, shares));
  }

  /// Converts an input split; returns how many rows were left out.
  private static long convert(Execution execution, List<Path> files, Shares shares)
      throws IOException, InterruptedException {
    CsvSource source = CsvSource.open(files);
    for (Path file : source.filesWithByteOrderMark()) {
      execution
          .progress()
          .warn(
              file + " starts with a byte order mark. It was not taken for a part of the header.");
    }
    CsvConversion.Outcome outcome =
        new CsvConversion(execution, source, shares, policy(execution.parameters())).run();
    if (shares.isWhole()) {
      execution.keep(FileConversion.EXAMPLES, outcome.kept());
    }
    report(execution, files, outcome);
    return outcome.badRows().count();
  }

  private static BadRows.Policy policy(Parameters parameters) {
    boolean isSkip =
        parameters.text(CsvExampleGen.BAD_ROWS).equals(Optional.of(CsvExampleGen.SKIP));
    return isSkip ? BadRows.Policy.SKIP : BadRows.Policy.FAIL;
  }

  private static void report(Execution execution, List<Path> files, CsvConversion.Outcome outcome) {
    BadRows badRows = outcome.badRows();
    if (outcome.rowCount() == 0) {
      throw new DataException(
          badRows.count() == 0
              ? "There is a header, but no rows."
              : "None of the %,d rows can be used.".formatted(badRows.count()),
          Location.of(files.getFirst(), 1),
          "Check that this is the right file.");
    }
    execution.progress().report(1, "%,d rows".formatted(outcome.rowCount()));
    FileConversion.warnOfEmpty(execution, outcome.emptySplits());
    if (badRows.count() > 0) {
      badRows.messages().forEach(execution.progress()::warn);
      execution
          .progress()
          .warn(
              "%,d rows could not be used and were left out; %,d are in the examples."
                  .formatted(badRows.count(), outcome.rowCount()));
    }
  }
}
