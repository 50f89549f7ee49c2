package dev.pipewright.nodes.form;

import dev.pipewright.nodes.NodeModel;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ParameterSpec;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import org.jspecify.annotations.Nullable;

/// The form of a node: a field a parameter, in line with the document. Knows no toolkit. The model
/// does not keep it alive.
final class FormViewModel {

  private final NodeModel model;
  private final Advice advice;
  private final List<FormField> fields;
  private final ReadOnlyObjectWrapper<List<Problem>> otherProblems =
      new ReadOnlyObjectWrapper<>(List.of());
  private @Nullable Edit first;
  private final ChangeListener<Node> onNode = (property, old, node) -> refresh();
  private final ChangeListener<List<Problem>> onProblems = (property, old, now) -> sortProblems();

  FormViewModel(NodeModel model) {
    this(model, Advice.NONE);
  }

  /// @param advice what is said besides the model's problems
  FormViewModel(NodeModel model, Advice advice) {
    this.model = model;
    this.advice = advice;
    fields = model.spec().parameters().stream().map(this::field).toList();
    model.node().addListener(new WeakChangeListener<>(onNode));
    model.problems().addListener(new WeakChangeListener<>(onProblems));
    advice.problems().addListener(new WeakChangeListener<>(onProblems));
    refresh();
  }

  /// The fields of the parameters, in the order of the spec.
  List<FormField> fields() {
    return fields;
  }

  /// The field of this path, as `train_args.num_steps`; objects alone are looked into.
  FormField field(String path) {
    List<FormField> level = fields;
    while (true) {
      FormField found =
          level.stream()
              .filter(f -> path.equals(f.path()) || path.startsWith(f.path() + "."))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no field " + path));
      if (found.path().equals(path)) {
        return found;
      }
      level = found.children().toList();
    }
  }

  /// What is wrong with the node's parameters that no field stands for.
  ReadOnlyObjectProperty<List<Problem>> otherProblems() {
    return otherProblems.getReadOnlyProperty();
  }

  private FormField field(ParameterSpec spec) {
    Consumer<@Nullable ParameterValue> slot = value -> put(spec.name(), value);
    return ShapedField.of(model.spec().name(), spec, slot)
        .orElseGet(() -> FormField.of(spec, spec.name(), slot));
  }

  private void put(String name, @Nullable ParameterValue value) {
    NodeId node = model.node().get().id();
    Edit edit =
        value == null
            ? new Edit.UnsetParameter(node, name)
            : new Edit.SetParameter(node, name, value);
    Edit before = first;
    model.edit(before == null ? edit : new Edit.Sequence(List.of(before, edit)));
  }

  /// Makes an edit and what a field commits one step.
  ///
  /// @param before the edit that comes first
  /// @param commit commits a field
  void after(Edit before, Runnable commit) {
    first = before;
    try {
      commit.run();
    } finally {
      first = null;
    }
  }

  private void refresh() {
    Node node = model.node().get();
    fields.forEach(f -> f.update(node.parameters().values().get(f.spec().name())));
    // Items that are new have not seen the problems yet.
    sortProblems();
  }

  private void sortProblems() {
    List<Problem> others =
        Stream.concat(model.problems().get().stream(), advice.problems().get().stream())
            .filter(p -> fields.stream().noneMatch(f -> f.offer(p)))
            .filter(p -> !p.field().startsWith("inputs"))
            .toList();
    fields.forEach(FormField::settle);
    otherProblems.set(others);
  }
}
