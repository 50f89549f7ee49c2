package dev.pipewright.metadata;

import java.util.List;

/// A context to be found in the store, or put there.
///
/// @param type its type, put too if the store lacks it
/// @param name unique within the type
/// @param properties its properties, if it is to be put; the declared ones are of its type
/// @param parents the contexts that it is within, if it is to be put; found or put before it
public record ContextDraft(
    MetadataType type, String name, Properties properties, List<ContextDraft> parents) {

  public ContextDraft {
    type.check(MetadataType.Kind.CONTEXT, properties);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a context needs a name");
    }
    parents = List.copyOf(parents);
  }
}
