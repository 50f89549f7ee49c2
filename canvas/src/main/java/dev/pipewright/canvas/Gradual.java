package dev.pipewright.canvas;

import java.time.Duration;

/// Something that is made in parts, so that a window stays alive meanwhile. JavaFX thread only.
///
/// @param <T> what is made
public interface Gradual<T> {

  /// Goes on for about so long.
  ///
  /// @return whether it is made
  boolean goOn(Duration time);

  /// How much of it is made, from 0 to 1.
  double progress();

  /// What was made.
  ///
  /// @throws IllegalStateException before it is
  T made();

  /// Makes all of it at once.
  default T all() {
    while (!goOn(Duration.ofSeconds(1))) {
      // On and on.
    }
    return made();
  }
}
