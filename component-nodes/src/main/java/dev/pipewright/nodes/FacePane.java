package dev.pipewright.nodes;

import javafx.scene.layout.StackPane;

/// Holds what a face shows. Its looks are in `faces.css`, which the theme gives to the scene.
final class FacePane extends StackPane {

  FacePane() {
    getStyleClass().add("face");
  }
}
