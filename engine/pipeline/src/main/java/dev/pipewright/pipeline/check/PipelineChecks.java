package dev.pipewright.pipeline.check;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Quotation;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.Topology;
import dev.pipewright.pipeline.component.Bindings;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ExitAction;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.wiring.Wiring;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds what is wrong with a pipeline before it runs.
public final class PipelineChecks {

  /// Fields of a later version that change what a run does.
  private static final List<String> UNSUPPORTED =
      List.of("condition", "conditions", "exit_handler", "exit_handlers", "pipeline", "pipelines");

  private static final List<String> PIPELINE_FIELDS =
      List.of("format", "name", "seed", "parameters", "nodes", "layout");
  private static final List<String> NODE_FIELDS =
      List.of("id", "component", "parameters", "inputs", "mode", "condition");

  private final Pipeline pipeline;
  private final ComponentRegistry registry;
  private final Bindings bindings;
  private final Wiring wiring;
  private final LinkChecks links;
  private final LinkFixes fixes;
  private final List<Problem> problems = new ArrayList<>();

  private PipelineChecks(
      Pipeline pipeline, ComponentRegistry registry, Map<String, ParameterValue> runtime) {
    this.pipeline = pipeline;
    this.registry = registry;
    Map<String, ParameterValue> values = new TreeMap<>();
    for (RuntimeParameter parameter : pipeline.parameters()) {
      if (parameter.defaultValue() != null) {
        values.put(parameter.name(), parameter.defaultValue());
      }
    }
    values.putAll(runtime);
    this.bindings = Bindings.of(values);
    this.wiring = new Wiring(registry, pipeline, bindings);
    this.links = new LinkChecks(pipeline, registry, wiring);
    this.fixes = new LinkFixes(pipeline, registry, wiring);
  }

  /// The problems of a pipeline, in the order of its nodes; empty when it can run.
  public static List<Problem> check(Pipeline pipeline, ComponentRegistry registry) {
    return check(pipeline, registry, Map.of());
  }

  /// The problems of a run of a pipeline.
  ///
  /// @param runtime the runtime parameters that the run gives; others have their defaults
  public static List<Problem> check(
      Pipeline pipeline, ComponentRegistry registry, Map<String, ParameterValue> runtime) {
    return List.copyOf(new PipelineChecks(pipeline, registry, runtime).run(runtime));
  }

  private List<Problem> run(Map<String, ParameterValue> runtime) {
    otherFields(null, pipeline.other(), PIPELINE_FIELDS);
    if (pipeline.nodes().isEmpty()) {
      problems.add(Problem.warning(null, "nodes", "The pipeline is empty.", "Add a node."));
    }
    runtimeParameters(runtime);
    // A link to a name that two nodes have may seem to close a cycle that is none.
    if (!duplicates()) {
      new Topology(pipeline).cycle().ifPresent(this::cycle);
    }
    Set<NodeId> seen = new HashSet<>();
    for (Node node : pipeline.nodes()) {
      int before = problems.size();
      node(node);
      if (!seen.add(node.id())) {
        // Edits name the first node of this name.
        problems.subList(before, problems.size()).replaceAll(p -> p.withFixes(List.of()));
      }
    }
    return problems;
  }

  private void otherFields(@Nullable NodeId node, Fields other, List<String> known) {
    for (var field : other.values().entrySet()) {
      String name = field.getKey();
      if (!UNSUPPORTED.contains(name)) {
        problems.add(
            Problem.warning(
                node,
                name,
                "This version does not know the field; it is kept, and does nothing.",
                NearestName.of(name, known).map(n -> "Did you mean \"" + n + "\"?").orElse("")));
      } else if (!isEmpty(field.getValue())) {
        problems.add(
            Problem.error(
                node,
                name,
                "This version does not run " + name.replace('_', ' ') + ".",
                "Remove it, or run the pipeline with a newer Pipewright."));
      }
    }
  }

  private static boolean isEmpty(ParameterValue value) {
    return value instanceof ParameterValue.Null
        || value.equals(Fields.EMPTY)
        || value instanceof ParameterValue.Items(var items) && items.isEmpty();
  }

  private void runtimeParameters(Map<String, ParameterValue> runtime) {
    Set<String> names = new HashSet<>();
    for (RuntimeParameter parameter : pipeline.parameters()) {
      String field = "parameters." + parameter.name();
      if (!names.add(parameter.name())) {
        error(null, field, "There are two runtime parameters of this name.", "Rename one.");
      }
      ParameterValue given = runtime.get(parameter.name());
      if (given != null && !parameter.kind().accepts(given)) {
        error(
            null,
            field,
            "The value given is not of type " + parameter.kind().text() + ".",
            "Give another value.");
      }
    }
    List<String> known = pipeline.parameters().stream().map(RuntimeParameter::name).toList();
    for (String name : new TreeMap<>(runtime).keySet()) {
      if (!known.contains(name)) {
        String what = "The pipeline has no runtime parameter of this name.";
        error(null, "parameters." + name, what, NearestName.suggest(name, known));
      }
    }
  }

  private boolean duplicates() {
    boolean isAnyTaken = false;
    Map<String, NodeId> seen = new TreeMap<>();
    Set<NodeId> exact = new HashSet<>();
    for (int i = 0; i < pipeline.nodes().size(); i++) {
      NodeId id = pipeline.nodes().get(i).id();
      NodeId other = seen.putIfAbsent(id.value().toLowerCase(Locale.ROOT), id);
      if (!exact.add(id)) {
        isAnyTaken = true;
        NodeId free = pipeline.freeId(id.value());
        error(
            id,
            "id",
            "Two nodes have this name.",
            "Rename one of them.",
            List.of(new Fix("Rename the second to " + free, renamed(i, free))));
      } else if (other != null) {
        NodeId free = pipeline.freeId(id.value());
        error(
            id,
            "id",
            "Its name differs from " + other + " by case alone; their folders would be one.",
            "Rename one of them.",
            List.of(new Fix("Rename it to " + free, new Edit.RenameNode(id, free))));
      }
    }
    return isAnyTaken;
  }

  private Edit renamed(int index, NodeId to) {
    List<Node> nodes = new ArrayList<>(pipeline.nodes());
    nodes.set(index, nodes.get(index).withId(to));
    return new Edit.SetNodes(nodes);
  }

  private void cycle(List<NodeId> cycle) {
    String path = String.join(" → ", cycle.stream().map(NodeId::value).toList());
    error(
        cycle.getFirst(),
        "inputs",
        "The links form a cycle: " + path + " → " + cycle.getFirst() + ".",
        "Remove one of these links.",
        fixes.open(cycle));
  }

  private void node(Node node) {
    otherFields(node.id(), node.other(), NODE_FIELDS);
    problems.addAll(new ConditionChecks(pipeline, registry).check(node));
    problems.addAll(new BypassChecks(pipeline, wiring).check(node));
    Optional<Component> component = registry.find(node.component());
    if (component.isEmpty()) {
      error(
          node.id(),
          "component",
          "There is no component " + Quotation.of(node.component()) + ".",
          NearestName.suggest(node.component(), registry.names()),
          unknown(node));
      return;
    }
    ComponentSpec spec = component.get().spec();
    if (!node.condition().isBlank() && component.get().behavior() instanceof ExitAction) {
      error(
          node.id(),
          "condition",
          "An exit handler runs after every run.",
          "",
          List.of(new Fix("Remove the condition", new Edit.SetCondition(node.id(), ""))));
    }
    problems.addAll(links.check(node, spec));
    List<Problem> wrong =
        new ParameterChecks(pipeline, node, bindings.runtime()).check(spec.parameters());
    problems.addAll(wrong);
    if (wrong.isEmpty()) {
      findings(node, component.get(), spec);
    }
  }

  private List<Fix> unknown(Node node) {
    Stream<Fix> meant =
        NearestName.of(node.component(), registry.names())
            .map(n -> new Fix("Make it a " + n, new Edit.ReplaceNode(node.withComponent(n))))
            .stream();
    Fix remove = new Fix("Remove the node", new Edit.RemoveNode(node.id()));
    return Stream.concat(meant, Stream.of(remove)).toList();
  }

  private void findings(Node node, Component component, ComponentSpec spec) {
    Parameters bound = bindings.bind(node.id().value(), spec.parameters(), node.parameters());
    if (hasReference(bound.fields())) {
      // A runtime parameter that only a run gives: the component cannot judge it now.
      return;
    }
    try {
      for (Finding finding : component.check(bound)) {
        error(node.id(), finding.field(), finding.what(), finding.fix());
      }
    } catch (ParameterException e) {
      error(node.id(), "parameters", e.what(), e.fix());
    }
  }

  private static boolean hasReference(ParameterValue value) {
    return switch (value) {
      case ParameterValue.RuntimeReference r -> true;
      case ParameterValue.Items(var items) -> items.stream().anyMatch(PipelineChecks::hasReference);
      case Fields(var fields) -> fields.values().stream().anyMatch(PipelineChecks::hasReference);
      default -> false;
    };
  }

  private void error(@Nullable NodeId node, String field, String what, String fix) {
    error(node, field, what, fix, List.of());
  }

  private void error(@Nullable NodeId node, String field, String what, String fix, List<Fix> ways) {
    problems.add(Problem.error(node, field, what, fix).withFixes(ways));
  }
}
