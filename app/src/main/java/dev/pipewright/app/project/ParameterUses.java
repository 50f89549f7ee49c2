package dev.pipewright.app.project;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ParameterValue.Items;
import dev.pipewright.pipeline.ParameterValue.RuntimeReference;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where a pipeline's runtime parameters are used, and what becomes of those places when one is
/// renamed or removed.
public final class ParameterUses {

  private ParameterUses() {}

  /// A place that refers to a runtime parameter.
  ///
  /// @param node the node
  /// @param path the place in its parameters, as `train_args.num_steps`
  public record Use(NodeId node, String path) {}

  /// The places that refer to a runtime parameter, in the order of the nodes.
  public static List<Use> of(Pipeline pipeline, String parameter) {
    List<Use> uses = new ArrayList<>();
    for (Node node : pipeline.nodes()) {
      node.parameters().values().forEach((name, v) -> find(node.id(), name, v, parameter, uses));
    }
    return List.copyOf(uses);
  }

  private static void find(
      NodeId node, String path, ParameterValue value, String parameter, List<Use> uses) {
    switch (value) {
      case RuntimeReference(String name) when name.equals(parameter) ->
          uses.add(new Use(node, path));
      case Fields(var fields) ->
          fields.forEach((name, inner) -> find(node, path + "." + name, inner, parameter, uses));
      case Items(var items) -> {
        for (int i = 0; i < items.size(); i++) {
          find(node, path + "[" + i + "]", items.get(i), parameter, uses);
        }
      }
      default -> {}
    }
  }

  /// Gives a runtime parameter another name, wherever it is used.
  public static Edit rename(Pipeline pipeline, String from, String to) {
    List<RuntimeParameter> parameters =
        pipeline.parameters().stream()
            .map(
                p ->
                    p.name().equals(from)
                        ? new RuntimeParameter(to, p.kind(), p.defaultValue(), p.doc(), p.other())
                        : p)
            .toList();
    return edit(pipeline, parameters, from, new RuntimeReference(to));
  }

  /// Removes a runtime parameter. Where it was used stands its default; where it has none, what the
  /// component has.
  public static Edit remove(Pipeline pipeline, String name) {
    List<RuntimeParameter> parameters =
        pipeline.parameters().stream().filter(p -> !p.name().equals(name)).toList();
    ParameterValue value =
        pipeline.parameter(name).map(RuntimeParameter::defaultValue).orElse(null);
    return edit(pipeline, parameters, name, value);
  }

  private static Edit edit(
      Pipeline pipeline,
      List<RuntimeParameter> parameters,
      String name,
      @Nullable ParameterValue instead) {
    Function<RuntimeReference, @Nullable ParameterValue> change =
        reference -> reference.name().equals(name) ? instead : reference;
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.SetRuntimeParameters(parameters));
    for (Node node : pipeline.nodes()) {
      ParameterValue changed = Objects.requireNonNull(mapped(node.parameters(), change));
      if (!changed.equals(node.parameters())) {
        edits.add(new Edit.ReplaceNode(node.withParameters((Fields) changed)));
      }
    }
    return edits.size() == 1 ? edits.getFirst() : new Edit.Sequence(edits);
  }

  private static @Nullable ParameterValue mapped(
      ParameterValue value, Function<RuntimeReference, @Nullable ParameterValue> change) {
    return switch (value) {
      case RuntimeReference reference -> change.apply(reference);
      case Fields(var fields) -> {
        SequencedMap<String, ParameterValue> kept = new LinkedHashMap<>();
        fields.forEach(
            (name, inner) -> {
              ParameterValue now = mapped(inner, change);
              if (now != null) {
                kept.put(name, now);
              }
            });
        yield new Fields(kept);
      }
      case Items(var items) -> {
        List<ParameterValue> kept = new ArrayList<>();
        for (ParameterValue item : items) {
          ParameterValue now = mapped(item, change);
          if (now != null) {
            kept.add(now);
          }
        }
        yield new Items(kept);
      }
      default -> value;
    };
  }
}
