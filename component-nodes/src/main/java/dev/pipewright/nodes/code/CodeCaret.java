package dev.pipewright.nodes.code;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/// The caret; it blinks while its field has the keys, and only then.
final class CodeCaret extends Rectangle {

  private static final double WIDTH = 1.5;

  private final Timeline blinking;

  CodeCaret() {
    super(WIDTH, 0);
    getStyleClass().add("code-caret");
    blinking =
        new Timeline(
            new KeyFrame(Duration.ZERO, event -> setOpacity(1)),
            new KeyFrame(Duration.millis(500), event -> setOpacity(0)),
            new KeyFrame(Duration.seconds(1)));
    blinking.setCycleCount(Animation.INDEFINITE);
  }

  /// Begins a blink, by being seen.
  void start() {
    blinking.playFromStart();
  }

  void stop() {
    blinking.stop();
  }

  /// Stands at the left of a box.
  void stand(Rectangle2D box) {
    setX(Math.round(box.getMinX()) - 0.5);
    setY(box.getMinY());
    setHeight(box.getHeight());
  }
}
