package dev.pipewright.nodes.form;

import dev.pipewright.nodes.code.CodeField;
import dev.pipewright.nodes.code.CodeLanguage;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// Where a value is typed: in a line, or, for code, in a field that colours it. Enter, or leaving
/// it, commits; Escape takes back what was typed. JSON takes several lines, the second by
/// Shift+Enter or pasting; there Enter with Ctrl commits.
final class TextEditor extends StackPane {

  private final TextualField field;
  private final TextInputControl control;

  TextEditor(TextualField field, PathChooser chooser) {
    this.field = field;
    getStyleClass().add("text-editor");
    setMaxWidth(Double.MAX_VALUE);
    control = field.language().map(this::code).orElseGet(this::line);
    control.textProperty().bindBidirectional(field.text());
    field.value().subscribe(now -> control.setPromptText(field.prompt()));
    control.focusedProperty().subscribe(this::focused);
    control.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    getChildren().add(control);
    if (field.spec().type() instanceof ParameterType.PathName(var role)) {
      browse(role, chooser);
    } else if (!field.spec().unit().isEmpty()) {
      unit();
    }
  }

  /// What takes the focus.
  TextInputControl control() {
    return control;
  }

  private TextInputControl line() {
    TextField line = new TextField();
    line.setPrefColumnCount(8);
    if (!(field.spec().type() instanceof ParameterType.Text
        || field.spec().type() instanceof ParameterType.PathName)) {
      line.getStyleClass().add("mono");
    }
    return line;
  }

  private TextInputControl code(CodeLanguage language) {
    boolean isOne = language == CodeLanguage.EXPRESSION;
    return new CodeField(language, isOne ? CodeField.Lines.ONE : CodeField.Lines.MANY);
  }

  private void commit() {
    field.commit();
    if (field.isClean() && control instanceof CodeField code) {
      // What is taken back from here on is the pipeline's edit.
      code.forget();
    }
  }

  private void focused(boolean isFocused) {
    if (!isFocused) {
      commit();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !field.isClean()) {
      field.revert();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && isDone(event)) {
      commit();
      event.consume();
    } else if (isStep(event) && field.step(steps(event))) {
      control.end();
      event.consume();
    }
  }

  /// JSON goes on by Shift+Enter, and once it has lines by Enter.
  private boolean isDone(KeyEvent event) {
    boolean takesLines = control instanceof CodeField code && code.mode() == CodeField.Lines.MANY;
    boolean goesOn = event.isShiftDown() || control.getText().indexOf('\n') >= 0;
    return event.isShortcutDown() || !takesLines || !goesOn;
  }

  private static boolean isStep(KeyEvent event) {
    return !event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN);
  }

  private static long steps(KeyEvent event) {
    long size = event.isShiftDown() ? 10 : 1;
    return event.getCode() == KeyCode.UP ? size : -size;
  }

  /// Offers texts to be taken for what is typed: those that hold it, all where it is one of them.
  void offer(ObservableValue<List<String>> texts) {
    Button open = Buttons.icon("mdi2c-chevron-down", Messages.text("features"), () -> {});
    open.getStyleClass().add("feature-button");
    open.setFocusTraversable(false);
    open.setOnAction(event -> menu(texts.getValue()).show(control, Side.BOTTOM, 0, 2));
    control.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.isAltDown() && event.getCode() == KeyCode.DOWN && open.isVisible()) {
            open.fire();
            event.consume();
          }
        });
    setAlignment(open, Pos.CENTER_RIGHT);
    setMargin(open, new Insets(0, 2, 0, 0));
    texts.subscribe(
        now -> {
          open.setVisible(!now.isEmpty());
          keepFree(now.isEmpty() ? 0 : 20);
        });
    getChildren().add(open);
  }

  private ContextMenu menu(List<String> texts) {
    String typed = field.text().get().strip().toLowerCase(Locale.ROOT);
    List<String> fitting =
        texts.stream().filter(text -> text.toLowerCase(Locale.ROOT).contains(typed)).toList();
    boolean isChosen = texts.contains(field.text().get().strip());
    ContextMenu menu = new ContextMenu();
    for (String text : isChosen || fitting.isEmpty() ? texts : fitting) {
      MenuItem item = new MenuItem(text);
      // An underscore is no mnemonic here.
      item.setMnemonicParsing(false);
      item.setOnAction(
          event -> {
            field.text().set(text);
            commit();
          });
      menu.getItems().add(item);
    }
    return menu;
  }

  private void unit() {
    Label unit = new Label(field.spec().unit());
    unit.getStyleClass().add("form-unit");
    unit.setMouseTransparent(true);
    setAlignment(unit, Pos.CENTER_RIGHT);
    unit.widthProperty().subscribe(width -> keepFree(width.doubleValue()));
    getChildren().add(unit);
  }

  private void browse(ParameterType.PathName.Role role, PathChooser chooser) {
    Button browse =
        Buttons.icon(
            "mdi2f-folder-open-outline",
            Messages.text("browse", Labels.words(field.spec().name()).toLowerCase(Locale.ROOT)),
            () ->
                chooser
                    .choose(role, field.text().get(), getScene().getWindow())
                    .ifPresent(
                        path -> {
                          field.text().set(path);
                          commit();
                        }));
    setAlignment(browse, Pos.CENTER_RIGHT);
    setMargin(browse, new Insets(0, 2, 0, 0));
    keepFree(20);
    getChildren().add(browse);
  }

  /// Keeps the text off what stands over the right end.
  private void keepFree(double width) {
    control.setStyle("-fx-padding: 0 " + (width + 8) + "px 0 8px;");
  }
}
