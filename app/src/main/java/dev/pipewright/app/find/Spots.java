package dev.pipewright.app.find;

import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ParameterValue.Items;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All places of a pipeline that have a text: its own first, then node by node, then what lies on
/// the canvas.
final class Spots {

  private final ComponentRegistry registry;
  private final List<Spot> spots = new ArrayList<>();

  private Spots(ComponentRegistry registry) {
    this.registry = registry;
  }

  static List<Spot> of(Pipeline pipeline, ComponentRegistry registry) {
    Spots found = new Spots(registry);
    found.spots.add(new Spot.PipelineName(pipeline.name()));
    pipeline.parameters().forEach(found::add);
    pipeline.nodes().forEach(found::add);
    pipeline
        .layout()
        .frames()
        .forEach(frame -> found.spots.add(new Spot.FrameTitle(frame.id(), frame.title())));
    pipeline
        .layout()
        .notes()
        .forEach(note -> found.spots.add(new Spot.NoteText(note.id(), note.text())));
    return found.spots;
  }

  private void add(RuntimeParameter parameter) {
    spots.add(new Spot.RuntimeName(parameter.name()));
    spots.add(new Spot.RuntimeDoc(parameter.name(), parameter.doc()));
    ParameterValue value = parameter.defaultValue();
    if (value != null) {
      add(null, parameter.name(), List.of(), value);
    }
  }

  private void add(Node node) {
    NodeId id = node.id();
    spots.add(new Spot.NodeName(id));
    node.parameters()
        .values()
        .forEach(
            (name, value) -> {
              spots.add(new Spot.Name(id, name, name, words(value)));
              add(id, name, List.of(), value);
            });
    List<ParameterSpec> specs =
        registry
            .find(node.component())
            .map(Component::spec)
            .map(spec -> spec.parameters())
            .orElse(List.of());
    for (ParameterSpec spec : specs) {
      if (node.parameters().get(spec.name()).isEmpty()) {
        ParameterValue usual = spec.defaultValue();
        spots.add(new Spot.Name(id, spec.name(), spec.name(), usual == null ? "" : words(usual)));
      }
    }
    if (!node.condition().isEmpty()) {
      spots.add(new Spot.Condition(id, node.condition()));
    }
  }

  private static String words(ParameterValue value) {
    return switch (value) {
      case Fields f -> "{\u2026}";
      case Items i -> "[\u2026]";
      default -> new Spot.Value(null, "", List.of(), value).text();
    };
  }

  private void add(
      @Nullable NodeId id, String parameter, List<Spot.Step> path, ParameterValue value) {
    switch (value) {
      case Fields(var fields) ->
          fields.forEach(
              (name, inner) -> {
                List<Spot.Step> deeper = with(path, new Spot.Step.Into(name));
                if (id != null) {
                  String field = new Spot.Value(id, parameter, deeper, inner).field();
                  spots.add(new Spot.Name(id, field, name, words(inner)));
                }
                add(id, parameter, deeper, inner);
              });
      case Items(var items) -> {
        for (int i = 0; i < items.size(); i++) {
          add(id, parameter, with(path, new Spot.Step.At(i)), items.get(i));
        }
      }
      default -> spots.add(new Spot.Value(id, parameter, path, value));
    }
  }

  private static List<Spot.Step> with(List<Spot.Step> path, Spot.Step step) {
    List<Spot.Step> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }
}
