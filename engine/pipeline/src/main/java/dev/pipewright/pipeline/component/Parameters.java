package dev.pipewright.pipeline.component;

import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// The parameters of one execution: each is set or has its default. The getters name what the spec
/// promises; a value that does not fit is the user's error and says which node and field.
///
/// @param owner whose they are, as `Trainer` or `Trainer.train_args`
/// @param fields the values by name
public record Parameters(String owner, ParameterValue.Fields fields) {

  /// Parameters of `owner` with these values.
  public static Parameters of(String owner, SequencedMap<String, ParameterValue> values) {
    return new Parameters(owner, new ParameterValue.Fields(values));
  }

  /// The value as it is; empty when it is not set, or set to null.
  public Optional<ParameterValue> value(String name) {
    return fields.get(name).filter(v -> !(v instanceof ParameterValue.Null));
  }

  /// A string, choice or path.
  public Optional<String> text(String name) {
    return value(name)
        .map(v -> v instanceof ParameterValue.Text(String s) ? s : wrong(name, "a text"));
  }

  /// A whole number.
  public Optional<Long> integer(String name) {
    return value(name)
        .map(
            v ->
                v instanceof ParameterValue.Int(long n) ? (Long) n : wrong(name, "a whole number"));
  }

  /// A number, whole or not.
  public Optional<Double> number(String name) {
    return value(name)
        .map(
            v ->
                switch (v) {
                  case ParameterValue.Int(long n) -> (double) n;
                  case ParameterValue.Real(double x) -> x;
                  default -> wrong(name, "a number");
                });
  }

  /// A truth value; false when it is not set.
  public boolean flag(String name) {
    return value(name)
        .map(
            v ->
                v instanceof ParameterValue.Bool(boolean b)
                    ? (Boolean) b
                    : wrong(name, "true or false"))
        .orElse(false);
  }

  /// A path, made absolute by the runner.
  public Optional<Path> path(String name) {
    return text(name).map(Path::of);
  }

  /// A list; empty when it is not set.
  public List<ParameterValue> items(String name) {
    return value(name)
        .map(
            v ->
                v instanceof ParameterValue.Items(var items)
                    ? items
                    : this.<List<ParameterValue>>wrong(name, "a list"))
        .orElse(List.of());
  }

  /// A list of strings; empty when it is not set.
  public List<String> texts(String name) {
    return items(name).stream()
        .map(
            v ->
                v instanceof ParameterValue.Text(String s)
                    ? s
                    : this.<String>wrong(name, "a list of texts"))
        .toList();
  }

  /// An object; without fields when it is not set.
  public Parameters struct(String name) {
    return value(name)
        .map(
            v ->
                v instanceof ParameterValue.Fields f
                    ? new Parameters(owner + "." + name, f)
                    : this.<Parameters>wrong(name, "an object"))
        .orElseGet(() -> of(owner + "." + name, new java.util.LinkedHashMap<>()));
  }

  /// A list of objects; empty when it is not set.
  public List<Parameters> structs(String name) {
    List<ParameterValue> items = items(name);
    return IntStream.range(0, items.size())
        .mapToObj(
            i ->
                items.get(i) instanceof ParameterValue.Fields f
                    ? new Parameters(owner + "." + name + "[" + i + "]", f)
                    : this.<Parameters>wrong(name, "a list of objects"))
        .toList();
  }

  /// The value that `getter` found, which must be there.
  public <T> T require(String name, Optional<T> value) {
    return value.orElseThrow(
        () ->
            new ParameterException(
                name + " is not set.", at(name), "Set it in the node's parameters."));
  }

  /// Where a parameter stands, for a message.
  public Location at(String name) {
    return Location.subject(owner + "." + name);
  }

  private <T> T wrong(String name, String expected) {
    throw new ParameterException(
        name + " must be " + expected + ".",
        at(name),
        "Change its value in the node's parameters.");
  }
}
