package dev.pipewright.canvas;

/// How many links an input takes. An output gives to any number.
public enum Arity {
  /// One: a second link takes the place of the first.
  ONE,
  /// Any number.
  MANY
}
