package dev.pipewright.metadata;

/// An execution to be put in the store.
///
/// @param type its type, put too if the store lacks it
/// @param name unique within the type; TFX takes random UUIDs
/// @param state how far it is
/// @param properties its properties; the declared ones are of its type
public record ExecutionDraft(
    MetadataType type, String name, ExecutionState state, Properties properties) {

  public ExecutionDraft {
    type.check(MetadataType.Kind.EXECUTION, properties);
    if (name.isBlank()) {
      throw new IllegalArgumentException("an execution needs a name");
    }
  }
}
