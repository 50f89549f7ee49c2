package dev.pipewright.datavalidation;

import dev.pipewright.data.SplitNames;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An artifact that has one file of the same name in each `Split-<name>` folder; or, as Transform
/// writes them, that file alone, which counts as the split with the empty name.
record SplitFiles(Path uri, String fileName, List<String> splits) {

  private static final String PREFIX = "Split-";
  private static final String PAIR_PREFIX = "SplitPair-";

  static SplitFiles open(Path uri, String fileName) {
    if (Files.isRegularFile(uri.resolve(fileName))) {
      return new SplitFiles(uri, fileName, List.of(""));
    }
    try (Stream<Path> folders = Files.list(uri)) {
      List<String> splits =
          folders
              .filter(Files::isDirectory)
              .map(p -> p.getFileName().toString())
              .filter(n -> n.startsWith(PREFIX) || n.startsWith(PAIR_PREFIX))
              .map(n -> n.substring(n.indexOf('-') + 1))
              .sorted()
              .toList();
      if (!splits.isEmpty()) {
        return new SplitFiles(uri, fileName, splits);
      }
    } catch (IOException e) {
      throw damaged("The folder cannot be read.", uri, e);
    }
    throw missing("There is neither a file " + fileName + " nor a folder Split-….", uri);
  }

  static SplitFiles open(Artifact artifact, String fileName) {
    return artifact.properties().get("split_names") instanceof ParameterValue.Text(String names)
        ? new SplitFiles(artifact.uri(), fileName, SplitNames.parse(names, artifact.uri()))
        : open(artifact.uri(), fileName);
  }

  Path file(String split) {
    Path ofPair = pairFile(uri, split, fileName);
    return Files.isRegularFile(ofPair) ? ofPair : file(uri, split, fileName);
  }

  /// The file of a pair of splits, as DistributionValidator has them.
  static Path pairFile(Path uri, String pair, String fileName) {
    return uri.resolve(PAIR_PREFIX + pair).resolve(fileName);
  }

  static Path file(Path uri, String split, String fileName) {
    return split.isEmpty() ? uri.resolve(fileName) : uri.resolve(PREFIX + split).resolve(fileName);
  }

  byte[] read(String split) throws IOException {
    try {
      return Files.readAllBytes(file(split));
    } catch (NoSuchFileException e) {
      throw missing(
          "There is no such file; the artifact has the splits " + splits + ".", file(split));
    }
  }

  static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  static ArtifactException damaged(String what, Path file, @Nullable Exception cause) {
    return new ArtifactException(
        what, Location.of(file), "Run the node that made it again.", cause);
  }

  private static ArtifactException missing(String what, Path where) {
    return new ArtifactException(what, Location.of(where), "Run the node that makes it again.");
  }
}
