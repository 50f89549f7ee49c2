package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// An object whose keys are free.
final class MapField extends FormField {

  private final ParameterType type;
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  private final ObservableList<Entry> readOnly = FXCollections.unmodifiableObservableList(entries);

  /// A key, to be typed, and the field of its value.
  final class Entry {
    private final StringProperty keyText;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final String key;
    private final FormField value;

    private Entry(String key) {
      this.key = key;
      keyText = new SimpleStringProperty(key);
      value =
          FormField.of(
              ParameterSpec.required(spec().name(), type, spec().doc()),
              path() + "." + key,
              v -> change(values -> values.put(key, v == null ? Blank.of(type) : v)));
    }

    StringProperty keyText() {
      return keyText;
    }

    /// What is wrong with the key as it is typed.
    ReadOnlyStringProperty message() {
      return message.getReadOnlyProperty();
    }

    FormField value() {
      return value;
    }

    /// Takes the text as the key.
    void commitKey() {
      String typed = keyText.get().strip();
      if (keyText.get().equals(key) || typed.equals(key)) {
        revertKey();
      } else if (typed.isEmpty() || current().get(typed).isPresent()) {
        message.set(Messages.text(typed.isEmpty() ? "bad.key.empty" : "bad.key.taken", typed));
      } else {
        rename(key, typed);
      }
    }

    void revertKey() {
      keyText.set(key);
      message.set("");
    }

    void remove() {
      change(values -> values.remove(key));
    }
  }

  MapField(
      ParameterSpec spec,
      String path,
      Consumer<@Nullable ParameterValue> slot,
      ParameterType type) {
    super(spec, path, slot);
    this.type = type;
    show(true);
  }

  ObservableList<Entry> entries() {
    return readOnly;
  }

  /// Adds an entry with a key that is free.
  void add() {
    String stem = Messages.text("map.key");
    String key =
        Stream.iterate(1, n -> n + 1)
            .map(n -> n == 1 ? stem : stem + n)
            .filter(k -> current().get(k).isEmpty())
            .findFirst()
            .orElseThrow();
    change(values -> values.put(key, Blank.of(type)));
  }

  @Override
  Stream<FormField> children() {
    return entries.stream().map(Entry::value);
  }

  @Override
  void show(boolean isNews) {
    SequencedMap<String, ParameterValue> values = current().values();
    List<String> keys = List.copyOf(values.keySet());
    if (!keys.equals(entries.stream().map(e -> e.key).toList())) {
      entries.setAll(keys.stream().map(Entry::new).toList());
    }
    entries.forEach(e -> e.value.update(values.get(e.key)));
  }

  private Fields current() {
    return effective().orElse(Fields.EMPTY) instanceof Fields f ? f : Fields.EMPTY;
  }

  private void rename(String from, String to) {
    SequencedMap<String, ParameterValue> renamed = new LinkedHashMap<>();
    current().values().forEach((k, v) -> renamed.put(k.equals(from) ? to : k, v));
    commit(new Fields(renamed));
  }

  private void change(Consumer<SequencedMap<String, ParameterValue>> change) {
    SequencedMap<String, ParameterValue> values = new LinkedHashMap<>(current().values());
    change.accept(values);
    if (values.isEmpty() && !spec().isRequired()) {
      reset();
    } else {
      commit(new Fields(values));
    }
  }
}
