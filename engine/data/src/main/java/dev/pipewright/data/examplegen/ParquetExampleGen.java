package dev.pipewright.data.examplegen;

import dev.pipewright.pipeline.Finding;
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

/// Parquet files to tf.Examples in splits. Where TFX's executor for Parquet takes zeros, empty
/// texts and false for missing values, this keeps them (see docs/decisions/0012).
public final class ParquetExampleGen implements Component {

  static final String COLUMNS = "columns";

  private static final ComponentSpec SPEC =
      new ComponentSpec(
          "ParquetExampleGen",
          Category.DATA,
          1,
          "Reads Parquet files into examples, and divides them into splits. Whole numbers and"
              + " booleans become int64 features, other numbers floats, texts bytes, and lists as many"
              + " values; a null is a missing value.",
          List.of(),
          List.of(
              PortSpec.one(
                  FileConversion.EXAMPLES, ArtifactType.EXAMPLES, "The examples, in splits.")),
          List.of(
              ParameterSpec.required(
                  FileConversion.INPUT_BASE,
                  new PathName(PathName.Role.INPUT_FOLDER),
                  "The folder that holds the Parquet files."),
              ExampleGenConfig.INPUT_CONFIG,
              ExampleGenConfig.OUTPUT_CONFIG,
              ExampleGenConfig.RANGE_CONFIG,
              ParameterSpec.optional(
                  COLUMNS,
                  new ParameterType.ListOf(new ParameterType.Text()),
                  "The columns to read; by default all. A field of a struct is named as"
                      + " struct.field.")),
          Resources.CPU);

  /// For `ServiceLoader`.
  public ParquetExampleGen() {}

  @Override
  public ComponentSpec spec() {
    return SPEC;
  }

  @Override
  public Behavior behavior() {
    return new ParquetExampleGenExecutor();
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
