package dev.pipewright.app.find;

/// Where something was found.
///
/// @param start of it in the spot's text
/// @param end behind it
record Match(Spot spot, int start, int end) {}
