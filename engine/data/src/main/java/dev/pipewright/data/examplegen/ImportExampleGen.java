package dev.pipewright.data.examplegen;

import dev.pipewright.data.PayloadFormat;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// TFRecord files of tf.Examples, tf.SequenceExamples or other messages to splits, as TFX's
/// component of this name does it.
public final class ImportExampleGen implements Component {

  static final String PAYLOAD_FORMAT = "payload_format";

  private static final ComponentSpec SPEC =
      new ComponentSpec(
          "ImportExampleGen",
          Category.DATA,
          1,
          "Reads TFRecord files, compressed by gzip or not, whose records are examples already, and"
              + " divides them into splits.",
          List.of(),
          List.of(
              PortSpec.one(
                  FileConversion.EXAMPLES, ArtifactType.EXAMPLES, "The examples, in splits.")),
          List.of(
              ParameterSpec.required(
                  FileConversion.INPUT_BASE,
                  new PathName(PathName.Role.INPUT_FOLDER),
                  "The folder that holds the TFRecord files."),
              ExampleGenConfig.INPUT_CONFIG,
              ExampleGenConfig.OUTPUT_CONFIG,
              ExampleGenConfig.RANGE_CONFIG,
              ParameterSpec.withDefault(
                  PAYLOAD_FORMAT,
                  new ParameterType.Choice(
                      Arrays.stream(PayloadFormat.values()).map(PayloadFormat::name).toList()),
                  ParameterValue.of(PayloadFormat.FORMAT_TF_EXAMPLE.name()),
                  "What the records are: tf.Examples, tf.SequenceExamples, or messages of another"
                      + " type, which are taken as they are.")),
          Resources.CPU);

  /// For `ServiceLoader`.
  public ImportExampleGen() {}

  @Override
  public ComponentSpec spec() {
    return SPEC;
  }

  @Override
  public Behavior behavior() {
    return new ImportExampleGenExecutor();
  }

  @Override
  public List<Finding> check(Parameters parameters) {
    List<Finding> findings = new ArrayList<>(ExampleGenConfig.check(parameters));
    Optional<ParameterValue> format = parameters.value(PAYLOAD_FORMAT);
    if (ExampleGenConfig.isPartitioned(parameters)
        && format.equals(Optional.of(ParameterValue.of(PayloadFormat.FORMAT_PROTO.name())))) {
      findings.add(
          new Finding(
              "output_config.split_config.partition_feature_name",
              "Messages of another type have no features to partition by.",
              "Remove it, so that the whole message decides, or change payload_format."));
    }
    return findings;
  }

  /// The format that the parameters name.
  static PayloadFormat format(Parameters parameters) {
    return parameters
        .text(PAYLOAD_FORMAT)
        .map(PayloadFormat::valueOf)
        .orElse(PayloadFormat.FORMAT_TF_EXAMPLE);
  }

  @Override
  public List<Path> externalInputs(Parameters parameters) {
    return FileConversion.inputs(parameters);
  }
}
