package dev.pipewright.protocol;

import org.jspecify.annotations.Nullable;

/// How the engine host is doing.
///
/// @param residentBytes how much memory its process has in use, or 0 where the system does not tell
/// @param device where TensorFlow computes, as a short sentence; null as long as it is not loaded
public record EngineStatus(long residentBytes, @Nullable String device) {}
