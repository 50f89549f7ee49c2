package dev.pipewright.datavalidation;

import dev.pipewright.datavalidation.schema.SchemaText;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ComponentSpec.Category;
import dev.pipewright.pipeline.component.ComponentSpec.Resources;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.ParameterType.PathName.Role;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.PortSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// TFX's ImportSchemaGen: a schema that a person keeps in a file.
public final class ImportSchemaGen implements Component {

  private static final String SCHEMA_FILE = "schema_file";

  private static final ComponentSpec SPEC =
      new ComponentSpec(
          "ImportSchemaGen",
          Category.DATA,
          1,
          "Takes a schema from a file, as it is.",
          List.of(),
          List.of(PortSpec.one("schema", ArtifactType.SCHEMA, "The schema in the file.")),
          List.of(
              ParameterSpec.required(
                  SCHEMA_FILE,
                  new ParameterType.PathName(Role.INPUT_FILE),
                  "The file: a TFMD schema in protobuf's text format.")),
          Resources.LIGHT);

  /// The component.
  public ImportSchemaGen() {}

  @Override
  public ComponentSpec spec() {
    return SPEC;
  }

  @Override
  public Behavior behavior() {
    return (Executor) ImportSchemaGen::execute;
  }

  @Override
  public List<Path> externalInputs(Parameters parameters) {
    return parameters.path(SCHEMA_FILE).stream().toList();
  }

  private static void execute(Execution execution) throws IOException {
    Parameters parameters = execution.parameters();
    Path file = parameters.require(SCHEMA_FILE, parameters.path(SCHEMA_FILE));
    SchemaText.read(file);
    Files.copy(file, execution.output("schema").resolve(SchemaText.FILE_NAME));
  }
}
