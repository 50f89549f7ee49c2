package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.app.settings.Settings;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {

  private static final Rectangle2D LEFT = new Rectangle2D(-1280, 0, 1280, 1024);
  private static final Rectangle2D MAIN = new Rectangle2D(0, 27, 1920, 1053);

  private static Optional<Rectangle2D> screen(double x, double y, Rectangle2D... screens) {
    return Placement.screen(new Settings.Window(x, y, 1000, 700, false), List.of(screens));
  }

  @Test
  void comesBackOnTheScreenItWasOn() {
    assertEquals(Optional.of(MAIN), screen(100, 100, MAIN, LEFT));
    assertEquals(Optional.of(LEFT), screen(-1200, 100, MAIN, LEFT));
  }

  @ParameterizedTest
  @CsvSource({"-1200, 100", "2500, 100", "100, 1070", "100, -300", "-950, 100", "1880, 100"})
  void isBroughtBackFromWhereNobodyReachesIt(double x, double y) {
    assertEquals(Optional.empty(), screen(x, y, MAIN));
  }

  @Test
  void mayStandOutAtTheSidesAndBelow() {
    assertEquals(Optional.of(MAIN), screen(-800, 100, MAIN));
    assertEquals(Optional.of(MAIN), screen(1700, 900, MAIN));
  }

  @Test
  void standsInTheMiddleTheFirstTime() {
    assertEquals(Optional.empty(), Placement.screen(Settings.Window.DEFAULT, List.of(MAIN, LEFT)));
  }
}
