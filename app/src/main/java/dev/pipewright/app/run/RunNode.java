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
  private final boolean isReadOnly;
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

  private NodeStatus now = NodeStatus.NEW;
  private List<ArtifactRow> made = List.of();

  /// What one run made of it, where that is shown in place of how it is now.
  private @Nullable List<ArtifactRow> past;

  /// What it measures meanwhile.
  private Scalars measured = scalars;

  /// The folder whose curves are shown; null while those of a run at work are.
  private @Nullable Path curves;

  RunNode(
      Node node,
      Pipeline pipeline,
      ComponentSpec spec,
      Consumer<Edit> edits,
      Consumer<NodeRequest> requests,
      boolean isReadOnly) {
    this.node = new ReadOnlyObjectWrapper<>(node);
    this.pipeline = new ReadOnlyObjectWrapper<>(pipeline);
    this.spec = spec;
    this.edits = edits;
    this.requests = requests;
    this.isReadOnly = isReadOnly;
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
  public boolean isReadOnly() {
    return isReadOnly;
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

  void set(NodeStatus latest) {
    now = latest;
    if (past == null) {
      status.set(latest);
    }
  }

  /// How it is now, whatever is shown.
  NodeStatus now() {
    return now;
  }

  /// Whether one run is shown.
  boolean isPast() {
    return past != null;
  }

  /// What it measures now, whatever is shown.
  Scalars measured() {
    return measured;
  }

  /// Shows what one run made of it.
  void lookBack(NodeStatus then, List<ArtifactRow> rows) {
    if (past == null) {
      measured = new Scalars();
      measured.replace(new LinkedHashMap<>(scalars.byTag()));
    }
    past = List.copyOf(rows);
    scalars.clear();
    status.set(then);
    publish();
  }

  /// Shows how it is now.
  void lookAtNow() {
    if (past != null) {
      past = null;
      scalars.replace(new LinkedHashMap<>(measured.byTag()));
      measured = scalars;
      status.set(now);
      publish();
    }
  }

  /// The node has outputs.
  ///
  /// @param rows its artifacts, in the order of the ports
  void setMade(List<ArtifactRow> rows) {
    made = List.copyOf(rows);
    if (past == null) {
      publish();
    }
  }

  private void publish() {
    SequencedMap<String, Path> folders = new LinkedHashMap<>();
    shown().forEach(row -> folders.putIfAbsent(row.port(), row.folder()));
    outputs.set(Collections.unmodifiableSequencedMap(folders));
  }

  void setInputs(Map<String, Path> folders) {
    if (!folders.equals(inputs.get())) {
      inputs.set(folders);
    }
  }

  private List<ArtifactRow> shown() {
    return past == null ? made : past;
  }

  /// The artifacts that are shown, under the name that the node has now.
  List<ArtifactRow> made() {
    NodeId name = node.get().id();
    return shown().stream().map(row -> row.of(name)).toList();
  }

  /// What it has made last, whatever is shown.
  List<ArtifactRow> madeLast() {
    return made;
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
