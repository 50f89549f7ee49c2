package dev.pipewright.canvas;

/// A port of a node.
///
/// @param name its name, unique among the inputs or the outputs of its node
/// @param type what goes through it
/// @param description what it is for, shown in its tip; may be empty
public record GraphPort(String name, PortType type, String description) {}
