package dev.pipewright.data.examplegen;

import dev.pipewright.data.FeatureBuilder;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ComponentSpec.Category;
import dev.pipewright.pipeline.component.ComponentSpec.Resources;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType.PathName;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.PortSpec;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;

/// Texts in a folder a class to tf.Examples in splits.
public final class TextFolderExampleGen implements Component {

  private static final ComponentSpec SPEC =
      new ComponentSpec(
          "TextFolderExampleGen",
          Category.DATA,
          1,
          "Makes an example of each text file in folders that are named after their classes, and"
              + " divides them into splits: text and label.",
          List.of(),
          List.of(
              PortSpec.one(
                  FileConversion.EXAMPLES, ArtifactType.EXAMPLES, "The examples, in splits.")),
          List.of(
              ParameterSpec.required(
                  FileConversion.INPUT_BASE,
                  new PathName(PathName.Role.INPUT_FOLDER),
                  "The folder that holds a folder of text files for each class."),
              ExampleGenConfig.CLASSES_CONFIG,
              ExampleGenConfig.OUTPUT_CONFIG,
              ExampleGenConfig.RANGE_CONFIG),
          Resources.CPU);

  /// For `ServiceLoader`.
  public TextFolderExampleGen() {}

  @Override
  public ComponentSpec spec() {
    return SPEC;
  }

  @Override
  public Behavior behavior() {
    return new ClassFolders(TextFolderExampleGen::add);
  }

  @Override
  public List<Finding> check(Parameters parameters) {
    return ExampleGenConfig.check(parameters);
  }

  @Override
  public List<Path> externalInputs(Parameters parameters) {
    return FileConversion.inputs(parameters);
  }

  private static void add(Path file, byte[] content, SequencedMap<String, FeatureBuilder> target) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
    } catch (CharacterCodingException e) {
      throw new DataException(
          "The file is not UTF-8.",
          Location.of(file),
          "Save it as text in UTF-8, or choose the texts by the pattern in input_config, as"
              + " */*.txt.",
          e);
    }
    ClassFolders.add(target, "text", content);
  }
}
