package dev.pipewright.nodes;

import java.util.Objects;
import javafx.scene.layout.StackPane;

/// Holds what a face shows; brings the style sheet of faces along.
final class FacePane extends StackPane {

  private static final String SHEET =
      Objects.requireNonNull(FacePane.class.getResource("faces.css")).toExternalForm();

  FacePane() {
    getStyleClass().add("face");
  }

  @Override
  public String getUserAgentStylesheet() {
    return SHEET;
  }
}
