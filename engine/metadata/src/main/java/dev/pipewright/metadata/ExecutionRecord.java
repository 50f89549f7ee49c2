package dev.pipewright.metadata;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An execution of the store.
///
/// @param id its id
/// @param type the name of its type; in TFX a component's Python class
/// @param state how far it is
/// @param name unique within the type, where it has one
/// @param properties its properties
/// @param created when it was put in the store
/// @param updated when its record last changed
public record ExecutionRecord(
    ExecutionId id,
    String type,
    ExecutionState state,
    @Nullable String name,
    Properties properties,
    Instant created,
    Instant updated) {}
