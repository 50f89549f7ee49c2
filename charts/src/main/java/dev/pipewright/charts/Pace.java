package dev.pipewright.charts;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Lets live data redraw a chart at most four times a second: at once after a rest, else when the
/// quarter is over.
final class Pace {

  private static final Duration QUARTER = Duration.millis(250);

  private final PauseTransition pause = new PauseTransition(QUARTER);
  private final Runnable draw;
  private boolean isDue;

  Pace(Runnable draw) {
    this.draw = draw;
    pause.setOnFinished(
        over -> {
          if (isDue) {
            drawNow();
          }
        });
  }

  /// Says that there is something new to draw.
  void dataChanged() {
    if (pause.getStatus() == PauseTransition.Status.RUNNING) {
      isDue = true;
    } else {
      drawNow();
    }
  }

  void stop() {
    isDue = false;
    pause.stop();
  }

  private void drawNow() {
    isDue = false;
    pause.playFromStart();
    draw.run();
  }
}
