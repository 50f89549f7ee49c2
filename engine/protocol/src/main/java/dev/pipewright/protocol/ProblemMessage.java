package dev.pipewright.protocol;

import org.jspecify.annotations.Nullable;

/// Something wrong with a pipeline.
///
/// @param severity `error` or `warning`
/// @param node the node concerned, or null for the pipeline
/// @param field the parameter or input concerned, or null
/// @param what what is wrong, as a sentence
/// @param fix what to do, as a sentence
public record ProblemMessage(
    String severity, @Nullable String node, @Nullable String field, String what, String fix) {}
