package dev.pipewright.transform.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of the table of operations: a function that expressions may call.
///
/// @param name its full name, as `tf.math.log1p`
/// @param aliases other full names of it, as `tf.add` for `tf.math.add`
/// @param parameters its parameters in order, named as in tf and tft
/// @param analysis what must be known of all rows before it can be calculated for one
/// @param rule the type of its result
/// @param doc what it does, in a sentence
public record Operation(
    String name,
    List<String> aliases,
    List<Parameter> parameters,
    Analysis analysis,
    TypeRule rule,
    String doc) {

  /// What an analyzer finds out about the first argument over the whole data set.
  public enum Analysis {
    /// Nothing: the function sees one row.
    NONE,
    /// Mean and variance.
    MOMENTS,
    /// The least and the greatest value.
    RANGE,
    /// The sum.
    SUM,
    /// How many values there are.
    SIZE,
    /// Boundaries of buckets with about equally many values.
    QUANTILES,
    /// The distinct values, the most frequent first.
    VOCABULARY,
  }

  /// What a parameter takes.
  public enum Kind {
    /// An expression.
    VALUE,
    /// A list of expressions.
    VALUES,
    /// A whole number, written out.
    INT,
    /// A number, written out.
    REAL,
    /// A string, written out.
    TEXT,
    /// `True` or `False`.
    BOOL,
    /// An element type, as `tf.int64`.
    TYPE,
  }

  /// A parameter of an operation.
  ///
  /// @param name its name in tf or tft
  /// @param kind what it takes
  /// @param defaultValue what it is when it is left out; null when it must be given
  /// @param min the least whole number that it takes
  /// @param max the greatest whole number that it takes
  public record Parameter(
      String name, Kind kind, @Nullable Expression defaultValue, long min, long max) {

    /// A parameter that takes any whole number, or others.
    Parameter(String name, Kind kind, @Nullable Expression defaultValue) {
      this(name, kind, defaultValue, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /// The same for whole numbers from `least` to `greatest`, both included.
    Parameter from(long least, long greatest) {
      return new Parameter(name, kind, defaultValue, least, greatest);
    }

    /// Whether it must be given.
    public boolean isRequired() {
      return defaultValue == null;
    }
  }

  /// Derives the type of a call from the types of its arguments.
  @FunctionalInterface
  public interface TypeRule {
    /// The type of the result.
    ///
    /// @throws dev.pipewright.pipeline.ParameterException when the arguments do not fit
    ValueType typeOf(TypedCall call);
  }

  public Operation {
    aliases = List.copyOf(aliases);
    parameters = List.copyOf(parameters);
  }

  /// The position of the parameter with this name.
  int indexOf(String parameter) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(parameter)) {
        return i;
      }
    }
    throw new IllegalArgumentException(name + " has no parameter " + parameter);
  }

  /// How it is called, `tft.bucketize(x, num_buckets, epsilon=None)`.
  public String signature() {
    StringBuilder text = new StringBuilder(name).append('(');
    String separator = "";
    for (Parameter parameter : parameters) {
      text.append(separator).append(parameter.name());
      if (parameter.defaultValue() != null) {
        text.append('=').append(parameter.defaultValue());
      }
      separator = ", ";
    }
    return text.append(')').toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Operation that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return signature();
  }
}
