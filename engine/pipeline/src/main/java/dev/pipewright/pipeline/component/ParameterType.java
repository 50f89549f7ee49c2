package dev.pipewright.pipeline.component;

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
  record Text() implements ParameterType {}

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
}
