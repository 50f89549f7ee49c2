package dev.pipewright.app.start;

import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// The dots of the canvas behind a small picture of it, as one shape.
public final class DotGrid extends Path {

  private static final double STEP = 16;
  // A line of no length is not drawn.
  private static final double DOT = 0.01;

  /// Dots over this area.
  public DotGrid(double width, double height) {
    getStyleClass().setAll("dot-grid");
    setManaged(false);
    setMouseTransparent(true);
    for (double y = STEP / 2; y < height; y += STEP) {
      for (double x = STEP / 2; x < width; x += STEP) {
        getElements().add(new MoveTo(x, y));
        getElements().add(new LineTo(x + DOT, y));
      }
    }
  }
}
