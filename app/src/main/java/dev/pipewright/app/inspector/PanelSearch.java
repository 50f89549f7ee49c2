package dev.pipewright.app.inspector;

import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.form.ParameterForm;
import dev.pipewright.nodes.theme.Icons;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A field above the parameters that leaves those a person looks for. It takes no room until its
/// button is pressed; Escape gives all parameters back.
final class PanelSearch extends HBox {

  private static final Texts TEXTS = Texts.of(PanelSearch.class);

  private final TextField field = new TextField();
  private final ToggleButton button = new ToggleButton(null, Icons.of("mdi2m-magnify"));

  /// @param panel what is searched
  PanelSearch(ParameterForm panel) {
    getStyleClass().add("panel-search");
    field.setPromptText(TEXTS.get("search"));
    field.setAccessibleText(TEXTS.get("search"));
    field.getStyleClass().add("small");
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox box = new HBox(Icons.of("mdi2m-magnify"), field);
    box.getStyleClass().addAll("icon-field", "small");
    HBox.setHgrow(box, Priority.ALWAYS);
    getChildren().setAll(box);
    button.getStyleClass().addAll("flat", "small", "icon-button", "panel-search-button");
    button.setTooltip(new Tooltip(TEXTS.get("search")));
    button.setAccessibleText(TEXTS.get("search"));
    visibleProperty().bind(button.selectedProperty());
    managedProperty().bind(button.selectedProperty());
    button.selectedProperty().subscribe((before, isOpen) -> opened(isOpen));
    field.textProperty().subscribe((before, typed) -> panel.filter(typed));
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /// Opens and closes it.
  ToggleButton button() {
    return button;
  }

  private void opened(boolean isOpen) {
    if (isOpen) {
      field.requestFocus();
    } else {
      field.clear();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      button.setSelected(false);
      event.consume();
    }
  }
}
