package dev.pipewright.canvas;

/// A port of a node.
///
/// @param name its name, unique among the inputs or the outputs of its node
/// @param type what goes through it
/// @param description what it is for, shown in its tip; may be empty
/// @param arity how many links it takes where it is an input
public record GraphPort(String name, PortType type, String description, Arity arity) {

  /// A port that takes one link.
  public GraphPort(String name, PortType type, String description) {
    this(name, type, description, Arity.ONE);
  }

  /// The same port that takes one link, or many.
  public GraphPort with(Arity value) {
    return new GraphPort(name, type, description, value);
  }
}
