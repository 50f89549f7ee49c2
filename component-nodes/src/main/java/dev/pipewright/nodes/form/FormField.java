package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.RuntimeReference;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One parameter, field of an object, or item of a list, as the form holds it. The document is the
/// truth: a commit goes out through the slot, and what the document then says comes back by
/// `update`.
abstract sealed class FormField
    permits TextualField,
        SwitchField,
        ChoiceField,
        ListField,
        MapField,
        StructField,
        LayersField,
        ShapedField {

  private final ParameterSpec spec;
  private final String path;
  private final Consumer<@Nullable ParameterValue> slot;
  private final ReadOnlyObjectWrapper<@Nullable ParameterValue> value =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(List.of());
  private final List<Problem> arriving = new ArrayList<>();
  private final ReadOnlyLongWrapper settled = new ReadOnlyLongWrapper();

  /// @param path where it stands in the node's parameters, as `train_args.num_steps`
  /// @param slot takes what it is set to; null when it is to be unset
  FormField(ParameterSpec spec, String path, Consumer<@Nullable ParameterValue> slot) {
    this.spec = spec;
    this.path = path;
    this.slot = slot;
  }

  /// The field that edits values of the spec's type.
  static FormField of(ParameterSpec spec, String path, Consumer<@Nullable ParameterValue> slot) {
    return switch (spec.type()) {
      case ParameterType.Bool t -> new SwitchField(spec, path, slot);
      case ParameterType.Choice t -> new ChoiceField(spec, path, slot, t);
      case ParameterType.ListOf t -> new ListField(spec, path, slot, t.element());
      case ParameterType.MapOf t -> new MapField(spec, path, slot, t.value());
      case ParameterType.Struct t -> new StructField(spec, path, slot, t);
      case ParameterType.Int t -> new TextualField(spec, path, slot);
      case ParameterType.Real t -> new TextualField(spec, path, slot);
      case ParameterType.Text t -> new TextualField(spec, path, slot);
      case ParameterType.PathName t -> new TextualField(spec, path, slot);
      case ParameterType.Json t -> new TextualField(spec, path, slot);
    };
  }

  final ParameterSpec spec() {
    return spec;
  }

  /// Where it stands in the node's parameters.
  final String path() {
    return path;
  }

  /// What it is set to; null when it is not.
  final ReadOnlyObjectProperty<@Nullable ParameterValue> value() {
    return value.getReadOnlyProperty();
  }

  /// What is wrong with it.
  final ReadOnlyObjectProperty<List<Problem>> problems() {
    return problems.getReadOnlyProperty();
  }

  /// Grows whenever the problems of this field and those below may have changed.
  final ReadOnlyLongProperty settled() {
    return settled.getReadOnlyProperty();
  }

  /// What it is set to, or else its default.
  final Optional<ParameterValue> effective() {
    ParameterValue set = value.get();
    return Optional.ofNullable(set == null ? spec.defaultValue() : set);
  }

  /// The runtime parameter that it refers to.
  final Optional<String> reference() {
    return !isMixed() && value.get() instanceof RuntimeReference(String name)
        ? Optional.of(name)
        : Optional.empty();
  }

  /// Whether it is of several nodes that differ in it.
  final boolean isMixed() {
    return Mixed.is(value.get());
  }

  final boolean isSet() {
    return value.get() != null;
  }

  /// Whether unsetting it would say something else.
  final boolean canReset() {
    return isSet() && !spec.isRequired();
  }

  /// Whether it is set to something that it would not be otherwise.
  final boolean isChanged() {
    return canReset() && !Objects.equals(value.get(), spec.defaultValue());
  }

  /// Unsets it.
  final void reset() {
    if (isSet()) {
      slot.accept(null);
    }
  }

  /// Sets it, where that is news.
  final void commit(ParameterValue newValue) {
    if (!newValue.equals(value.get())) {
      slot.accept(newValue);
    }
  }

  /// Takes what the document says.
  final void update(@Nullable ParameterValue newValue) {
    boolean isNews = !Objects.equals(newValue, value.get());
    value.set(newValue);
    show(isNews);
  }

  /// Brings what is below into line with the value.
  ///
  /// @param isNews whether the value differs from the last
  abstract void show(boolean isNews);

  /// The fields below.
  Stream<FormField> children() {
    return Stream.empty();
  }

  /// Keeps a problem with this field or one below, for `settle`; false for others.
  final boolean offer(Problem problem) {
    String field = problem.field();
    if (!field.startsWith(path)
        || (field.length() > path.length() && ".[".indexOf(field.charAt(path.length())) < 0)) {
      return false;
    }
    if (children().noneMatch(child -> child.offer(problem))) {
      arriving.add(problem);
    }
    return true;
  }

  /// Shows the problems that were offered since the last time, and no others.
  final void settle() {
    problems.set(List.copyOf(arriving));
    arriving.clear();
    children().forEach(FormField::settle);
    settled.set(settled.get() + 1);
  }
}
