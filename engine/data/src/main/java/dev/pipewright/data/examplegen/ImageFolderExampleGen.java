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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;

/// Images in a folder a class to tf.Examples in splits.
public final class ImageFolderExampleGen implements Component {

  private static final ComponentSpec SPEC =
      new ComponentSpec(
          "ImageFolderExampleGen",
          Category.DATA,
          1,
          "Makes an example of each image in folders that are named after their classes, and divides"
              + " them into splits: image/encoded, image/format, image/filename and label.",
          List.of(),
          List.of(
              PortSpec.one(
                  FileConversion.EXAMPLES, ArtifactType.EXAMPLES, "The examples, in splits.")),
          List.of(
              ParameterSpec.required(
                  FileConversion.INPUT_BASE,
                  new PathName(PathName.Role.INPUT_FOLDER),
                  "The folder that holds a folder of images for each class."),
              ExampleGenConfig.CLASSES_CONFIG,
              ExampleGenConfig.OUTPUT_CONFIG,
              ExampleGenConfig.RANGE_CONFIG),
          Resources.CPU);

  /// For `ServiceLoader`.
  public ImageFolderExampleGen() {}

  @Override
  public ComponentSpec spec() {
    return SPEC;
  }

  @Override
  public Behavior behavior() {
    return new ClassFolders(ImageFolderExampleGen::add);
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
    ImageFormat format =
        ImageFormat.of(content)
            .orElseThrow(
                () ->
                    new DataException(
                        "The file is no JPEG, PNG, GIF, BMP or WebP image.",
                        Location.of(file),
                        "Take it out of the folder, or choose the images by the pattern in"
                            + " input_config, as */*.jpg."));
    ClassFolders.add(target, "image/encoded", content);
    ClassFolders.add(target, "image/format", format.label().getBytes(StandardCharsets.UTF_8));
    ClassFolders.add(
        target,
        "image/filename",
        String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8));
  }
}
