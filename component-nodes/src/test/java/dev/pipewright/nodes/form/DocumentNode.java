package dev.pipewright.nodes.form;

import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.Scalars;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A node in a document of its own, with a history, checked after each edit.
final class DocumentNode implements NodeModel {

  private final ComponentRegistry registry;
  private final ComponentSpec spec;
  private final NodeId id;
  private final List<Edit> edits = new ArrayList<>();
  private final List<Pipeline> before = new ArrayList<>();
  private final ReadOnlyObjectWrapper<Pipeline> pipeline = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Node> node = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(List.of());

  private DocumentNode(Pipeline document, NodeId id, ComponentRegistry registry) {
    this.registry = registry;
    this.id = id;
    this.spec = registry.find(document.node(id).orElseThrow().component()).orElseThrow().spec();
    show(document);
  }

  /// A node of a document, its component found on the class path.
  static DocumentNode in(Pipeline document, String id) {
    return new DocumentNode(document, new NodeId(id), ComponentRegistry.load());
  }

  /// A node of a component that is there; its parameters as JSON.
  static DocumentNode of(String component, String parameters) {
    return of(ComponentRegistry.load(), component, parameters);
  }

  /// A node of a component with these parameters; those that are set as JSON.
  static DocumentNode of(List<ParameterSpec> specs, String parameters) {
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

  private static DocumentNode of(ComponentRegistry registry, String component, String json) {
    Node node =
        Node.of(new NodeId(component), component).withParameters((Fields) JsonText.parse(json));
    return new DocumentNode(Pipeline.of("test", List.of(node)), node.id(), registry);
  }

  /// What the node's parameters are, as JSON.
  String json() {
    return JsonText.compact(node.get().parameters());
  }

  /// The edits so far.
  List<Edit> edits() {
    return edits;
  }

  /// Takes the last edit back.
  void undo() {
    show(before.removeLast());
  }

  /// Changes a parameter as somebody else would.
  void set(String parameter, ParameterValue value) {
    show(new Edit.SetParameter(id, parameter, value).apply(pipeline.get()));
  }

  /// Reports these problems in place of those there are.
  void report(List<Problem> now) {
    problems.set(now);
  }

  private void show(Pipeline document) {
    pipeline.set(document);
    node.set(document.node(id).orElseThrow());
    problems.set(
        PipelineChecks.check(document, registry).stream()
            .filter(p -> id.equals(p.node()))
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
    return new ReadOnlyObjectWrapper<>(NodeStatus.NEW).getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<Map<String, Path>> outputs() {
    return new ReadOnlyObjectWrapper<Map<String, Path>>(Map.of()).getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<List<Problem>> problems() {
    return problems.getReadOnlyProperty();
  }

  @Override
  public Scalars scalars() {
    return new Scalars();
  }

  @Override
  public void request(NodeRequest request) {
    throw new UnsupportedOperationException();
  }
}
