package dev.pipewright.app.shell;

import dev.pipewright.app.settings.Settings;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/// Where a window comes back: screens may have been taken away since, or have become smaller.
final class Placement {

  /// So much of the line by which a window is moved must be seen.
  private static final double GRIP_WIDTH = 120;

  private static final double GRIP_HEIGHT = 32;

  private Placement() {}

  /// The screen on which a window can be reached; empty where it is to stand in the middle of the
  /// first.
  ///
  /// @param screens what can be used of each screen
  static Optional<Rectangle2D> screen(Settings.Window window, List<Rectangle2D> screens) {
    if (Double.isNaN(window.x()) || Double.isNaN(window.y())) {
      return Optional.empty();
    }
    Rectangle2D grip = new Rectangle2D(window.x(), window.y(), window.width(), GRIP_HEIGHT);
    return screens.stream().filter(screen -> isReached(grip, screen)).findFirst();
  }

  private static boolean isReached(Rectangle2D grip, Rectangle2D screen) {
    double width =
        Math.min(grip.getMaxX(), screen.getMaxX()) - Math.max(grip.getMinX(), screen.getMinX());
    boolean isBelowTheTop = grip.getMinY() >= screen.getMinY() - 1;
    boolean isAboveTheEnd = grip.getMaxY() <= screen.getMaxY();
    return width >= GRIP_WIDTH && isBelowTheTop && isAboveTheEnd;
  }
}
