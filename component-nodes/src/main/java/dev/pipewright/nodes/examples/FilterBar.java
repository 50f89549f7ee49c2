package dev.pipewright.nodes.examples;

import dev.pipewright.nodes.code.CodeField;
import dev.pipewright.nodes.code.CodeLanguage;
import dev.pipewright.nodes.examples.FilterCompletion.Completion;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.ParameterException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// The field of the filter: asked while it is typed, with completion, what is wrong with it, and
/// the filters before.
final class FilterBar extends HBox {

  private static final Duration PAUSE = Duration.millis(250);
  private static final int KEPT = 12;
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final ExamplesModel model;
  private final CodeField field = new CodeField(CodeLanguage.FILTER, CodeField.Lines.ONE);
  private final Label state = new Label();
  private final Button history = button("mdi2h-history", "history");
  private final Button clear = button("mdi2c-close", "filter.clear");
  private final CompletionPopup popup = new CompletionPopup(field, this::put);
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private final List<String> before = new ArrayList<>();
  private final Runnable onLeft;
  private final Consumer<String> onMistake;
  private boolean isPut;

  /// @param onMistake told what is wrong with what was typed; nothing where nothing is
  /// @param onLeft the keys are wanted elsewhere
  FilterBar(ExamplesModel model, Consumer<String> onMistake, Runnable onLeft) {
    this.model = model;
    this.onMistake = onMistake;
    this.onLeft = onLeft;
    getStyleClass().addAll("icon-field", "filter-field");
    field.setPromptText(Messages.text("filter.prompt"));
    field.setAccessibleText(Messages.text("filter"));
    field.setReader(model::read);
    HBox.setHgrow(field, Priority.ALWAYS);
    state.getStyleClass().add("filter-state");
    state.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(Icons.of("mdi2f-filter-variant"), field, state, history, clear);
    field.textProperty().subscribe(text -> typed());
    field
        .focusedProperty()
        .subscribe(
            isFocused -> {
              if (!isFocused) {
                popup.hide();
              }
            });
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    pause.setOnFinished(event -> ask());
    clear.setOnAction(
        event -> {
          set("");
          field.requestFocus();
        });
    history.setOnAction(event -> showHistory());
    describe("");
  }

  private static Button button(String icon, String key) {
    Button button = new Button("", Icons.of(icon));
    button.getStyleClass().addAll("flat", "icon-button", "small");
    button.setAccessibleText(Messages.text(key));
    button.setTooltip(new Tooltip(Messages.text(key)));
    return button;
  }

  String text() {
    return field.getText();
  }

  void focus() {
    field.requestFocus();
    field.selectAll();
  }

  /// Puts a filter in, and asks it at once.
  void set(String text) {
    isPut = true;
    field.setText(text);
    field.end();
    isPut = false;
    popup.hide();
    ask();
  }

  /// Asks for the same once more: there are other features.
  void again() {
    field.setReader(model::read);
    ask();
  }

  private void typed() {
    clear.setDisable(field.getText().isEmpty());
    if (isPut) {
      return;
    }
    pause.playFromStart();
    // The caret comes after the text.
    Platform.runLater(this::offer);
  }

  private void offer() {
    String typed = field.getText().substring(0, field.getCaretPosition());
    boolean isInside =
        field.getCaretPosition() < field.getLength()
            && Character.isLetterOrDigit(field.getText().charAt(field.getCaretPosition()));
    popup.offer(
        isInside
            ? List.of()
            : FilterCompletion.at(typed, model.features(), model.distributions().get()));
  }

  private void put(Completion completion) {
    int caret = field.getCaretPosition();
    isPut = true;
    field.replaceText(completion.from(), caret, completion.text());
    isPut = false;
    field.positionCaret(completion.from() + completion.text().length());
    pause.playFromStart();
    clear.setDisable(false);
    offer();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
      offer();
    } else if (popup.takes(event)) {
      event.consume();
      return;
    } else if (event.getCode() == KeyCode.ENTER) {
      popup.hide();
      ask();
      remember();
    } else if (event.getCode() == KeyCode.DOWN) {
      popup.hide();
      onLeft.run();
    } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
      set("");
    } else {
      return;
    }
    event.consume();
  }

  private void ask() {
    pause.stop();
    String text = field.getText();
    try {
      model.filter(text);
      describe("");
    } catch (ParameterException e) {
      describe(e.what() + " " + e.fix());
    }
  }

  private void describe(String mistake) {
    boolean isWrong = !mistake.isEmpty();
    boolean isEmpty = field.getText().isBlank();
    pseudoClassStateChanged(WRONG, isWrong);
    state.pseudoClassStateChanged(WRONG, isWrong);
    state.setVisible(!isEmpty);
    state.setManaged(!isEmpty);
    state.setText(Messages.text(isWrong ? "filter.wrong" : "filter.valid"));
    state.setGraphic(
        Icons.of(isWrong ? "mdi2a-alert-circle-outline" : "mdi2c-check-circle-outline", "icon-14"));
    clear.setDisable(field.getText().isEmpty());
    onMistake.accept(mistake);
  }

  /// Keeps the filter that is asked among those before.
  void remember() {
    String text = model.query().get().text();
    if (!text.isEmpty()) {
      before.remove(text);
      before.addFirst(text);
      if (before.size() > KEPT) {
        before.removeLast();
      }
    }
  }

  private void showHistory() {
    remember();
    ContextMenu menu = new ContextMenu();
    for (String text : before) {
      MenuItem item = new MenuItem(text);
      item.setMnemonicParsing(false);
      item.getStyleClass().add("mono");
      item.setOnAction(event -> set(text));
      menu.getItems().add(item);
    }
    if (before.isEmpty()) {
      MenuItem none = new MenuItem(Messages.text("history.none"));
      none.setDisable(true);
      menu.getItems().add(none);
    }
    menu.show(history, Side.BOTTOM, 0, 4);
  }
}
