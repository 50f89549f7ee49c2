package dev.pipewright.nodes;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.check.PipelineChecks;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.file.JsonText;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.runner.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A node in a document of its own, whose state a test sets. Edits change the document, which is
/// checked again, and can be taken back.
public final class TestNode implements NodeModel {

  private static final Pipeline PENGUINS = penguins();
  private static final ComponentRegistry REGISTRY = ComponentRegistry.load();

  /// What it was asked for.
  public final List<NodeRequest> requests = new ArrayList<>();

  private final ComponentRegistry registry;
  private final ComponentSpec spec;
  private final NodeId id;
  private boolean isChecked;
  private final List<Edit> edits = new ArrayList<>();
  private final List<Pipeline> before = new ArrayList<>();
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
  private final Scalars scalars = new Scalars();

  private TestNode(Pipeline document, Node node, ComponentRegistry registry) {
    this.registry = registry;
    this.id = node.id();
    this.spec = registry.find(node.component()).map(Component::spec).orElseThrow();
    this.node = new ReadOnlyObjectWrapper<>(node);
    this.pipeline = new ReadOnlyObjectWrapper<>(document);
  }

  /// The node of this name in the sample.
  public static TestNode penguins(String id) {
    return in(PENGUINS, id);
  }

  /// The nodes of a sample.
  public static List<TestNode> sample(String name) {
    Pipeline sample = ProjectFile.read(Path.of("../samples", name, name + ".pipewright"));
    return sample.nodes().stream().map(node -> new TestNode(sample, node, REGISTRY)).toList();
  }

  /// A node of a document, with what is wrong with it.
  public static TestNode in(Pipeline document, String id) {
    TestNode made = new TestNode(document, document.node(new NodeId(id)).orElseThrow(), REGISTRY);
    made.check();
    return made;
  }

  /// A node of this component without parameters, not checked.
  public static TestNode of(String component) {
    Node alone = Node.of(new NodeId(component), component);
    return new TestNode(Pipeline.of("test", List.of(alone)), alone, REGISTRY);
  }

  /// A node of this component; its parameters as JSON.
  public static TestNode of(String component, String parameters) {
    return of(REGISTRY, component, parameters);
  }

  /// A node of a component with these parameters; those that are set as JSON.
  public static TestNode of(List<ParameterSpec> specs, String parameters) {
    ComponentSpec spec =
        new ComponentSpec(
            "Probe",
            ComponentSpec.Category.DATA,
            1,
            "",
            List.of(),
            List.of(),
            specs,
            ComponentSpec.Resources.LIGHT);
    Component component =
        new Component() {
          @Override
          public ComponentSpec spec() {
            return spec;
          }

          @Override
          public Behavior behavior() {
            throw new UnsupportedOperationException();
          }
        };
    return of(ComponentRegistry.of(List.of(component)), "Probe", parameters);
  }

  private static TestNode of(ComponentRegistry registry, String component, String json) {
    Node alone =
        Node.of(new NodeId(component), component).withParameters((Fields) JsonText.parse(json));
    TestNode made = new TestNode(Pipeline.of("test", List.of(alone)), alone, registry);
    made.check();
    return made;
  }

  private static Pipeline penguins() {
    return ProjectFile.read(Path.of("../samples/penguins/penguins.pipewright"));
  }

  /// The folder of an artifact among the tests' own: of `penguins` or `strict`.
  public static Path artifact(String run, String port) {
    return Path.of("../component-nodes/src/test/resources/artifacts", run, port)
        .toAbsolutePath()
        .normalize();
  }

  /// Sets a parameter, as somebody else would.
  public TestNode with(String parameter, ParameterValue value) {
    Node now = node.get();
    Node then = now.withParameters(now.parameters().with(parameter, value));
    node.set(then);
    if (pipeline.get().node(id).filter(now::equals).isPresent()) {
      pipeline.set(new Edit.SetParameter(id, parameter, value).apply(pipeline.get()));
    }
    if (isChecked) {
      check();
    }
    return this;
  }

  /// Gives it outputs of `penguins` or `strict`.
  public TestNode made(String run, String... ports) {
    outputs.set(artifacts(run, ports));
    return this;
  }

  private static Map<String, Path> artifacts(String run, String... ports) {
    Map<String, Path> folders = new LinkedHashMap<>();
    for (String port : ports) {
      folders.put(port, artifact(run, port));
    }
    return folders;
  }

  /// Gives it an output.
  public TestNode made(String port, Path folder) {
    return made(Map.of(port, folder));
  }

  /// Gives it outputs.
  public TestNode made(Map<String, Path> folders) {
    outputs.set(folders);
    return this;
  }

  /// Gives it inputs of `penguins` or `strict`.
  public TestNode fed(String run, String... ports) {
    inputs.set(artifacts(run, ports));
    return this;
  }

  /// Gives it inputs.
  public TestNode fed(Map<String, Path> folders) {
    inputs.set(folders);
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

  /// What its parameters are, as JSON.
  public String json() {
    return JsonText.compact(node.get().parameters());
  }

  /// The edits so far.
  public List<Edit> edits() {
    return edits;
  }

  /// Takes the last edit back.
  public void undo() {
    show(before.removeLast());
  }

  private void show(Pipeline document) {
    pipeline.set(document);
    document.node(id).ifPresent(node::set);
    check();
  }

  private void check() {
    isChecked = true;
    problems.set(
        PipelineChecks.check(pipeline.get(), registry).stream()
            .filter(problem -> Optional.of(id).equals(Optional.ofNullable(problem.node())))
            .toList());
  }

  @Override
  public void edit(Edit edit) {
    edits.add(edit);
    before.add(pipeline.get());
    show(edit.apply(pipeline.get()));
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
  public void request(NodeRequest request) {
    requests.add(request);
  }
}
