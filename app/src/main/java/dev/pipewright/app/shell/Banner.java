package dev.pipewright.app.shell;

import dev.pipewright.nodes.theme.Icons;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A line over the canvas with something that concerns all of it, and what can be done. Where there
/// is little room, its parts stand one below the other.
final class Banner extends HBox {

  private static final double GAP = 8;

  /// What the words are given of a line at least, where they are longer.
  private static final double LEAST_WORDS = 160;

  private final Node icon;
  private final Label title = new Label();
  private final Label words = new Label();
  private final List<Button> buttons;

  /// What a banner is about.
  enum Tone {
    /// Something does not work.
    DANGER,
    /// Something should be decided.
    WARNING,
    /// What is seen is not what it usually is.
    INFO
  }

  /// Something that can be done.
  record Choice(String name, Runnable work) {}

  Banner(Tone tone, String title, String text, List<Choice> choices) {
    String style = tone.name().toLowerCase(Locale.ROOT);
    getStyleClass().addAll("banner", style);
    this.title.setText(title);
    this.title.getStyleClass().add("semibold");
    words.setText(text);
    words.setWrapText(true);
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    icon =
        switch (tone) {
          case DANGER -> Icons.of("mdi2a-alert-circle", "danger-text");
          case WARNING -> Icons.of("mdi2a-alert-outline", "warning-text");
          case INFO -> Icons.of("mdi2h-history", "accent-text");
        };
    buttons = choices.stream().map(Banner::button).toList();
    arrange(false);
    widthProperty().subscribe((before, now) -> fit(now.doubleValue()));
    setMinWidth(0);
  }

  private void fit(double width) {
    boolean isNarrow = width < line();
    if (isNarrow != getStyleClass().contains("stacked")) {
      arrange(isNarrow);
    }
  }

  /// How wide it is with all in one line.
  private double line() {
    double width = icon.prefWidth(-1) + title.prefWidth(-1);
    width += Math.min(LEAST_WORDS, words.prefWidth(-1));
    for (Button button : buttons) {
      width += button.prefWidth(-1) + GAP;
    }
    return width + 3 * GAP + snappedLeftInset() + snappedRightInset();
  }

  private static Button button(Choice choice) {
    Button button = new Button(choice.name());
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> choice.work().run());
    return button;
  }

  private void arrange(boolean isNarrow) {
    title.setWrapText(isNarrow);
    title.setMinWidth(isNarrow ? 0 : USE_PREF_SIZE);
    Pane choices = isNarrow ? new FlowPane(GAP, GAP) : new HBox(GAP);
    choices.getChildren().setAll(buttons);
    Pane parts = isNarrow ? new VBox(6) : new HBox(GAP);
    parts.getChildren().setAll(title, words, choices);
    if (parts instanceof HBox line) {
      line.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(words, Priority.ALWAYS);
    }
    parts.setMinWidth(0);
    HBox.setHgrow(parts, Priority.ALWAYS);
    getStyleClass().remove("stacked");
    if (isNarrow) {
      getStyleClass().add("stacked");
    }
    getChildren().setAll(icon, parts);
  }

  /// Says something else beside its title.
  void say(String text) {
    words.setText(text);
  }
}
