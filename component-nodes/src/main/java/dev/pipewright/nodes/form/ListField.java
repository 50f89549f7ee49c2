package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ParameterValue.Items;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A list. An item's field belongs to its place: where an item goes, those below move up.
final class ListField extends FormField {

  private final ParameterType element;
  private final ObservableList<FormField> items = FXCollections.observableArrayList();
  private final ObservableList<FormField> readOnly =
      FXCollections.unmodifiableObservableList(items);

  ListField(
      ParameterSpec spec,
      String path,
      Consumer<@Nullable ParameterValue> slot,
      ParameterType element) {
    super(spec, path, slot);
    this.element = element;
    show(true);
  }

  ParameterType element() {
    return element;
  }

  ObservableList<FormField> items() {
    return readOnly;
  }

  /// Adds an item at the end, with the simplest value there is.
  void add() {
    change(values -> values.add(Blank.of(element)));
  }

  void remove(int index) {
    change(values -> values.remove(index));
  }

  /// Moves an item to another place.
  void move(int from, int to) {
    if (to >= 0 && to < items.size()) {
      change(values -> values.add(to, values.remove(from)));
    }
  }

  @Override
  Stream<FormField> children() {
    return items.stream();
  }

  @Override
  void show(boolean isNews) {
    List<ParameterValue> values = current();
    if (items.size() > values.size()) {
      items.remove(values.size(), items.size());
    }
    for (int i = items.size(); i < values.size(); i++) {
      items.add(item(i));
    }
    for (int i = 0; i < values.size(); i++) {
      items.get(i).update(values.get(i));
    }
  }

  private FormField item(int index) {
    return FormField.of(
        ParameterSpec.required(spec().name(), element, spec().doc()),
        path() + "[" + index + "]",
        value -> change(values -> values.set(index, value == null ? Fields.EMPTY : value)));
  }

  private List<ParameterValue> current() {
    return effective().orElse(ParameterValue.NULL) instanceof Items(var values)
        ? values
        : List.of();
  }

  private void change(Consumer<List<ParameterValue>> change) {
    List<ParameterValue> values = new ArrayList<>(current());
    change.accept(values);
    Items changed = new Items(values);
    if (changed.equals(spec().defaultValue()) || (values.isEmpty() && canBeLeftOut())) {
      reset();
    } else {
      commit(changed);
    }
  }

  private boolean canBeLeftOut() {
    return !spec().isRequired() && spec().defaultValue() == null;
  }
}
