package dev.pipewright.protocol;

import org.jspecify.annotations.Nullable;

/// An error that a person can mend.
///
/// @param what what happened, as a sentence
/// @param file the file concerned, or null
/// @param line the line in it, from 1, or 0
/// @param subject the parameter, feature or node concerned, or null
/// @param fix what to do next, as a sentence, or empty
public record Failure(
    String what, @Nullable String file, long line, @Nullable String subject, String fix) {}
