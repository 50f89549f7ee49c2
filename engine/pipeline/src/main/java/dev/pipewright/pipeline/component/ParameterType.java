package dev.pipewright.pipeline.component;

import dev.pipewright.pipeline.RuntimeParameter.Kind;
import java.util.List;

/// The type of a parameter: what values it takes, and which control edits it.
public sealed interface ParameterType {

  /// True or false.
  record Bool() implements ParameterType {}

  /// A whole number from `min` to `max`, both included.
  record Int(long min, long max) implements ParameterType {
    public Int {
      if (min > max) {
        throw new IllegalArgumentException(min + " > " + max);
      }
    }
  }

  /// A number from `min` to `max`, both included; whole numbers are taken too.
  record Real(double min, double max) implements ParameterType {
    public Real {
      if (!(min <= max)) {
        throw new IllegalArgumentException(min + " > " + max);
      }
    }
  }

  /// A string.
  record Text(Language language) implements ParameterType {

    /// What a string is written in.
    public enum Language {
      /// Words.
      PLAIN,
      /// Transform's expressions, as `docs/transform-expressions.md` has them.
      EXPRESSION,
      /// SQL.
      SQL,
    }

    /// Words.
    public Text() {
      this(Language.PLAIN);
    }
  }

  /// One of these strings.
  record Choice(List<String> options) implements ParameterType {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /// A file or folder, relative to the project file's folder unless absolute.
  record PathName(Role role) implements ParameterType {
    /// What the path is used for.
    public enum Role {
      /// A file that is read: its content is part of the cache key.
      INPUT_FILE,
      /// A folder that is read: its content is part of the cache key.
      INPUT_FOLDER,
      /// A folder that is written to.
      OUTPUT_FOLDER,
    }
  }

  /// A list of values of one type.
  record ListOf(ParameterType element) implements ParameterType {}

  /// An object whose keys are free and whose values have one type.
  record MapOf(ParameterType value) implements ParameterType {}

  /// An object with these fields and no others.
  record Struct(List<ParameterSpec> fields) implements ParameterType {
    public Struct {
      fields = List.copyOf(fields);
    }
  }

  /// Any JSON value; the component's own check says more.
  record Json() implements ParameterType {}

  /// Whether a runtime parameter of this kind can stand for a value of the type.
  default boolean takes(Kind kind) {
    return switch (this) {
      case Bool t -> kind == Kind.BOOL;
      case Int t -> kind == Kind.INT;
      case Real t -> kind == Kind.FLOAT || kind == Kind.INT;
      case Text t -> kind == Kind.STRING;
      case Choice t -> kind == Kind.STRING;
      case PathName t -> kind == Kind.STRING;
      case ListOf t -> kind == Kind.JSON;
      case MapOf t -> kind == Kind.JSON;
      case Struct t -> kind == Kind.JSON;
      case Json t -> true;
    };
  }

  /// The kind of a runtime parameter that takes all that the type does.
  default Kind kind() {
    return switch (this) {
      case Bool t -> Kind.BOOL;
      case Int t -> Kind.INT;
      case Real t -> Kind.FLOAT;
      case Text t -> Kind.STRING;
      case Choice t -> Kind.STRING;
      case PathName t -> Kind.STRING;
      case ListOf t -> Kind.JSON;
      case MapOf t -> Kind.JSON;
      case Struct t -> Kind.JSON;
      case Json t -> Kind.JSON;
    };
  }
}
