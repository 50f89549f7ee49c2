package dev.pipewright.data.examplegen;

import dev.pipewright.data.PayloadFormat;
import dev.pipewright.data.SplitNames;
import dev.pipewright.data.csv.BadRows;
import dev.pipewright.data.csv.CsvSource;
import dev.pipewright.data.examplegen.ExampleGenConfig.Input;
import dev.pipewright.data.examplegen.ExampleGenConfig.Output;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterValue;
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
    Parameters parameters = execution.parameters();
    ExampleGenConfig config = ExampleGenConfig.of(parameters);
    Path base = parameters.require(CsvExampleGen.INPUT_BASE, parameters.path("input_base"));
    InputFiles files = InputFiles.find(base, config);
    if (files.isSpanned()) {
      execution.progress().log(files.sentence());
    }
    long skipped = 0;
    for (InputFiles.Split split : files.splits()) {
      skipped += convert(execution, config, split.input(), split.files());
    }
    setProperties(execution, config.splitNames(), files);
    if (skipped > 0) {
      set(execution, "skipped_rows", ParameterValue.of(skipped));
    }
  }

  /// Converts an input split; returns how many rows were left out.
  private static long convert(
      Execution execution, ExampleGenConfig config, Input input, List<Path> files)
      throws IOException, InterruptedException {
    CsvSource source = CsvSource.open(files);
    for (Path file : source.filesWithByteOrderMark()) {
      execution
          .progress()
          .warn(
              file + " starts with a byte order mark. It was not taken for a part of the header.");
    }
    CsvConversion conversion =
        new CsvConversion(
            execution,
            source,
            config.outputs().isEmpty() ? List.of(input.name()) : config.splitNames(),
            config.outputs().stream().map(Output::hashBuckets).toList(),
            config.partitionFeature(),
            policy(execution.parameters()));
    CsvConversion.Outcome outcome = conversion.run(execution.output(CsvExampleGen.EXAMPLES));
    if (config.inputs().size() == 1) {
      execution.keep(CsvExampleGen.EXAMPLES, outcome.kept());
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
    for (String split : outcome.emptySplits()) {
      execution
          .progress()
          .warn("No example fell into the split %s: there are few of them.".formatted(split));
    }
    if (badRows.count() > 0) {
      badRows.messages().forEach(execution.progress()::warn);
      execution
          .progress()
          .warn(
              "%,d rows could not be used and were left out; %,d are in the examples."
                  .formatted(badRows.count(), outcome.rowCount()));
    }
  }

  private static void setProperties(Execution execution, List<String> splitNames, InputFiles files)
      throws IOException {
    set(execution, "split_names", ParameterValue.of(SplitNames.format(splitNames)));
    set(execution, "span", ParameterValue.of(files.span()));
    if (files.version().isPresent()) {
      set(execution, "version", ParameterValue.of(files.version().getAsLong()));
    }
    set(execution, "file_format", ParameterValue.of("tfrecords_gzip"));
    set(execution, "payload_format", ParameterValue.of(PayloadFormat.FORMAT_TF_EXAMPLE.name()));
    set(execution, "input_fingerprint", ParameterValue.of(files.fingerprint()));
  }

  private static void set(Execution execution, String name, ParameterValue value) {
    execution.setProperty(CsvExampleGen.EXAMPLES, name, value);
  }
}
