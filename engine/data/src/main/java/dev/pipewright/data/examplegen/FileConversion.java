package dev.pipewright.data.examplegen;

import dev.pipewright.data.PayloadFormat;
import dev.pipewright.data.SplitNames;
import dev.pipewright.data.examplegen.InputFiles.Split;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What all ExampleGens do that read files: they find those of their span, divide the examples of
/// each input split, and say of the artifact what TFX says.
final class FileConversion {

  static final String EXAMPLES = "examples";
  static final String INPUT_BASE = "input_base";

  /// Turns the files of an input split into the files of splits.
  interface Reader {

    /// @return how many rows could not be used and were left out
    long read(List<Path> files, Shares shares) throws IOException, InterruptedException;
  }

  private FileConversion() {}

  /// Reads the files that the parameters select.
  static void run(Execution execution, PayloadFormat format, Reader reader)
      throws IOException, InterruptedException {
    ExampleGenConfig config = ExampleGenConfig.of(execution.parameters());
    InputFiles files = find(execution.parameters(), config);
    if (files.isSpanned()) {
      execution.progress().log(files.sentence());
    }
    long skipped = 0;
    for (Split split : files.splits()) {
      Shares shares = Shares.of(execution.output(EXAMPLES), config, split.input());
      skipped += reader.read(split.files(), shares);
    }
    set(execution, "split_names", ParameterValue.of(SplitNames.format(config.splitNames())));
    set(execution, "span", ParameterValue.of(files.span()));
    if (files.version().isPresent()) {
      set(execution, "version", ParameterValue.of(files.version().getAsLong()));
    }
    set(execution, "file_format", ParameterValue.of("tfrecords_gzip"));
    set(execution, "payload_format", ParameterValue.of(format.name()));
    set(execution, "input_fingerprint", ParameterValue.of(files.fingerprint()));
    if (skipped > 0) {
      set(execution, "skipped_rows", ParameterValue.of(skipped));
    }
  }

  private static void set(Execution execution, String name, ParameterValue value) {
    execution.setProperty(EXAMPLES, name, value);
  }

  /// Says that splits are empty.
  static void warnOfEmpty(Execution execution, List<String> splits) {
    for (String split : splits) {
      execution
          .progress()
          .warn("No example fell into the split %s: there are few of them.".formatted(split));
    }
  }

  /// The files that the parameters select: they decide the result.
  static List<Path> inputs(Parameters parameters) {
    return find(parameters, ExampleGenConfig.of(parameters)).all();
  }

  private static InputFiles find(Parameters parameters, ExampleGenConfig config) {
    RemoteAddress.problem(parameters)
        .ifPresent(
            problem -> {
              throw new ParameterException(
                  problem.what(), parameters.at(INPUT_BASE), problem.fix());
            });
    return InputFiles.find(parameters.require(INPUT_BASE, parameters.path(INPUT_BASE)), config);
  }
}
