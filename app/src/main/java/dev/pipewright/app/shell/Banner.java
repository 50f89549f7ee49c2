package dev.pipewright.app.shell;

import dev.pipewright.nodes.theme.Icons;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A line over the canvas with something that concerns all of it, and what can be done.
final class Banner extends HBox {

  /// What a banner is about.
  enum Tone {
    /// Something does not work.
    DANGER,
    /// Something should be decided.
    WARNING
  }

  /// Something that can be done.
  record Choice(String name, Runnable work) {}

  private final Label words = new Label();

  Banner(Tone tone, String title, String text, List<Choice> choices) {
    String style = tone == Tone.DANGER ? "danger" : "warning";
    getStyleClass().addAll("banner", style);
    Label head = new Label(title);
    head.getStyleClass().add("semibold");
    head.setMinWidth(USE_PREF_SIZE);
    words.setText(text);
    words.setWrapText(true);
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren()
        .setAll(
            Icons.of(
                tone == Tone.DANGER ? "mdi2a-alert-circle" : "mdi2a-alert-outline",
                style + "-text"),
            head,
            words);
    for (Choice choice : choices) {
      Button button = new Button(choice.name());
      button.getStyleClass().add("small");
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(event -> choice.work().run());
      getChildren().add(button);
    }
  }

  /// Says something else beside its title.
  void say(String text) {
    words.setText(text);
  }
}
