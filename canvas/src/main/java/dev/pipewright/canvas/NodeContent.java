package dev.pipewright.canvas;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What stands on a node's card beside its title and ports. The view asks for it when the card is
/// first seen, follows its properties, and disposes of it when the node leaves the document or
/// changes its kind. JavaFX thread only.
public final class NodeContent {

  private final ObjectProperty<@Nullable Node> icon = new SimpleObjectProperty<>(this, "icon");
  private final ObjectProperty<@Nullable Node> preview =
      new SimpleObjectProperty<>(this, "preview");
  private final ObjectProperty<@Nullable Node> chip = new SimpleObjectProperty<>(this, "chip");
  private final ObjectProperty<@Nullable Node> meta = new SimpleObjectProperty<>(this, "meta");
  private final ObjectProperty<CardState> state =
      new SimpleObjectProperty<>(this, "state", CardState.NORMAL);
  private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress", Double.NaN);
  private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
  private final StringProperty condition = new SimpleStringProperty(this, "condition", "");

  private final Runnable whenGone;

  /// Content that has nothing to let go of.
  public NodeContent() {
    this(() -> {});
  }

  /// Content that lets go of what it listens to.
  ///
  /// @param whenGone run once, when the view needs the content no more
  public NodeContent(Runnable whenGone) {
    this.whenGone = whenGone;
  }

  /// The icon in the header, 16 pixels.
  public ObjectProperty<@Nullable Node> iconProperty() {
    return icon;
  }

  /// What stands between the ports and the footer, as wide as the card less 26 pixels; the card
  /// grows to its preferred height and 4 pixels above and below.
  public ObjectProperty<@Nullable Node> previewProperty() {
    return preview;
  }

  /// The left of the footer: a label of style class `node-chip` and one of `done`, `cached`,
  /// `running`, `failed`, `waiting`. Without chip and meta there is no footer.
  public ObjectProperty<@Nullable Node> chipProperty() {
    return chip;
  }

  /// The right of the footer.
  public ObjectProperty<@Nullable Node> metaProperty() {
    return meta;
  }

  /// How the card is drawn.
  public ObjectProperty<CardState> stateProperty() {
    return state;
  }

  /// How much is done while the state is running, from 0 to 1, or NaN where it cannot be told.
  public DoubleProperty progressProperty() {
    return progress;
  }

  /// What is wrong with the node: a badge on its header has it as its tip; empty for none.
  public StringProperty problemProperty() {
    return problem;
  }

  /// When the node takes part, as a sentence: a mark in its header has it as its tip; empty for
  /// always.
  public StringProperty conditionProperty() {
    return condition;
  }

  void dispose() {
    whenGone.run();
  }
}
