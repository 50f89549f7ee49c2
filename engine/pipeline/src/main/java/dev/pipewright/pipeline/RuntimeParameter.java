package dev.pipewright.pipeline;

import dev.pipewright.pipeline.ParameterValue.Fields;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A parameter of the whole pipeline, given when a run starts. Nodes refer to it with a
/// `ParameterValue.RuntimeReference`.
///
/// @param name its name: letters, digits, `_` and `-`, starting with a letter
/// @param kind what values it takes
/// @param defaultValue what it is when a run does not give it, or null when a run must
/// @param doc what it is for, as a sentence, or empty
/// @param other fields of the project file that this version does not know, to be written back
public record RuntimeParameter(
    String name, Kind kind, @Nullable ParameterValue defaultValue, String doc, Fields other) {

  private static final Pattern VALID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");

  /// What values a runtime parameter takes.
  public enum Kind {
    /// A string, a choice or a path.
    STRING,
    /// A whole number.
    INT,
    /// A number, whole or not.
    FLOAT,
    /// True or false.
    BOOL,
    /// Any JSON value.
    JSON;

    /// Its name in the project file, as `string`.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of this name in the project file.
    public static Optional<Kind> parse(String text) {
      return Stream.of(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }

    /// Whether the value is of this kind.
    public boolean accepts(ParameterValue value) {
      return switch (this) {
        case STRING -> value instanceof ParameterValue.Text;
        case INT -> value instanceof ParameterValue.Int;
        case FLOAT -> value instanceof ParameterValue.Int || value instanceof ParameterValue.Real;
        case BOOL -> value instanceof ParameterValue.Bool;
        case JSON -> !(value instanceof ParameterValue.RuntimeReference);
      };
    }
  }

  public RuntimeParameter {
    if (!isValidName(name)) {
      throw new IllegalArgumentException("not a runtime parameter's name: " + name);
    }
    if (defaultValue != null && !kind.accepts(defaultValue)) {
      throw new IllegalArgumentException(name + ": the default is not a " + kind.text());
    }
  }

  /// A parameter with a default.
  public static RuntimeParameter of(String name, Kind kind, ParameterValue defaultValue) {
    return new RuntimeParameter(name, kind, defaultValue, "", Fields.EMPTY);
  }

  /// A parameter that every run must give.
  public static RuntimeParameter required(String name, Kind kind) {
    return new RuntimeParameter(name, kind, null, "", Fields.EMPTY);
  }

  /// Whether this can name a runtime parameter.
  public static boolean isValidName(String name) {
    return VALID.matcher(name).matches();
  }
}
