package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RasterTest {

  private static final int WHITE = 0xffffffff;
  private static final int BLACK = 0xff000000;
  private static final int RED = 0xffff0000;

  private static Raster white(int width, int height) {
    Raster raster = new Raster(width, height);
    raster.clear(WHITE);
    return raster;
  }

  // How much black there is, in pixels.
  private static double ink(Raster raster) {
    double ink = 0;
    for (int y = 0; y < raster.height(); y++) {
      for (int x = 0; x < raster.width(); x++) {
        ink += 1 - (raster.pixel(x, y) & 0xff) / 255.0;
      }
    }
    return ink;
  }

  @Test
  void fillsTheWholePixelsOfARectangleWithinThePicture() {
    Raster raster = white(10, 10);
    raster.rect(-5, 7, 8, 20, RED);
    for (int y = 0; y < 10; y++) {
      for (int x = 0; x < 10; x++) {
        assertEquals(x < 3 && y >= 7 ? RED : WHITE, raster.pixel(x, y), x + "," + y);
      }
    }
  }

  @Test
  void laysAThinColorOverWhatIsThere() {
    Raster raster = white(1, 1);
    raster.rect(0, 0, 1, 1, 0x80000000);
    assertEquals(127, raster.pixel(0, 0) & 0xff, 2);
    assertEquals(255, raster.pixel(0, 0) >>> 24, 1);
  }

  @Test
  void leavesOutTheCornersOfABlockThatIsLargeEnough() {
    Raster raster = white(20, 20);
    raster.block(1, 1, 9, 9, RED);
    raster.block(12, 12, 4, 4, RED);
    assertEquals(WHITE, raster.pixel(1, 1));
    assertEquals(RED, raster.pixel(2, 1));
    assertEquals(WHITE, raster.pixel(9, 9));
    assertEquals(RED, raster.pixel(9, 8));
    assertEquals(RED, raster.pixel(12, 12));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 20, 45, 20, 2",
    "5, 20.5, 45, 20.5, 1",
    "45, 10, 5, 40, 1.5",
    "20, 5, 20, 45, 2",
    "10, 45, 25, 5, 0.8",
    "5, 5, 45, 45, 3"
  })
  void aLineCoversItsLengthTimesItsThickness(
      double x1, double y1, double x2, double y2, double thickness) {
    Raster raster = white(50, 50);
    raster.line(x1, y1, x2, y2, thickness, BLACK);
    double length = Math.hypot(x2 - x1, y2 - y1);
    assertEquals(length * thickness, ink(raster), length * thickness * 0.06 + 1);
  }

  @Test
  void linesThatFollowOneAnotherMeetWithoutAGap() {
    Raster raster = white(60, 60);
    raster.cubic(2, 10, 30, 30, 58, 50, 2, BLACK);
    int from = 2;
    for (int x = from; x < 58; x++) {
      double column = 0;
      for (int y = 0; y < 60; y++) {
        column += 1 - (raster.pixel(x, y) & 0xff) / 255.0;
      }
      assertTrue(column > 1.2, "column " + x + " has " + column);
    }
  }

  @Test
  void whatIsOutsideIsLeftOut() {
    Raster raster = white(20, 20);
    raster.line(-50, -50, -10, -20, 3, BLACK);
    raster.cubic(-400, 10, 0, 0, 400, 10, 2, BLACK);
    raster.rect(30, 30, 5, 5, BLACK);
    raster.dots(-3, -3, 40, 1, BLACK);
    assertEquals(40, ink(raster), 2);
  }

  @Test
  void dotsAreRoundAndStandAtEachStep() {
    Raster raster = white(40, 40);
    raster.dots(4, 4, 16, 1, BLACK);
    assertEquals(9 * Math.PI, ink(raster), 3);
    assertEquals(raster.pixel(4, 4), raster.pixel(20, 36));
    assertEquals(WHITE, raster.pixel(12, 12));
  }
}
