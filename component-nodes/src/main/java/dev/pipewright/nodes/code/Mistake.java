package dev.pipewright.nodes.code;

/// What keeps a text from being read.
///
/// @param start the first character that is wrong, from 0; the text's length for its end
/// @param message what is wrong with it
record Mistake(int start, String message) {}
