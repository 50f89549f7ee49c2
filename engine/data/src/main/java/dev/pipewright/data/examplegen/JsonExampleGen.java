package dev.pipewright.data.examplegen;

import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ComponentSpec.Category;
import dev.pipewright.pipeline.component.ComponentSpec.Resources;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType.PathName;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.PortSpec;
import java.nio.file.Path;
import java.util.List;

/// Files of JSON lines to tf.Examples in splits; TFX has no such component.
public final class JsonExampleGen implements Component {

  private static final ComponentSpec SPEC =
      new ComponentSpec(
          "JsonExampleGen",
          Category.DATA,
          1,
          "Reads files of JSON lines, compressed by gzip or Zstandard or not, into examples, and"
              + " divides them into splits. A feature holds whole numbers if all its values are"
              + " whole or true or false, else numbers if all are, else texts; lists become as many"
              + " values, objects features named outer.inner; a null is a missing value.",
          List.of(),
          List.of(
              PortSpec.one(
                  FileConversion.EXAMPLES, ArtifactType.EXAMPLES, "The examples, in splits.")),
          List.of(
              ParameterSpec.required(
                  FileConversion.INPUT_BASE,
                  new PathName(PathName.Role.INPUT_FOLDER),
                  "The folder that holds the files of JSON lines."),
              ExampleGenConfig.INPUT_CONFIG,
              ExampleGenConfig.OUTPUT_CONFIG,
              ExampleGenConfig.RANGE_CONFIG),
          Resources.CPU);

  /// For `ServiceLoader`.
  public JsonExampleGen() {}

  @Override
  public ComponentSpec spec() {
    return SPEC;
  }

  @Override
  public Behavior behavior() {
    return new JsonExampleGenExecutor();
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
