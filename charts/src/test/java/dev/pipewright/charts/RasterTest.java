package dev.pipewright.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.charts.Pen.Mark;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RasterTest {

  private static final int RED = 0xffff0000;

  private final Raster raster = new Raster(6);

  @Test
  void coversPixelsByTheirDistance() {
    raster.resize(8, 7);
    raster.begin(2);
    raster.move(1, 3.5);
    raster.line(7, 3.5);
    raster.ink(RED);

    assertArrayEquals(new int[] {0, 0, 128, 255, 128, 0, 0}, alphasOfColumn(4));
  }

  @Test
  void doesNotDarkenWhereAStrokeCrossesItself() {
    raster.resize(9, 9);
    raster.begin(3);
    raster.move(0, 4.5);
    raster.line(9, 4.5);
    raster.move(4.5, 0);
    raster.line(4.5, 9);
    raster.line(4.5, 0);
    raster.ink(0x40ff0000);

    assertEquals(0x40, alpha(4, 4));
    assertEquals(alpha(1, 4), alpha(4, 4));
  }

  @Test
  void laysOneColourOverAnother() {
    raster.resize(3, 3);
    dot(0xff0000ff);
    dot(0x80ff0000);

    assertEquals(0xff80007f, raster.pixels()[4]);
  }

  @Test
  void keepsPixelsPremultiplied() {
    raster.resize(3, 3);
    dot(0x80ff0000);

    assertEquals(0x80800000, raster.pixels()[4]);
  }

  @Test
  void drawsADotWhereALineHasNoLength() {
    raster.resize(5, 5);
    raster.begin(3);
    raster.move(2.5, 2.5);
    raster.line(2.5, 2.5);
    raster.ink(RED);

    assertEquals(255, alpha(2, 2));
    assertEquals(alpha(2, 1), alpha(1, 2));
    assertEquals(0, alpha(0, 0));
  }

  @Test
  void isTheSameInEveryDirection() {
    Random random = new Random(9);
    for (int round = 0; round < 100; round++) {
      double ax = 20 * random.nextDouble();
      double ay = 20 * random.nextDouble();
      double bx = 20 * random.nextDouble();
      double by = 20 * random.nextDouble();
      int[] forth = line(ax, ay, bx, by);
      int[] back = line(bx, by, ax, ay);
      int[] turned = line(ay, ax, by, bx);

      for (int index = 0; index < forth.length; index++) {
        int mirrored = index % 20 * 20 + index / 20;
        assertEquals(forth[index] >>> 24, back[index] >>> 24, 1);
        assertEquals(forth[index] >>> 24, turned[mirrored] >>> 24, 1);
      }
    }
  }

  @Test
  void cutsOffWhatIsOutsideWithoutBendingIt() {
    int[] far = line(-1e7, -1e7, 1e7, 1e7);

    assertEquals(255, far[10 * 20 + 10] >>> 24);
    assertEquals(0, far[10 * 20 + 13]);
    assertEquals(0, IntStream.of(line(-50, -5, 50, -5)).sum());
  }

  @Test
  void fillsDownToTheGround() {
    raster.resize(4, 6);
    raster.begin(0);
    raster.belowPen().move(0, 1);
    raster.belowPen().line(2, 3);
    raster.belowPen().line(4, 3);
    raster.ink(RED);

    assertArrayEquals(new int[] {0, 128, 255, 255, 255, 255}, alphasOfColumn(0));
    assertArrayEquals(new int[] {0, 0, 0, 255, 255, 255}, alphasOfColumn(2));
  }

  @Test
  void marksWhatCannotBeDrawnAtTheEdge() {
    raster.resize(30, 20);
    raster.begin(1);
    raster.mark(5, Mark.ABOVE);
    raster.mark(15, Mark.BELOW);
    raster.mark(25, Mark.NAN);
    raster.ink(RED);

    assertEquals(255, alpha(4, 5));
    assertEquals(0, alpha(4, 18));
    assertEquals(255, alpha(14, 15));
    assertEquals(255, alpha(24, 18));
    assertEquals(0, alpha(24, 5));
  }

  @Test
  void isEmptyAfterClearing() {
    raster.resize(3, 3);
    dot(RED);
    raster.clear();

    assertEquals(0, IntStream.of(raster.pixels()).sum());
  }

  private int[] line(double ax, double ay, double bx, double by) {
    Raster small = new Raster(6);
    small.resize(20, 20);
    small.begin(1.5);
    small.move(ax, ay);
    small.line(bx, by);
    small.ink(RED);
    return small.pixels();
  }

  private void dot(int argb) {
    raster.begin(6);
    raster.move(1.5, 1.5);
    raster.line(1.5, 1.5);
    raster.ink(argb);
  }

  private int alpha(int x, int y) {
    return raster.pixels()[y * raster.width() + x] >>> 24;
  }

  private int[] alphasOfColumn(int x) {
    return IntStream.range(0, raster.height()).map(y -> alpha(x, y)).toArray();
  }
}
