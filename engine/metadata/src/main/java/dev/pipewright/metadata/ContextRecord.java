package dev.pipewright.metadata;

import java.time.Instant;

/// A context of the store.
///
/// @param id its id
/// @param type the name of its type
/// @param name unique within the type
/// @param properties its properties
/// @param created when it was put in the store
/// @param updated when its record last changed
public record ContextRecord(
    ContextId id,
    String type,
    String name,
    Properties properties,
    Instant created,
    Instant updated) {}
