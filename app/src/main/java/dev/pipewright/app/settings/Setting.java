package dev.pipewright.app.settings;

import dev.pipewright.app.text.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// One thing that a person can choose. JavaFX thread only.
///
/// @param <T> the type of its values
public final class Setting<T> {

  private static final Texts TEXTS = Texts.of(Setting.class);

  /// Where the settings page has it.
  public enum Section {
    /// How the window looks.
    APPEARANCE,
    /// How one edits.
    EDITING,
    /// What the engine may take.
    ENGINE;

    /// What people call it.
    public String title() {
      return TEXTS.get("section." + name());
    }
  }

  private final String id;
  private final Section section;
  private final Kind<T> kind;
  private final T usual;
  private final ObjectProperty<T> value;

  Setting(String id, Section section, Kind<T> kind, T usual) {
    this.id = id;
    this.section = section;
    this.kind = kind;
    this.usual = usual;
    this.value = new SimpleObjectProperty<>(this, id, usual);
  }

  /// Its name in the settings file.
  public String id() {
    return id;
  }

  /// Where the settings page has it.
  public Section section() {
    return section;
  }

  /// What values it may have.
  public Kind<T> kind() {
    return kind;
  }

  /// What people call it.
  public String name() {
    return TEXTS.get("setting." + id);
  }

  /// What it does, in a sentence or two.
  public String help() {
    return TEXTS.get("setting." + id + ".help");
  }

  /// What people call one of its words.
  public String word(String choice) {
    return TEXTS.get("setting." + id + "." + choice);
  }

  /// What a new user has.
  public T usual() {
    return usual;
  }

  /// What is chosen.
  public ObjectProperty<T> value() {
    return value;
  }

  /// What is chosen now.
  public T get() {
    return value.get();
  }

  /// Whether something else than usual is chosen.
  public ObservableValue<Boolean> isChanged() {
    return value.map(now -> !usual.equals(now));
  }

  /// Goes back to what is usual.
  public void reset() {
    value.set(usual);
  }
}
