package dev.pipewright.datavalidation;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.protos.tfmd.Anomalies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// An ExampleAnomalies artifact on disk: `Split-<name>/SchemaDiff.pb`, a bare `Anomalies`, or, of
/// DistributionValidator, `SplitPair-<name>/SchemaDiff.pb`, which is read as the split of that
/// name. Transform's anomalies are one such file without a split; it is read as the split with the
/// empty name.
public final class AnomaliesArtifact {

  /// TFX's name of the file.
  public static final String FILE_NAME = "SchemaDiff.pb";

  private final SplitFiles files;

  private AnomaliesArtifact(SplitFiles files) {
    this.files = files;
  }

  /// The artifact in this folder, its splits in the order of their names.
  ///
  /// @throws ArtifactException when there is none
  public static AnomaliesArtifact open(Path uri) {
    return new AnomaliesArtifact(SplitFiles.open(uri, FILE_NAME));
  }

  /// The artifact, its splits in the order in which it names them.
  ///
  /// @throws ArtifactException when there is none
  public static AnomaliesArtifact open(Artifact artifact) {
    return new AnomaliesArtifact(SplitFiles.open(artifact, FILE_NAME));
  }

  /// The splits' names.
  public List<String> splitNames() {
    return files.splits();
  }

  /// The anomalies of a split.
  ///
  /// @throws ArtifactException when the file is missing or damaged
  public Anomalies anomalies(String split) throws IOException {
    try {
      return Anomalies.parseFrom(files.read(split));
    } catch (InvalidProtocolBufferException e) {
      throw SplitFiles.damaged("The anomalies are damaged.", files.file(split), e);
    }
  }

  /// Writes the anomalies of a split into the folder of an artifact; the empty name is for an
  /// artifact without splits. Equal anomalies give equal bytes.
  public static void write(Path uri, String split, Anomalies anomalies) throws IOException {
    write(SplitFiles.file(uri, split, FILE_NAME), anomalies);
  }

  /// The same for a pair of splits, `SplitPair-<name>/SchemaDiff.pb`.
  static void writePair(Path uri, String pair, Anomalies anomalies) throws IOException {
    write(SplitFiles.pairFile(uri, pair, FILE_NAME), anomalies);
  }

  private static void write(Path file, Anomalies anomalies) throws IOException {
    byte[] bytes = new byte[anomalies.getSerializedSize()];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    anomalies.writeTo(out);
    out.checkNoSpaceLeft();
    SplitFiles.write(file, bytes);
  }
}
