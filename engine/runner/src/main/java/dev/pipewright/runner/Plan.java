package dev.pipewright.runner;

import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.Topology;
import dev.pipewright.pipeline.check.PipelineChecks;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.Bindings;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.Parameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a run is to do: checked, in order, with all parameters resolved. Making one runs nothing.
///
/// @param pipeline the pipeline, overrides included
/// @param steps the nodes to run, each after those that feed it
/// @param leftOut why other selected nodes do not run, as a sentence: muted ones, and what needs
///   them
public record Plan(Pipeline pipeline, List<Step> steps, SequencedMap<NodeId, String> leftOut) {

  /// A node to run.
  ///
  /// @param node the node
  /// @param component its component
  /// @param parameters its parameters, with absolute paths
  /// @param keyParameters the same for the cache key: paths inside the project's folder are
  ///   relative to it, so that the key does not change when the folder moves
  public record Step(Node node, Component component, Parameters parameters, Fields keyParameters) {

    /// The node's name.
    public NodeId id() {
      return node.id();
    }

    ComponentSpec spec() {
      return component.spec();
    }
  }

  public Plan {
    steps = List.copyOf(steps);
    leftOut = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(leftOut));
  }

  /// The plan of a run.
  ///
  /// @param folder the folder of the project file, which relative paths start from
  /// @param runtime the runtime parameters that are given; others have their defaults
  /// @throws ProjectException when one of the selected nodes has an error; `problems` lists them
  public static Plan of(
      Pipeline pipeline,
      Path folder,
      ComponentRegistry registry,
      Selection selection,
      Map<String, ParameterValue> runtime) {
    refuse(problems(pipeline, registry, selection, runtime));
    Set<NodeId> selected = selection.nodes(pipeline);
    Map<String, ParameterValue> values = values(pipeline, runtime);
    Path base = folder.toAbsolutePath().normalize();
    Bindings absolute = new Bindings(values, path -> base.resolve(path).normalize().toString());
    Bindings relative = new Bindings(values, path -> portable(base, path));
    List<Step> steps = new ArrayList<>();
    ActivePart part = ActivePart.of(pipeline, registry);
    for (NodeId id : new Topology(part.pipeline()).order()) {
      if (selected.contains(id)) {
        Node node = part.pipeline().node(id).orElseThrow();
        steps.add(step(node, registry.find(node.component()).orElseThrow(), absolute, relative));
      }
    }
    SequencedMap<NodeId, String> leftOut = new LinkedHashMap<>(part.leftOut());
    leftOut.keySet().retainAll(selected);
    if (steps.isEmpty() && !leftOut.isEmpty()) {
      var first = leftOut.firstEntry();
      throw new ProjectException(
          "There is nothing to run. " + first.getKey() + ": " + first.getValue(),
          Location.subject(first.getKey().value()),
          "Make a node active again.");
    }
    return new Plan(pipeline, steps, leftOut);
  }

  /// All selected nodes, those that run first.
  public List<NodeId> nodes() {
    return Stream.concat(steps.stream().map(Step::id), leftOut.keySet().stream()).toList();
  }

  private static Step step(Node node, Component component, Bindings absolute, Bindings relative) {
    ComponentSpec spec = component.spec();
    String id = node.id().value();
    return new Step(
        node,
        component,
        absolute.bind(id, spec.parameters(), node.parameters()),
        relative.bind(id, spec.parameters(), node.parameters()).fields());
  }

  /// A path that names the same place in a copy of the project elsewhere, where it is inside.
  private static String portable(Path base, String text) {
    Path path = base.resolve(text).normalize();
    return (path.startsWith(base) ? base.relativize(path) : path).toString().replace('\\', '/');
  }

  private static Map<String, ParameterValue> values(
      Pipeline pipeline, Map<String, ParameterValue> runtime) {
    Map<String, ParameterValue> values = new TreeMap<>();
    for (RuntimeParameter parameter : pipeline.parameters()) {
      if (parameter.defaultValue() != null) {
        values.put(parameter.name(), parameter.defaultValue());
      }
    }
    values.putAll(runtime);
    return values;
  }

  /// What is wrong with a run: problems of the pipeline as a whole and of the selected nodes,
  /// warnings included. Nodes that are left out have none but of their being so.
  ///
  /// @throws ProjectException when a selected node is not there
  public static List<Problem> problems(
      Pipeline pipeline,
      ComponentRegistry registry,
      Selection selection,
      Map<String, ParameterValue> runtime) {
    Set<NodeId> chosen = selection.nodes(pipeline);
    Set<NodeId> selected = new LinkedHashSet<>(chosen);
    selected.removeAll(ActivePart.of(pipeline, registry).leftOut().keySet());
    Stream<Problem> found =
        PipelineChecks.check(pipeline, registry, runtime).stream()
            .filter(p -> p.node() == null || (isOfMode(p) ? chosen : selected).contains(p.node()));
    Map<String, ParameterValue> values = values(pipeline, runtime);
    Stream<Problem> missing =
        pipeline.parameters().stream()
            .filter(p -> !values.containsKey(p.name()))
            .map(
                p ->
                    new Problem(
                        Problem.Severity.ERROR,
                        null,
                        "parameters." + p.name(),
                        "The run must give this runtime parameter.",
                        "Give it a value (--param " + p.name() + "=…) or a default."));
    return Stream.of(found, missing, paths(pipeline, selected)).flatMap(s -> s).toList();
  }

  private static boolean isOfMode(Problem problem) {
    return problem.field().equals("mode");
  }

  /// The metadata store's own name cannot be a node's folder too.
  private static Stream<Problem> paths(Pipeline pipeline, Set<NodeId> selected) {
    return pipeline.nodes().stream()
        .map(Node::id)
        .filter(id -> selected.contains(id) && id.value().equalsIgnoreCase("metadata.db"))
        .map(
            id ->
                new Problem(
                    Problem.Severity.ERROR,
                    id,
                    "id",
                    "This is the name of the metadata store.",
                    "Rename the node."));
  }

  private static void refuse(List<Problem> problems) {
    List<Problem> errors =
        problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
    if (errors.size() == 1) {
      Problem error = errors.getFirst();
      throw new ProjectException(error.what(), Location.subject(error.place()), error.fix());
    }
    if (!errors.isEmpty()) {
      throw new ProjectException(
          errors.size()
              + " problems:\n"
              + String.join("\n", errors.stream().map(Problem::toString).toList()),
          Location.NONE,
          "");
    }
  }
}
