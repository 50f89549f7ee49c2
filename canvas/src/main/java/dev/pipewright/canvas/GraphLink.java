package dev.pipewright.canvas;

/// A link from an output to an input.
///
/// @param key tells it from the others, for as long as it lives
/// @param from the output
/// @param to the input
/// @param state how it is drawn
/// @param label what stands at the link while it is selected, as an artifact's id; may be empty
public record GraphLink(String key, PortRef from, PortRef to, LinkState state, String label) {}
