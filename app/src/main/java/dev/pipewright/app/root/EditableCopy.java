package dev.pipewright.app.root;

import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Note;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.check.PipelineChecks;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// A pipeline to work on, made of one that was read from a root: the nodes whose components are
/// installed, with the parameters that those understand.
///
/// @param document the pipeline; a note in it says what is left out
/// @param left what could not be carried over, a sentence each
public record EditableCopy(Pipeline document, List<String> left) {

  private static final Texts TEXTS = Texts.of(EditableCopy.class);
  private static final double NOTE_WIDTH = 420;
  private static final double LINE = 22;

  /// Keeps a copy.
  public EditableCopy {
    left = List.copyOf(left);
  }

  /// The copy of a pipeline as it is drawn.
  ///
  /// @param registry the installed components
  public static EditableCopy of(Pipeline drawn, ComponentRegistry registry) {
    List<String> left = new ArrayList<>();
    Pipeline known = drawn;
    for (Node node : drawn.nodes()) {
      if (registry.find(node.component()).isEmpty()) {
        left.add(TEXTS.get("copy.component", node.id().value(), node.component()));
        known = new Edit.RemoveNode(node.id()).apply(known);
      }
    }
    Pipeline installed = known;
    Pipeline carried =
        known.withNodes(
            known.nodes().stream().map(node -> carried(node, installed, registry, left)).toList());
    Pipeline fitting = withoutMisfits(carried, registry, left);
    return new EditableCopy(noted(fitting, left), left);
  }

  private static ComponentSpec spec(ComponentRegistry registry, Node node) {
    return registry.find(node.component()).map(Component::spec).orElseThrow();
  }

  private static Node carried(
      Node node, Pipeline pipeline, ComponentRegistry registry, List<String> left) {
    ComponentSpec spec = spec(registry, node);
    Fields parameters = Fields.EMPTY;
    List<String> unknown = new ArrayList<>();
    for (var parameter : node.parameters().values().entrySet()) {
      if (spec.parameter(parameter.getKey()).isPresent()) {
        parameters = parameters.with(parameter.getKey(), parameter.getValue());
      } else {
        unknown.add(parameter.getKey());
      }
    }
    if (!unknown.isEmpty()) {
      left.add(TEXTS.get("copy.parameters", node.id().value(), String.join(", ", unknown)));
    }
    SequencedMap<String, List<Source>> inputs = new LinkedHashMap<>();
    node.inputs()
        .forEach(
            (port, sources) -> {
              List<Source> kept =
                  spec.input(port).isEmpty()
                      ? List.of()
                      : sources.stream().filter(s -> isMade(s, pipeline, registry)).toList();
              if (kept.size() < sources.size()) {
                left.add(TEXTS.get("copy.link", node.id().value(), port));
              }
              inputs.put(port, kept);
            });
    return node.withParameters(parameters).withInputs(inputs);
  }

  private static boolean isMade(Source source, Pipeline pipeline, ComponentRegistry registry) {
    return pipeline
        .node(source.node())
        .filter(node -> spec(registry, node).output(source.port()).isPresent())
        .isPresent();
  }

  /// Leaves out values that the installed component takes in another form.
  private static Pipeline withoutMisfits(
      Pipeline document, ComponentRegistry registry, List<String> left) {
    Map<NodeId, Set<String>> misfits =
        PipelineChecks.check(document, registry).stream()
            .filter(each -> each.node() != null && each.severity() == Problem.Severity.ERROR)
            .collect(
                Collectors.groupingBy(
                    each -> Objects.requireNonNull(each.node()),
                    Collectors.mapping(each -> first(each.field()), Collectors.toSet())));
    List<Node> nodes = new ArrayList<>();
    for (Node node : document.nodes()) {
      Fields parameters = node.parameters();
      List<String> dropped = new ArrayList<>();
      for (String name : node.parameters().values().sequencedKeySet()) {
        if (misfits.getOrDefault(node.id(), Set.of()).contains(name)) {
          parameters = parameters.without(name);
          dropped.add(name);
        }
      }
      if (!dropped.isEmpty()) {
        left.add(TEXTS.get("copy.values", node.id().value(), String.join(", ", dropped)));
      }
      nodes.add(node.withParameters(parameters));
    }
    return document.withNodes(nodes);
  }

  /// The parameter that a problem's field is part of.
  private static String first(String field) {
    String plain =
        field.startsWith("parameters.") ? field.substring("parameters.".length()) : field;
    return plain.split("[.\\[]", 2)[0];
  }

  private static Pipeline noted(Pipeline document, List<String> left) {
    if (left.isEmpty()) {
      return document;
    }
    double top =
        document.layout().positions().values().stream()
            .mapToDouble(Layout.Position::y)
            .min()
            .orElse(0);
    double x =
        document.layout().positions().values().stream()
            .mapToDouble(Layout.Position::x)
            .min()
            .orElse(0);
    double height = LINE * (3 + 2 * left.size());
    String text =
        TEXTS.get("copy.note")
            + "\n\n"
            + left.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    Note note =
        Note.of("not-carried-over", text, new Area(x, top - height - 40, NOTE_WIDTH, height));
    return document.withLayout(document.layout().withNote(note));
  }
}
