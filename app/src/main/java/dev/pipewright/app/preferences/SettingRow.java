package dev.pipewright.app.preferences;

import dev.pipewright.app.settings.Kind;
import dev.pipewright.app.settings.Setting;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A setting: its name with a mark where it was changed, what it does, what is chosen, and the way
/// back.
final class SettingRow<T> extends HBox {

  private static final Texts TEXTS = Texts.of(SettingRow.class);

  private final Setting<T> setting;
  private final Node control;

  SettingRow(Setting<T> setting) {
    this.setting = setting;
    this.control = Choosers.of(setting);
    getStyleClass().add("settings-row");
    setId("setting-" + setting.id().replace('.', '-'));
    Label name = new Label(setting.name());
    name.getStyleClass().add("medium");
    Region mark = new Region();
    mark.getStyleClass().add("settings-mark");
    mark.visibleProperty().bind(setting.isChanged());
    HBox first = new HBox(name, mark);
    first.getStyleClass().add("settings-name");
    Label help = new Label(setting.help());
    help.getStyleClass().addAll("caption", "muted");
    help.setWrapText(true);
    help.setMinHeight(USE_PREF_SIZE);
    VBox words = new VBox(first, help);
    words.getStyleClass().add("settings-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().setAll(words, control, reset());
  }

  private Button reset() {
    Button reset = new Button(null, Icons.of("mdi2u-undo-variant"));
    reset.getStyleClass().addAll("flat", "small", "icon-button");
    reset.setAccessibleText(TEXTS.get("reset") + ": " + setting.name());
    reset.setTooltip(new Tooltip(TEXTS.get("reset.to", usual(setting))));
    reset.setOnAction(event -> setting.reset());
    reset.visibleProperty().bind(setting.isChanged());
    return reset;
  }

  private static <T> String usual(Setting<T> setting) {
    return switch (setting.kind()) {
      case Kind.Switch() -> TEXTS.get(setting.usual().equals(true) ? "switch.on" : "switch.off");
      case Kind.Whole whole when setting.usual().equals(0) && !whole.nothing().isEmpty() ->
          Choosers.nothing(whole);
      case Kind.Whole whole -> (setting.usual() + " " + whole.unit()).strip();
      case Kind.Choice choice -> setting.word(setting.usual().toString());
      case Kind.Language language -> Choosers.language(setting, setting.usual().toString());
    };
  }

  boolean is(String id) {
    return setting.id().equals(id);
  }

  void focus() {
    control.requestFocus();
  }

  /// Whether it has all words that a person has typed.
  boolean fits(String typed) {
    String all =
        (setting.section().title() + " " + setting.name() + " " + setting.help())
            .toLowerCase(Locale.ROOT);
    return Words.in(all, typed);
  }
}
