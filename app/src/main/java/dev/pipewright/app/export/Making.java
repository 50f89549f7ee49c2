package dev.pipewright.app.export;

import dev.pipewright.canvas.Gradual;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Makes something in parts, one in each frame, so that the window stays alive.
///
/// @param <T> what is made
final class Making<T> extends AnimationTimer {

  // As long as a person does not feel.
  private static final Duration PART = Duration.ofMillis(50);

  private final Gradual<T> work;
  private final DoubleConsumer progress;
  private final Consumer<T> made;

  /// @param progress told how much of it is made, from 0 to 1
  /// @param made takes it
  Making(Gradual<T> work, DoubleConsumer progress, Consumer<T> made) {
    this.work = work;
    this.progress = progress;
    this.made = made;
  }

  @Override
  public void handle(long now) {
    // What fails is not tried again in each frame.
    stop();
    if (work.goOn(PART)) {
      // No dialog opens within a frame.
      Platform.runLater(() -> made.accept(work.made()));
    } else {
      progress.accept(work.progress());
      start();
    }
  }
}
