package dev.pipewright.pipeline.component;

import org.jspecify.annotations.Nullable;

/// An input or an output of a component.
///
/// @param name TFX's key of the channel, as `examples`
/// @param type what goes through it
/// @param arity how many links an input takes; an output is always `ONE`
/// @param doc what it is for, as a sentence
/// @param typeParameter the parameter whose value names the type instead (Importer), or null
public record PortSpec(
    String name, ArtifactType type, Arity arity, String doc, @Nullable String typeParameter) {

  /// How many links a port takes.
  public enum Arity {
    /// None or one.
    OPTIONAL,
    /// Exactly one.
    ONE,
    /// Any number, at least one.
    MANY,
  }

  /// A port that must be linked once; also every output.
  public static PortSpec one(String name, ArtifactType type, String doc) {
    return new PortSpec(name, type, Arity.ONE, doc, null);
  }

  /// An input that may stay unlinked.
  public static PortSpec optional(String name, ArtifactType type, String doc) {
    return new PortSpec(name, type, Arity.OPTIONAL, doc, null);
  }

  /// An input that takes several links.
  public static PortSpec many(String name, ArtifactType type, String doc) {
    return new PortSpec(name, type, Arity.MANY, doc, null);
  }
}
