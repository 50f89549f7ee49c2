package dev.pipewright.app.graph;

import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.nodes.Scalars;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A node whose state a test sets; edits change its document at once.
public final class FakeNode implements NodeModel {

  /// What it was asked for.
  public final List<NodeRequest> requests = new ArrayList<>();

  private final ComponentSpec spec;
  private final Scalars scalars = new Scalars();
  private final ReadOnlyObjectWrapper<Node> node;
  private final ReadOnlyObjectWrapper<Pipeline> pipeline;
  private final ReadOnlyObjectWrapper<NodeStatus> status =
      new ReadOnlyObjectWrapper<>(NodeStatus.NEW);
  private final ReadOnlyObjectWrapper<Map<String, Path>> outputs =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(List.of());

  /// This node of this document.
  public FakeNode(Node node, Pipeline pipeline, ComponentSpec spec) {
    this.node = new ReadOnlyObjectWrapper<>(node);
    this.pipeline = new ReadOnlyObjectWrapper<>(pipeline);
    this.spec = spec;
  }

  /// Sets how it is.
  public void is(State state) {
    status.set(new NodeStatus(state, 1, Duration.ofMillis(2_100), Double.NaN, "", null));
  }

  /// Gives it outputs.
  public void made(Map<String, Path> folders) {
    outputs.set(folders);
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
  public ReadOnlyObjectProperty<List<Problem>> problems() {
    return problems.getReadOnlyProperty();
  }

  @Override
  public Scalars scalars() {
    return scalars;
  }

  @Override
  public void edit(Edit edit) {
    pipeline.set(edit.apply(pipeline.get()));
    pipeline.get().node(node.get().id()).ifPresent(node::set);
  }

  @Override
  public void request(NodeRequest request) {
    requests.add(request);
  }
}
