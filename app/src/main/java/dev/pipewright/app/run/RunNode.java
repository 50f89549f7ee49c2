package dev.pipewright.app.run;

import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.Scalars;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A node of the document with what runs made of it. Lives as long as the node does, whatever its
/// name.
final class RunNode implements NodeModel {

  private final ComponentSpec spec;
  private final Consumer<Edit> edits;
  private final Consumer<NodeRequest> requests;
  private final Scalars scalars = new Scalars();
  private final ReadOnlyObjectWrapper<Node> node;
  private final ReadOnlyObjectWrapper<Pipeline> pipeline;
  private final ReadOnlyObjectWrapper<NodeStatus> status =
      new ReadOnlyObjectWrapper<>(NodeStatus.NEW);
  private final ReadOnlyObjectWrapper<Map<String, Path>> outputs =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<Map<String, Path>> inputs =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(List.of());

  private List<ArtifactRow> made = List.of();

  /// The folder whose curves are shown; null while those of a run at work are.
  private @Nullable Path curves;

  RunNode(
      Node node,
      Pipeline pipeline,
      ComponentSpec spec,
      Consumer<Edit> edits,
      Consumer<NodeRequest> requests) {
    this.node = new ReadOnlyObjectWrapper<>(node);
    this.pipeline = new ReadOnlyObjectWrapper<>(pipeline);
    this.spec = spec;
    this.edits = edits;
    this.requests = requests;
  }

  @Override
  public ReadOnlyObjectProperty<Node> node() {
    return node.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<Pipeline> pipeline() {
    return pipeline.getReadOnlyProperty();
  }

  @Override
  public ComponentSpec spec() {
    return spec;
  }

  @Override
  public ReadOnlyObjectProperty<NodeStatus> status() {
    return status.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<Map<String, Path>> outputs() {
    return outputs.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<Map<String, Path>> inputs() {
    return inputs.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<List<Problem>> problems() {
    return problems.getReadOnlyProperty();
  }

  @Override
  public Scalars scalars() {
    return scalars;
  }

  @Override
  public void edit(Edit edit) {
    edits.accept(edit);
  }

  @Override
  public void request(NodeRequest request) {
    requests.accept(request);
  }

  /// The document has changed, and perhaps the node in it.
  void set(Node now, Pipeline document) {
    node.set(now);
    pipeline.set(document);
  }

  void set(NodeStatus now) {
    status.set(now);
  }

  /// The node has outputs.
  ///
  /// @param rows its artifacts, in the order of the ports
  void setMade(List<ArtifactRow> rows) {
    made = List.copyOf(rows);
    SequencedMap<String, Path> folders = new LinkedHashMap<>();
    rows.forEach(row -> folders.putIfAbsent(row.port(), row.folder()));
    outputs.set(Collections.unmodifiableSequencedMap(folders));
  }

  void setInputs(Map<String, Path> folders) {
    if (!folders.equals(inputs.get())) {
      inputs.set(folders);
    }
  }

  /// Its artifacts, under the name that the node has now.
  List<ArtifactRow> made() {
    NodeId name = node.get().id();
    return made.stream().map(row -> row.of(name)).toList();
  }

  void setProblems(List<Problem> found) {
    if (!found.equals(problems.get())) {
      problems.set(found);
    }
  }

  @Nullable Path curves() {
    return curves;
  }

  void setCurves(@Nullable Path folder) {
    curves = folder;
  }
}
