package dev.pipewright.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// An immutable JSON value, as parameters of nodes hold it, and one thing more: a reference to a
/// runtime parameter of the pipeline, written `{"$runtime": "name"}` in the project file.
public sealed interface ParameterValue {

  /// JSON `null`: the parameter is set to nothing, which differs from its default.
  record Null() implements ParameterValue {}

  /// `true` or `false`.
  record Bool(boolean value) implements ParameterValue {}

  /// A whole number.
  record Int(long value) implements ParameterValue {}

  /// A number that is not whole. It is never NaN or infinite: JSON cannot hold those.
  record Real(double value) implements ParameterValue {
    public Real {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not finite: " + value);
      }
    }
  }

  /// A string.
  record Text(String value) implements ParameterValue {}

  /// A list; the order matters.
  record Items(List<ParameterValue> values) implements ParameterValue {
    public Items {
      values = List.copyOf(values);
    }
  }

  /// An object. Fields keep the order in which they were given; equality does not look at it.
  record Fields(SequencedMap<String, ParameterValue> values) implements ParameterValue {
    public Fields {
      values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /// The object without fields.
    public static final Fields EMPTY = new Fields(new LinkedHashMap<>());

    /// The field of this name.
    public Optional<ParameterValue> get(String name) {
      return Optional.ofNullable(values.get(name));
    }

    /// The same object with this field, at its old place or else the end.
    public Fields with(String name, ParameterValue value) {
      SequencedMap<String, ParameterValue> changed = new LinkedHashMap<>(values);
      changed.put(name, value);
      return new Fields(changed);
    }

    /// The same object without this field.
    public Fields without(String name) {
      SequencedMap<String, ParameterValue> changed = new LinkedHashMap<>(values);
      changed.remove(name);
      return new Fields(changed);
    }
  }

  /// Stands for the value that the runtime parameter of this name has in a run.
  record RuntimeReference(String name) implements ParameterValue {}

  /// The JSON null.
  ParameterValue NULL = new Null();

  /// A whole number.
  static ParameterValue of(long value) {
    return new Int(value);
  }

  /// A number.
  static ParameterValue of(double value) {
    return new Real(value);
  }

  /// A truth value.
  static ParameterValue of(boolean value) {
    return new Bool(value);
  }

  /// A string.
  static ParameterValue of(String value) {
    return new Text(value);
  }

  /// A list.
  static ParameterValue of(List<? extends ParameterValue> values) {
    return new Items(List.copyOf(values));
  }

  /// An object.
  static ParameterValue of(Map<String, ? extends ParameterValue> values) {
    return new Fields(new LinkedHashMap<>(values));
  }
}
