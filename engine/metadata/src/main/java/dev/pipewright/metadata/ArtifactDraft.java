package dev.pipewright.metadata;

/// An artifact to be put in the store.
///
/// @param type its type, put too if the store lacks it
/// @param uri where it lies
/// @param state what has become of it
/// @param properties its properties; the declared ones are of its type
public record ArtifactDraft(
    MetadataType type, String uri, ArtifactState state, Properties properties) {

  public ArtifactDraft {
    type.check(MetadataType.Kind.ARTIFACT, properties);
  }
}
