package dev.pipewright.datavalidation;

import dev.pipewright.datavalidation.schema.SchemaText;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.protos.tfmd.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A Schema artifact on disk: `schema.pbtxt`, a `Schema` as text.
///
/// @param uri the artifact's folder
public record SchemaArtifact(Path uri) {

  /// The artifact in this folder.
  ///
  /// @throws ArtifactException when there is no schema in it
  public static SchemaArtifact open(Path uri) {
    SchemaArtifact artifact = new SchemaArtifact(uri);
    if (!Files.isRegularFile(artifact.file())) {
      throw new ArtifactException(
          "There is no file " + SchemaText.FILE_NAME + " in the folder.",
          Location.of(uri),
          "Run the node that makes the schema again.");
    }
    return artifact;
  }

  /// The file with the schema.
  public Path file() {
    return uri.resolve(SchemaText.FILE_NAME);
  }

  /// The schema.
  ///
  /// @throws ArtifactException when the text is no schema; with the line
  public Schema schema() throws IOException {
    return SchemaText.read(file());
  }

  /// Writes a schema into the folder of an artifact, as TFX writes it.
  public static void write(Path uri, Schema schema) throws IOException {
    byte[] text = SchemaText.write(schema).getBytes(StandardCharsets.UTF_8);
    SplitFiles.write(uri.resolve(SchemaText.FILE_NAME), text);
  }
}
