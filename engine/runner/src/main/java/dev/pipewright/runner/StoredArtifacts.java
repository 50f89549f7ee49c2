package dev.pipewright.runner;

import dev.pipewright.metadata.ArtifactRecord;
import dev.pipewright.metadata.Properties;
import dev.pipewright.metadata.PropertyValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads artifacts from ML Metadata: ours or TFX's own.
final class StoredArtifacts {

  private StoredArtifacts() {}

  static OutputArtifact read(ArtifactRecord record, RunRoot root) {
    Properties properties = record.properties();
    Artifact artifact =
        new Artifact(
            record.id().value(),
            new ArtifactType(record.type()),
            locate(record, root),
            properties.custom().get(Ledger.FINGERPRINT) instanceof PropertyValue.Text(String text)
                ? text
                : "artifact " + record.id() + " of " + root.folder(),
            PropertyMapping.read(properties));
    return new OutputArtifact(
        artifact, number(properties, Ledger.FILES), number(properties, Ledger.BYTES));
  }

  private static long number(Properties properties, String name) {
    return properties.custom().get(name) instanceof PropertyValue.Int(long n) ? n : -1;
  }

  /// Where an artifact is. URIs are absolute, as TFX's are; when the root was moved or copied, its
  /// artifacts are looked for at their place in it.
  private static Path locate(ArtifactRecord record, RunRoot root) {
    Path uri = Path.of(record.uri()).toAbsolutePath();
    boolean isExternal =
        record.properties().custom().get(Ledger.EXTERNAL) instanceof PropertyValue.Int(long n)
            && n == 1;
    int names = uri.getNameCount();
    if (isExternal || uri.startsWith(root.folder()) || names < 3) {
      return uri;
    }
    Path moved = root.folder().resolve(uri.subpath(names - 3, names));
    return Files.exists(moved) ? moved : uri;
  }
}
