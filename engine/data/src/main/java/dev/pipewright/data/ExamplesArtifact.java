package dev.pipewright.data;

import dev.pipewright.data.tfrecord.TfRecordReader;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// An Examples artifact on disk, as TFX lays it out: a folder `Split-<name>` a split, in it
/// TFRecord files, gzip or not, in the order of their names. Opening it reads no records.
///
/// @param uri the artifact's folder
/// @param payloadFormat what the records are
/// @param splitNames the splits, in the order in which the artifact names them
public record ExamplesArtifact(Path uri, PayloadFormat payloadFormat, List<String> splitNames) {

  private static final String PREFIX = "Split-";

  public ExamplesArtifact {
    splitNames = List.copyOf(splitNames);
  }

  /// The artifact in this folder: tf.Examples, its splits in the order of their names.
  ///
  /// @throws ArtifactException when there is no such folder, or no split in it
  public static ExamplesArtifact open(Path uri) {
    return open(uri, PayloadFormat.FORMAT_TF_EXAMPLE);
  }

  /// The artifact in this folder, whose records have this format.
  ///
  /// @throws ArtifactException when there is no such folder, or no split in it
  public static ExamplesArtifact open(Path uri, PayloadFormat format) {
    List<String> splits =
        list(uri, p -> isSplit(p) && Files.isDirectory(p)).stream()
            .map(p -> p.getFileName().toString().substring(PREFIX.length()))
            .toList();
    if (splits.isEmpty()) {
      throw new ArtifactException(
          "The folder has no examples: no folder in it is named Split-….",
          Location.of(uri),
          "Run the node that makes the examples again.");
    }
    return new ExamplesArtifact(uri, format, splits);
  }

  /// The artifact with the splits and the payload format that its properties name.
  ///
  /// @throws ArtifactException when there is no such folder, or its properties cannot be used
  public static ExamplesArtifact open(Artifact artifact) {
    String format =
        artifact.properties().get("payload_format") instanceof ParameterValue.Text(String f)
            ? f
            : PayloadFormat.FORMAT_TF_EXAMPLE.name();
    if (!PayloadFormat.isKnown(format)) {
      throw new ArtifactException(
          "The examples are in the payload format " + format + ", which cannot be read.",
          Location.of(artifact.uri()),
          "Make them anew as tf.Examples.");
    }
    ExamplesArtifact opened = open(artifact.uri(), PayloadFormat.valueOf(format));
    return artifact.properties().get("split_names") instanceof ParameterValue.Text(String names)
        ? opened.inOrderOf(SplitNames.parse(names, artifact.uri()))
        : opened;
  }

  /// The artifact in this folder, in the format that its first record looks like: for viewers, who
  /// do not have its properties.
  ///
  /// @throws ArtifactException when there is no such folder, no split in it, or a damaged file
  public static ExamplesArtifact guess(Path uri) {
    ExamplesArtifact examples = open(uri);
    List<Path> files =
        examples.splitNames().stream().flatMap(s -> examples.files(s).stream()).toList();
    return new ExamplesArtifact(uri, guess(files), examples.splitNames());
  }

  /// What the first record of TFRecord files looks like; tf.Examples where there is none.
  ///
  /// @throws ArtifactException when a file is damaged
  public static PayloadFormat guess(List<Path> files) {
    try (RecordBlocks blocks = RecordBlocks.of(files, PayloadFormat.FORMAT_TF_EXAMPLE, 1, 1)) {
      if (!blocks.hasNext()) {
        return PayloadFormat.FORMAT_TF_EXAMPLE;
      }
      ByteStrings records = blocks.next().records();
      return DeterministicExample.guess(records.data(), records.start(0), records.end(0));
    }
  }

  /// The file that an ExampleGen writes for a split: `data_tfrecord-00000-of-00001.gz`.
  public static Path rawFile(Path uri, String split) {
    return uri.resolve(PREFIX + split).resolve("data_tfrecord-00000-of-00001.gz");
  }

  /// The file that Transform writes for a split: `transformed_examples-00000-of-00001.gz`.
  public static Path transformedFile(Path uri, String split) {
    return uri.resolve(PREFIX + split).resolve("transformed_examples-00000-of-00001.gz");
  }

  private ExamplesArtifact inOrderOf(List<String> names) {
    for (String name : names) {
      if (!splitNames.contains(name)) {
        throw missing(name);
      }
    }
    return new ExamplesArtifact(uri, payloadFormat, names);
  }

  /// The folder of a split.
  public Path folder(String split) {
    return uri.resolve(PREFIX + split);
  }

  /// The files of a split, in order; those whose names start with a dot or an underscore are not
  /// data.
  ///
  /// @throws ArtifactException when there is no such split
  public List<Path> files(String split) {
    if (!Files.isDirectory(folder(split))) {
      throw missing(split);
    }
    return list(folder(split), ExamplesArtifact::isData);
  }

  /// The records of a split in blocks; to be closed.
  ///
  /// @throws ArtifactException when there is no such split
  public RecordBlocks blocks(String split) {
    return RecordBlocks.of(files(split), payloadFormat);
  }

  /// How many records a split has. Reads all its files.
  ///
  /// @throws ArtifactException when there is no such split, or a file is damaged
  public long recordCount(String split) {
    long count = 0;
    for (Path file : files(split)) {
      try (TfRecordReader reader = TfRecordReader.open(file)) {
        while (reader.next()) {
          count++;
        }
      }
    }
    return count;
  }

  private ArtifactException missing(String split) {
    return new ArtifactException(
        "The examples have no split " + split + ", only " + String.join(", ", splitNames) + ".",
        Location.of(uri),
        "Choose one of those splits.");
  }

  private static boolean isSplit(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(PREFIX) && name.length() > PREFIX.length();
  }

  private static boolean isData(Path path) {
    String name = path.getFileName().toString();
    return !name.startsWith(".") && !name.startsWith("_") && Files.isRegularFile(path);
  }

  private static List<Path> list(Path folder, Predicate<Path> filter) {
    try (Stream<Path> paths = Files.list(folder)) {
      return new ArrayList<>(paths.filter(filter).sorted().toList());
    } catch (IOException e) {
      throw new ArtifactException(
          "The folder of the examples cannot be read.",
          Location.of(folder),
          "Run the node that makes the examples again.",
          e);
    }
  }
}
