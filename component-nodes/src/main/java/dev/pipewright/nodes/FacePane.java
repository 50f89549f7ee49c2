package dev.pipewright.nodes;

import java.util.Objects;
import javafx.scene.layout.StackPane;

/// Holds what a face shows; brings the style sheet of faces along.
final class FacePane extends StackPane {

  static final String SHEET =
      Objects.requireNonNull(FacePane.class.getResource("faces.css")).toExternalForm();

  FacePane() {
    getStyleClass().add("face");
    // Not a user agent's sheet: it has to win over what the theme says of all labels and icons.
    getStylesheets().add(SHEET);
  }
}
