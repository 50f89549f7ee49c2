package dev.pipewright.runner;

import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.Importation;
import dev.pipewright.pipeline.component.Importation.Imported.Reuse;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.PortSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// TFX's Importer (`tfx.dsl.components.common.importer`).
public final class ImporterComponent implements Component {

  private static final String RESULT = "result";
  private static final String SOURCE_URI = "source_uri";
  private static final String ARTIFACT_TYPE = "artifact_type";
  private static final String PROPERTIES = "properties";
  private static final String REIMPORT = "reimport";

  private static final ComponentSpec SPEC =
      new ComponentSpec(
          "Importer",
          ComponentSpec.Category.DATA,
          1,
          "Brings a file or folder in as an artifact, as a schema that a person keeps. It stays"
              + " where it is.",
          List.of(),
          List.of(
              new PortSpec(
                  RESULT,
                  new ArtifactType("Artifact"),
                  PortSpec.Arity.ONE,
                  "What was brought in.",
                  ARTIFACT_TYPE)),
          List.of(
              ParameterSpec.required(
                  SOURCE_URI,
                  new ParameterType.PathName(ParameterType.PathName.Role.INPUT_FOLDER),
                  "The file or folder."),
              ParameterSpec.required(
                  ARTIFACT_TYPE, new ParameterType.Text(), "Its artifact type, as Schema."),
              ParameterSpec.optional(
                  PROPERTIES,
                  new ParameterType.MapOf(new ParameterType.Json()),
                  "Properties of the artifact, as split_names."),
              ParameterSpec.withDefault(
                  REIMPORT,
                  new ParameterType.Bool(),
                  ParameterValue.of(false),
                  "Whether to make a new artifact in every run.")),
          ComponentSpec.Resources.LIGHT);

  /// For the service loader.
  public ImporterComponent() {}

  @Override
  public ComponentSpec spec() {
    return SPEC;
  }

  @Override
  public List<Finding> check(Parameters parameters) {
    return parameters.text(ARTIFACT_TYPE).filter(String::isBlank).isPresent()
        ? List.of(new Finding(ARTIFACT_TYPE, "It is empty.", "Name an artifact type, as Schema."))
        : List.of();
  }

  @Override
  public Behavior behavior() {
    return (Importation) ImporterComponent::imported;
  }

  private static Importation.Imported imported(Parameters parameters) {
    Path source = parameters.require(SOURCE_URI, parameters.path(SOURCE_URI));
    if (!Files.exists(source)) {
      throw new ParameterException(
          "There is no such file or folder: " + source + ".",
          Location.subject(parameters.owner() + "." + SOURCE_URI),
          "Correct the path.");
    }
    Map<String, ParameterValue> properties =
        new LinkedHashMap<>(parameters.struct(PROPERTIES).fields().values());
    return new Importation.Imported(
        RESULT,
        new ArtifactType(parameters.require(ARTIFACT_TYPE, parameters.text(ARTIFACT_TYPE))),
        source,
        properties,
        parameters.flag(REIMPORT) ? Reuse.NEVER : Reuse.EXISTING);
  }
}
