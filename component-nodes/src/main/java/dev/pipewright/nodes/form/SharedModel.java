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
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ParameterSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Several nodes as one, for a form of what they share: the parameters of one name and type. A
/// value that is set goes to all of them in one edit; what they differ in stays as it is until it
/// is set. The problems are those of each node, with its name.
public final class SharedModel implements NodeModel {

  /// What the node is called that stands for all; the document has none of this name.
  private static final String NAME = "several-nodes";

  private final List<NodeModel> members;
  private final ComponentSpec spec;
  private final ReadOnlyObjectWrapper<Node> node;
  private final ReadOnlyObjectWrapper<Pipeline> pipeline;
  private final ReadOnlyObjectWrapper<NodeStatus> status =
      new ReadOnlyObjectWrapper<>(NodeStatus.NEW);
  private final ReadOnlyObjectWrapper<Map<String, Path>> noFolders =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Scalars scalars = new Scalars();

  /// These nodes as one.
  ///
  /// @param members at least two nodes of one document
  public SharedModel(List<NodeModel> members) {
    this.members = List.copyOf(members);
    List<ComponentSpec> specs = members.stream().map(NodeModel::spec).distinct().toList();
    spec = specs.size() == 1 ? specs.getFirst() : shared(specs);
    pipeline = new ReadOnlyObjectWrapper<>(members.getFirst().pipeline().get());
    node = new ReadOnlyObjectWrapper<>(common());
    refresh();
  }

  private static ComponentSpec shared(List<ComponentSpec> specs) {
    return new ComponentSpec(
        "",
        specs.getFirst().category(),
        1,
        "",
        List.of(),
        List.of(),
        SharedParameters.of(specs),
        ComponentSpec.Resources.LIGHT);
  }

  /// The document or its problems have changed, and all members know. The members do not keep this
  /// alive: whoever shows it tells it.
  public void refresh() {
    pipeline.set(members.getFirst().pipeline().get());
    Node now = common();
    if (!now.equals(node.get())) {
      node.set(now);
    }
    List<Problem> found = members.stream().flatMap(SharedModel::named).toList();
    if (!found.equals(problems.get())) {
      problems.set(found);
    }
  }

  private Node common() {
    NodeId id = pipeline.get().freeId(NAME);
    List<Fields> all = members.stream().map(m -> m.node().get().parameters()).toList();
    return Node.of(id, spec.name()).withParameters(SharedParameters.common(spec.parameters(), all));
  }

  private static Stream<Problem> named(NodeModel member) {
    String name = member.node().get().id().value();
    return member.problems().get().stream()
        .map(
            p ->
                new Problem(
                    p.severity(), p.node(), p.field(), name + ": " + p.what(), p.fix(), p.fixes()));
  }

  /// The nodes.
  public List<NodeModel> members() {
    return members;
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
    return noFolders.getReadOnlyProperty();
  }

  /// What the first is given: names of features are offered from there.
  @Override
  public ReadOnlyObjectProperty<Map<String, Path>> inputs() {
    return members.getFirst().inputs();
  }

  @Override
  public ReadOnlyObjectProperty<List<Problem>> problems() {
    return problems.getReadOnlyProperty();
  }

  @Override
  public Scalars scalars() {
    return scalars;
  }

  /// What is meant for the one that stands for all goes to each of them; other edits as they are.
  @Override
  public void edit(Edit edit) {
    members.getFirst().edit(forAll(edit).orElse(edit));
  }

  private Optional<Edit> forAll(Edit edit) {
    NodeId mine = node.get().id();
    return switch (edit) {
      case Edit.SetParameter(NodeId of, String name, ParameterValue value) when of.equals(mine) ->
          Optional.of(each(member -> set(member, name, value)));
      case Edit.UnsetParameter(NodeId of, String name) when of.equals(mine) ->
          Optional.of(
              each(
                  member ->
                      isSet(member, name) ? new Edit.UnsetParameter(id(member), name) : null));
      case Edit.Sequence(List<Edit> edits) ->
          Optional.of(new Edit.Sequence(edits.stream().map(e -> forAll(e).orElse(e)).toList()));
      default -> Optional.empty();
    };
  }

  private Edit each(java.util.function.Function<NodeModel, @Nullable Edit> edit) {
    List<Edit> edits = new ArrayList<>();
    for (NodeModel member : members) {
      Edit one = edit.apply(member);
      if (one != null) {
        edits.add(one);
      }
    }
    return new Edit.Sequence(edits);
  }

  private @Nullable Edit set(NodeModel member, String name, ParameterValue value) {
    ParameterSpec parameter = spec.parameter(name).orElseThrow();
    ParameterValue own = member.node().get().parameters().values().get(name);
    ParameterValue before = node.get().parameters().values().get(name);
    ParameterValue now = SharedParameters.changed(parameter, own, before, value);
    return now.equals(own) ? null : new Edit.SetParameter(id(member), name, now);
  }

  private static boolean isSet(NodeModel member, String name) {
    return member.node().get().parameters().values().containsKey(name);
  }

  private static NodeId id(NodeModel member) {
    return member.node().get().id();
  }

  @Override
  public void request(NodeRequest request) {
    members.getFirst().request(request);
  }
}
