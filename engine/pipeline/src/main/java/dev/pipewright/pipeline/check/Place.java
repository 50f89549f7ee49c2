package dev.pipewright.pipeline.check;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A value among a node's parameters, however deep, and the edits that change it.
sealed interface Place {

  /// Its path, as `outputs[2].expression`.
  String path();

  /// The edit that gives it another value.
  Edit set(ParameterValue value);

  /// A parameter of the node.
  record Top(NodeId node, Fields parameters, String name) implements Place {
    @Override
    public String path() {
      return name;
    }

    @Override
    public Edit set(ParameterValue value) {
      return new Edit.SetParameter(node, name, value);
    }
  }

  /// A field of an object.
  record Field(Place of, Fields fields, String name) implements Place {
    @Override
    public String path() {
      return of.path() + "." + name;
    }

    @Override
    public Edit set(ParameterValue value) {
      return of.set(fields.with(name, value));
    }
  }

  /// An item of a list.
  record Item(Place of, List<ParameterValue> items, int index) implements Place {
    @Override
    public String path() {
      return of.path() + "[" + index + "]";
    }

    @Override
    public Edit set(ParameterValue value) {
      List<ParameterValue> changed = new ArrayList<>(items);
      changed.set(index, value);
      return of.set(ParameterValue.of(changed));
    }
  }

  /// The edit that takes it away; empty for an item of a list, which would move the others.
  default Optional<Edit> remove() {
    return switch (this) {
      case Top(NodeId node, Fields parameters, String name) ->
          Optional.of(new Edit.UnsetParameter(node, name));
      case Field(Place of, Fields fields, String name) -> Optional.of(of.set(fields.without(name)));
      case Item item -> Optional.empty();
    };
  }

  /// The edit that gives it another name; empty where the name is taken.
  default Optional<Edit> rename(String to) {
    return switch (this) {
      case Top(NodeId node, Fields parameters, String name) ->
          parameters.get(to).isPresent()
              ? Optional.empty()
              : Optional.of(
                  new Edit.Sequence(
                      List.of(
                          new Edit.UnsetParameter(node, name),
                          new Edit.SetParameter(
                              node, to, parameters.get(name).orElse(ParameterValue.NULL)))));
      case Field(Place of, Fields fields, String name) ->
          fields.get(to).isPresent()
              ? Optional.empty()
              : Optional.of(of.set(renamed(fields, name, to)));
      case Item item -> Optional.empty();
    };
  }

  private static Fields renamed(Fields fields, String from, String to) {
    SequencedMap<String, ParameterValue> renamed = new LinkedHashMap<>();
    fields.values().forEach((name, value) -> renamed.put(name.equals(from) ? to : name, value));
    return new Fields(renamed);
  }
}
