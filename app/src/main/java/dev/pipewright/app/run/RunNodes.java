package dev.pipewright.app.run;

import dev.pipewright.app.project.DocumentChange;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.PortSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/// The models of the nodes of a document, kept up to date with it.
final class RunNodes {

  private final ComponentRegistry registry;
  private final Consumer<Edit> edits;
  private final Consumer<NodeRequest> requests;
  private final boolean isReadOnly;
  private final Map<NodeId, RunNode> nodes = new LinkedHashMap<>();

  /// Those that were in the document, for the case that they come back with an undo.
  private final Map<Gone, RunNode> gone = new HashMap<>();

  private final ObservableMap<NodeId, NodeModel> models =
      FXCollections.observableMap(new LinkedHashMap<>());
  private final ObservableMap<NodeId, NodeModel> readOnly =
      FXCollections.unmodifiableObservableMap(models);

  private record Gone(NodeId id, String component) {}

  RunNodes(
      ComponentRegistry registry,
      Consumer<Edit> edits,
      Consumer<NodeRequest> requests,
      boolean isReadOnly) {
    this.registry = registry;
    this.isReadOnly = isReadOnly;
    this.edits = edits;
    this.requests = requests;
  }

  ObservableMap<NodeId, NodeModel> models() {
    return readOnly;
  }

  List<RunNode> all() {
    return List.copyOf(nodes.values());
  }

  @Nullable RunNode find(NodeId id) {
    return nodes.get(id);
  }

  /// Those there are now, by the names that they have now.
  SequencedMap<NodeId, RunNode> snapshot() {
    return new LinkedHashMap<>(nodes);
  }

  /// The document has changed. A node keeps its model under another name, and has it again when it
  /// was removed and comes back; it gets another model when it becomes another component.
  void update(Pipeline document, @Nullable DocumentChange change) {
    if (change != null && change.after() == document) {
      rename(change.renames());
    }
    Map<NodeId, RunNode> kept = new LinkedHashMap<>();
    for (Node node : document.nodes()) {
      RunNode model = model(node, document);
      model.set(node, document);
      kept.putIfAbsent(node.id(), model);
    }
    nodes.forEach(
        (id, model) -> {
          if (kept.get(id) != model) {
            gone.put(new Gone(id, model.node().get().component()), model);
          }
        });
    nodes.clear();
    nodes.putAll(kept);
    models.keySet().retainAll(kept.keySet());
    kept.forEach(
        (id, model) -> {
          if (models.get(id) != model) {
            models.put(id, model);
          }
        });
  }

  private RunNode model(Node node, Pipeline document) {
    RunNode old = nodes.get(node.id());
    if (old != null && old.node().get().component().equals(node.component())) {
      return old;
    }
    RunNode back = gone.remove(new Gone(node.id(), node.component()));
    return back == null ? make(node, document) : back;
  }

  private void rename(Map<NodeId, NodeId> renames) {
    Map<NodeId, RunNode> moved = new LinkedHashMap<>();
    renames.keySet().forEach(old -> moved.put(old, nodes.remove(old)));
    moved.forEach(
        (old, model) -> {
          if (model != null) {
            nodes.put(renames.get(old), model);
          }
        });
  }

  private RunNode make(Node node, Pipeline document) {
    ComponentSpec spec =
        registry
            .find(node.component())
            .map(Component::spec)
            .orElseGet(() -> unknown(node, document));
    return new RunNode(node, document, spec, edits, requests, isReadOnly);
  }

  /// What is known of a component that is not there: the ports that links use.
  private static ComponentSpec unknown(Node node, Pipeline document) {
    ArtifactType any = new ArtifactType("Artifact");
    List<PortSpec> inputs =
        node.inputs().keySet().stream().map(name -> PortSpec.many(name, any, "")).toList();
    List<PortSpec> outputs =
        document.nodes().stream()
            .flatMap(Node::sources)
            .filter(source -> source.node().equals(node.id()))
            .map(Source::port)
            .distinct()
            .map(name -> PortSpec.one(name, any, ""))
            .toList();
    return new ComponentSpec(
        node.component(),
        ComponentSpec.Category.DATA,
        1,
        "",
        inputs,
        outputs,
        List.of(),
        ComponentSpec.Resources.LIGHT);
  }

  /// Tells each node what lies at its inputs: links or outputs have changed.
  void feed() {
    nodes.values().forEach(node -> node.setInputs(inputs(node.node().get())));
  }

  private SequencedMap<String, Path> inputs(Node node) {
    SequencedMap<String, Path> folders = new LinkedHashMap<>();
    node.inputs()
        .forEach(
            (port, sources) ->
                sources.stream()
                    .flatMap(source -> output(source).stream())
                    .findFirst()
                    .ifPresent(folder -> folders.put(port, folder)));
    return Collections.unmodifiableSequencedMap(folders);
  }

  private Optional<Path> output(Source source) {
    return Optional.ofNullable(nodes.get(source.node()))
        .map(node -> node.outputs().get().get(source.port()));
  }

  /// What is wrong with the document has changed.
  void setProblems(List<Problem> problems) {
    Map<NodeId, List<Problem>> byNode =
        problems.stream()
            .filter(problem -> problem.node() != null)
            .collect(Collectors.groupingBy(RunNodes::node));
    nodes.forEach(
        (id, model) -> {
          List<Problem> own = new ArrayList<>(byNode.getOrDefault(id, List.of()));
          own.sort(Comparator.comparing(Problem::severity));
          model.setProblems(List.copyOf(own));
        });
  }

  private static NodeId node(Problem problem) {
    NodeId node = problem.node();
    if (node == null) {
      throw new IllegalArgumentException("a problem of the pipeline");
    }
    return node;
  }
}
