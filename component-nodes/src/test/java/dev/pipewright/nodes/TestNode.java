package dev.pipewright.nodes;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.runner.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A node of the sample penguins, whose state a test sets.
public final class TestNode implements NodeModel {

  private static final Pipeline PENGUINS = penguins();
  private static final ComponentRegistry REGISTRY = ComponentRegistry.load();

  /// What it was asked for.
  public final List<NodeRequest> requests = new ArrayList<>();

  private final ReadOnlyObjectWrapper<Node> node;
  private final ReadOnlyObjectWrapper<Pipeline> pipeline = new ReadOnlyObjectWrapper<>(PENGUINS);
  private final ComponentSpec spec;
  private final ReadOnlyObjectWrapper<NodeStatus> status =
      new ReadOnlyObjectWrapper<>(NodeStatus.NEW);
  private final ReadOnlyObjectWrapper<Map<String, Path>> outputs =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Scalars scalars = new Scalars();

  private TestNode(Node node) {
    this.node = new ReadOnlyObjectWrapper<>(node);
    this.spec = REGISTRY.find(node.component()).map(Component::spec).orElseThrow();
  }

  /// The node of this name in the sample.
  public static TestNode penguins(String id) {
    return new TestNode(PENGUINS.node(new NodeId(id)).orElseThrow());
  }

  /// The nodes of a sample.
  public static List<TestNode> sample(String name) {
    Pipeline sample = ProjectFile.read(Path.of("../samples", name, name + ".pipewright"));
    return sample.nodes().stream().map(TestNode::new).toList();
  }

  /// A node of this component without parameters.
  public static TestNode of(String component) {
    return new TestNode(Node.of(new NodeId(component), component));
  }

  private static Pipeline penguins() {
    return ProjectFile.read(Path.of("../samples/penguins/penguins.pipewright"));
  }

  /// The folder of an artifact among the tests' own: of `penguins` or `strict`.
  public static Path artifact(String run, String port) {
    return Path.of("src/test/resources/artifacts", run, port).toAbsolutePath();
  }

  /// Sets a parameter.
  public TestNode with(String parameter, ParameterValue value) {
    Node now = node.get();
    node.set(now.withParameters(now.parameters().with(parameter, value)));
    return this;
  }

  /// Gives it outputs of `penguins` or `strict`.
  public TestNode made(String run, String... ports) {
    Map<String, Path> folders = new LinkedHashMap<>();
    for (String port : ports) {
      folders.put(port, artifact(run, port));
    }
    outputs.set(folders);
    return this;
  }

  /// Gives it an output.
  public TestNode made(String port, Path folder) {
    outputs.set(Map.of(port, folder));
    return this;
  }

  /// Sets how it is.
  public TestNode is(NodeStatus.State state, long millis) {
    return is(state, millis, Double.NaN);
  }

  /// Sets how it is.
  public TestNode is(NodeStatus.State state, long millis, double fraction) {
    status.set(new NodeStatus(state, 36, Duration.ofMillis(millis), fraction, "", null));
    return this;
  }

  /// Makes it fail.
  public TestNode fails(long millis, Failure failure) {
    status.set(
        new NodeStatus(
            NodeStatus.State.FAILED, 36, Duration.ofMillis(millis), Double.NaN, "", failure));
    return this;
  }

  /// Sets what is wrong with it.
  public TestNode has(Problem... found) {
    problems.set(List.of(found));
    return this;
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
    throw new UnsupportedOperationException("faces edit nothing");
  }

  @Override
  public void request(NodeRequest request) {
    requests.add(request);
  }
}
