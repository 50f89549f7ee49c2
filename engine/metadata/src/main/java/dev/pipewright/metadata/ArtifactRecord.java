package dev.pipewright.metadata;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An artifact of the store.
///
/// @param id its id
/// @param type the name of its type
/// @param uri where it lies; TFX writes absolute ones
/// @param state what has become of it
/// @param name unique within the type, where it has one
/// @param properties its properties
/// @param created when it was put in the store
/// @param updated when its record last changed
public record ArtifactRecord(
    ArtifactId id,
    String type,
    String uri,
    ArtifactState state,
    @Nullable String name,
    Properties properties,
    Instant created,
    Instant updated) {}
