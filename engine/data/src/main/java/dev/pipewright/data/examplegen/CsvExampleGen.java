package dev.pipewright.data.examplegen;

import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ComponentSpec.Category;
import dev.pipewright.pipeline.component.ComponentSpec.Resources;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.ParameterType.PathName;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.PortSpec;
import java.nio.file.Path;
import java.util.List;

/// CSV files to tf.Examples in splits, as TFX's component of this name does it: the same types, the
/// same examples, the same split of each.
public final class CsvExampleGen implements Component {

  static final String BAD_ROWS = "bad_rows";
  static final String SKIP = "skip";

  private static final ComponentSpec SPEC =
      new ComponentSpec(
          "CsvExampleGen",
          Category.DATA,
          1,
          "Reads CSV files with a header, compressed by gzip or Zstandard or not, into examples, and"
              + " divides them into splits. A column holds whole numbers if all its cells are, else numbers if all are, else texts; an empty"
              + " cell is a missing value.",
          List.of(),
          List.of(
              PortSpec.one(
                  FileConversion.EXAMPLES, ArtifactType.EXAMPLES, "The examples, in splits.")),
          List.of(
              ParameterSpec.required(
                  FileConversion.INPUT_BASE,
                  new PathName(PathName.Role.INPUT_FOLDER),
                  "The folder that holds the CSV files."),
              ExampleGenConfig.INPUT_CONFIG,
              ExampleGenConfig.OUTPUT_CONFIG,
              ExampleGenConfig.RANGE_CONFIG,
              ParameterSpec.withDefault(
                  BAD_ROWS,
                  new ParameterType.Choice(List.of("fail", SKIP)),
                  ParameterValue.of("fail"),
                  "What to do about rows that cannot be used, as with too many cells: stop at the"
                      + " first, or leave them out and say how many.")),
          Resources.CPU);

  /// For `ServiceLoader`.
  public CsvExampleGen() {}

  @Override
  public ComponentSpec spec() {
    return SPEC;
  }

  @Override
  public Behavior behavior() {
    return new CsvExampleGenExecutor();
  }

  @Override
  public List<Finding> check(Parameters parameters) {
    return ExampleGenConfig.check(parameters);
  }

  @Override
  public List<Path> externalInputs(Parameters parameters) {
    return FileConversion.inputs(parameters);
  }
}
