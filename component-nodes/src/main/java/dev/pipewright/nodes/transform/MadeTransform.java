package dev.pipewright.nodes.transform;

import dev.pipewright.transform.TransformGraphArtifact;
import dev.pipewright.transform.TransformedFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a transform graph holds.
///
/// @param rawFeatures how many raw features it uses
/// @param outputs how many features it makes
/// @param vocabularies how many vocabularies it has
/// @param terms how many terms they have together
record MadeTransform(int rawFeatures, int outputs, int vocabularies, long terms) {

  static MadeTransform read(Path folder) throws IOException {
    TransformGraphArtifact graph = TransformGraphArtifact.open(folder);
    Set<String> outputs =
        graph.features().stream().map(TransformedFeature::name).collect(Collectors.toSet());
    Collection<Path> vocabularies = graph.vocabularies().values();
    long terms = 0;
    for (Path vocabulary : vocabularies) {
      // A term may be any bytes but a line's end.
      try (Stream<String> lines = Files.lines(vocabulary, StandardCharsets.ISO_8859_1)) {
        terms += lines.count();
      }
    }
    return new MadeTransform(
        graph.rawFeaturesOf(outputs).size(), outputs.size(), vocabularies.size(), terms);
  }
}
