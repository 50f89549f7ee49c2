package dev.pipewright.app.preferences;

import dev.pipewright.app.settings.Kind;
import dev.pipewright.app.settings.Languages;
import dev.pipewright.app.settings.Preferences;
import dev.pipewright.app.settings.Setting;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/// Controls that settings are chosen with.
final class Choosers {

  private static final Texts TEXTS = Texts.of(Choosers.class);
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
  private static final int FEW = 3;

  private Choosers() {}

  /// The control of a setting.
  @SuppressWarnings("unchecked") // A kind has the type of its setting.
  static <T> Node of(Setting<T> setting) {
    return switch (setting.kind()) {
      case Kind.Switch() -> onOff((Setting<Boolean>) setting);
      case Kind.Whole whole -> number((Setting<Integer>) setting, whole);
      case Kind.Choice(List<String> words) -> words(words, (Setting<String>) setting);
      case Kind.Language language -> languages((Setting<String>) setting);
    };
  }

  private static Node onOff(Setting<Boolean> setting) {
    CheckBox box = new CheckBox();
    box.textProperty()
        .bind(box.selectedProperty().map(is -> TEXTS.get(is ? "switch.on" : "switch.off")));
    box.setAccessibleText(setting.name());
    box.setMinWidth(CheckBox.USE_PREF_SIZE);
    setting.value().subscribe(box::setSelected);
    box.selectedProperty().subscribe(now -> setting.value().set(now));
    return box;
  }

  private static Node words(List<String> words, Setting<String> setting) {
    if (words.size() > FEW) {
      return list(words, setting, setting::word);
    }
    HBox segments = new HBox();
    segments.getStyleClass().add("segments");
    segments.setMaxHeight(HBox.USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    for (String word : words) {
      ToggleButton button = new ToggleButton(setting.word(word));
      button.setToggleGroup(group);
      button.setMinWidth(ToggleButton.USE_PREF_SIZE);
      button.setAccessibleText(setting.name() + ": " + setting.word(word));
      button.setOnAction(
          event -> {
            setting.value().set(word);
            button.setSelected(true);
          });
      setting.value().subscribe(now -> button.setSelected(now.equals(word)));
      segments.getChildren().add(button);
    }
    return segments;
  }

  private static Node languages(Setting<String> setting) {
    return list(Languages.installed(), setting, code -> language(setting, code));
  }

  static String language(Setting<?> setting, String code) {
    return code.equals(Preferences.SYSTEM) ? setting.word(code) : Languages.name(code);
  }

  private static Node list(
      List<String> words, Setting<String> setting, Function<String, String> name) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(words);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String word) {
            return word == null ? "" : name.apply(word);
          }

          @Override
          public String fromString(String text) {
            throw new UnsupportedOperationException(text);
          }
        });
    box.setAccessibleText(setting.name());
    box.setMinWidth(ComboBox.USE_PREF_SIZE);
    setting.value().subscribe(box::setValue);
    box.valueProperty().subscribe((before, now) -> setting.value().set(now));
    return box;
  }

  /// What 0 means.
  static String nothing(Kind.Whole kind) {
    return TEXTS.get(kind.nothing());
  }

  private static Node number(Setting<Integer> setting, Kind.Whole kind) {
    TextField field = new TextField();
    field.getStyleClass().addAll("settings-number", "mono");
    field.setAccessibleText(setting.name());
    String range = TEXTS.get("range", kind.least(), kind.most());
    Tooltip tip = new Tooltip(range);
    field.setTooltip(tip);
    if (!kind.nothing().isEmpty()) {
      field.setPromptText(nothing(kind));
    }
    ObjectProperty<Integer> value = setting.value();
    Runnable show =
        () -> {
          boolean isNothing = value.get() == 0 && !kind.nothing().isEmpty();
          field.setText(isNothing ? "" : value.get().toString());
          field.pseudoClassStateChanged(ERROR, false);
        };
    value.subscribe(show);
    show.run();
    field
        .textProperty()
        .subscribe(
            (before, typed) -> {
              Integer number = parsed(typed, kind);
              field.pseudoClassStateChanged(ERROR, number == null);
            });
    Runnable take =
        () -> {
          Integer number = parsed(field.getText(), kind);
          if (number != null) {
            value.set(number);
          }
          show.run();
        };
    field.setOnAction(event -> take.run());
    field
        .focusedProperty()
        .subscribe(
            (before, isFocused) -> {
              if (!isFocused) {
                take.run();
              }
            });
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            step(value, kind, event.getCode() == KeyCode.UP ? 1 : -1);
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE) {
            show.run();
            event.consume();
          }
        });
    Label unit = new Label(kind.unit());
    unit.getStyleClass().addAll("muted", "settings-unit");
    HBox box =
        new HBox(
            button("mdi2m-minus", "less", setting, kind, -1),
            field,
            unit,
            button("mdi2p-plus", "more", setting, kind, 1));
    box.getStyleClass().add("settings-stepper");
    box.focusedProperty().subscribe(isFocused -> focus(isFocused, field));
    return box;
  }

  private static void focus(boolean isFocused, TextField field) {
    if (isFocused) {
      field.requestFocus();
    }
  }

  private static Button button(
      String icon, String key, Setting<Integer> setting, Kind.Whole kind, int steps) {
    Button button = new Button(null, Icons.of(icon));
    button.getStyleClass().addAll("icon-button");
    button.setAccessibleText(setting.name() + ": " + TEXTS.get(key));
    button.setOnAction(event -> step(setting.value(), kind, steps));
    return button;
  }

  private static void step(ObjectProperty<Integer> value, Kind.Whole kind, int steps) {
    int now = value.get();
    boolean isNothing = now == 0 && !kind.nothing().isEmpty();
    if (isNothing) {
      value.set(steps > 0 ? kind.least() : 0);
      return;
    }
    int next = now + steps * kind.step();
    boolean isBelow = next < kind.least();
    value.set(
        isBelow && !kind.nothing().isEmpty() ? 0 : Math.clamp(next, kind.least(), kind.most()));
  }

  /// @return null when it is no number that may be
  private static @org.jspecify.annotations.Nullable Integer parsed(String typed, Kind.Whole kind) {
    if (typed.isBlank()) {
      return kind.nothing().isEmpty() ? null : 0;
    }
    try {
      int number = Integer.parseInt(typed.strip());
      return kind.isAllowed(number) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
