package dev.pipewright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TraceTest {

  private static final int WIDTH = 300;
  private static final int HEIGHT = 120;

  /// What a pen was told.
  private static final class Notes implements Pen {

    final List<String> lines = new ArrayList<>();

    @Override
    public void move(double x, double y) {
      lines.add("move %.1f %.1f".formatted(x, y));
    }

    @Override
    public void line(double x, double y) {
      lines.add("line %.1f %.1f".formatted(x, y));
    }

    @Override
    public void mark(double x, Mark mark) {
      lines.add("%s %.1f".formatted(mark, x));
    }
  }

  @Test
  void drawsFewPointsOneByOne() {
    assertEquals(
        List.of("move 0.0 120.0", "line 150.0 60.0", "line 300.0 0.0"),
        notes(points(0, 0, 50, 5, 100, 10), AxisScale.LINEAR, 0, 10));
  }

  @Test
  void keepsTheFirstTheLowestTheHighestAndTheLastOfAColumnInTheirOrder() {
    Points points = points(0, 5, 0.03, 3, 0.06, 9, 0.1, 1, 0.12, 2, 0.16, 6);

    assertEquals(
        List.of("move 0.0 60.0", "line 0.2 12.0", "line 0.3 108.0", "line 0.5 48.0"),
        notes(points, AxisScale.LINEAR, 0, 10));
  }

  @Test
  void leavesAGapAndAMarkWhereAValueCannotBeDrawn() {
    Points points =
        points(
            0,
            5,
            10,
            Double.NaN,
            20,
            5,
            30,
            5,
            40,
            Double.POSITIVE_INFINITY,
            50,
            5,
            60,
            5,
            70,
            Double.NEGATIVE_INFINITY);

    assertEquals(
        List.of(
            "move 0.0 60.0",
            "line 0.0 60.0",
            "NAN 30.0",
            "move 60.0 60.0",
            "line 90.0 60.0",
            "ABOVE 120.0",
            "move 150.0 60.0",
            "line 180.0 60.0",
            "BELOW 210.0"),
        notes(points, AxisScale.LINEAR, 0, 10));
  }

  @Test
  void marksWhatIsNotPositiveOnALogarithmicAxis() {
    Points points = points(0, 10, 10, 0, 20, 10, 30, -4, 40, 100);

    assertEquals(
        List.of(
            "move 0.0 60.0",
            "line 0.0 60.0",
            "BELOW 30.0",
            "move 60.0 60.0",
            "line 60.0 60.0",
            "BELOW 90.0",
            "move 120.0 0.0",
            "line 120.0 0.0"),
        notes(points, AxisScale.LOG, 1, 100));
  }

  @Test
  void marksAColumnOnceHoweverMuchIsMissing() {
    Points points = new Points();
    for (int index = 0; index < 10_000; index++) {
      points.add(50 + index * 1e-5, Double.NaN);
    }

    assertEquals(List.of("NAN 150.0"), notes(points, AxisScale.LINEAR, 0, 10));
  }

  @Test
  void drawsOnToTheNearestPointsOutside() {
    Points points = points(-300, 1, -200, 2, -100, 0, 200, 10, 300, 7, 400, 8);

    assertEquals(
        List.of("move -300.0 120.0", "line 600.0 0.0"), notes(points, AxisScale.LINEAR, 0, 10));
  }

  @Test
  void looksTheSameAsDrawingEveryPoint() {
    for (int seed = 0; seed < 12; seed++) {
      Points points = noise(20_000 + 7_000 * seed, seed);
      Raster all = everyPoint(points, 1);
      Raster few = traced(points);

      assertEquals(0, shareDiffering(all, few, 128), "by half, seed " + seed);
      assertEquals(0, shareDiffering(all, few, 32), 0.02, "by an eighth, seed " + seed);
    }
  }

  @Test
  void wouldLookDifferentIfPointsWereLeftOut() {
    Points points = noise(40_000, 1);

    assertTrue(shareDiffering(everyPoint(points, 1), everyPoint(points, 20), 128) > 0.05);
  }

  @Test
  void losesNoSpike() {
    Random random = new Random(1);
    for (int round = 0; round < 10; round++) {
      Points points = new Points();
      int spike = random.nextInt(1_000_000);
      for (int index = 0; index < 1_000_000; index += 1 + random.nextInt(9)) {
        points.add(index, index / 10 == spike / 10 ? 1000 : random.nextDouble());
      }
      if (points.yMax() < 1000) {
        continue;
      }
      Notes notes = new Notes();
      Trace trace = new Trace(notes);
      trace.aim(x(points), new Axis(AxisScale.LINEAR, 0, 1000, HEIGHT, 0), 1);
      trace.draw(points);

      assertTrue(notes.lines.stream().anyMatch(line -> line.endsWith(" 0.0")), "at " + spike);
    }
  }

  @Test
  void drawsFourPointsAHalfColumnAtMost() {
    Points points = noise(500_000, 4);
    Notes notes = new Notes();
    Trace trace = new Trace(notes);
    trace.aim(x(points), y(points), 1);
    trace.draw(points);

    assertTrue(notes.lines.size() <= 4 * (2 * WIDTH + 2), "vertices: " + notes.lines.size());
  }

  @Test
  void looksTheSameWhereStepsGoBack() {
    Random random = new Random(6);
    Points points = new Points();
    for (int index = 0; index < 30_000; index++) {
      points.add(index % 20_000, Math.sin(index / 700.0) + 0.1 * random.nextGaussian());
    }

    assertEquals(0, shareDiffering(everyPoint(points, 1), traced(points), 128));
  }

  private static List<String> notes(Points points, AxisScale scale, double low, double high) {
    Notes notes = new Notes();
    Trace trace = new Trace(notes);
    trace.aim(
        new Axis(AxisScale.LINEAR, 0, 100, 0, WIDTH), new Axis(scale, low, high, HEIGHT, 0), 1);
    trace.draw(points);
    return notes.lines;
  }

  private static Points points(double... xys) {
    Points points = new Points();
    for (int index = 0; index < xys.length; index += 2) {
      points.add(xys[index], xys[index + 1]);
    }
    return points;
  }

  private static Points noise(int count, int seed) {
    Random random = new Random(seed);
    Points points = new Points();
    double at = 0;
    for (int index = 0; index < count; index++) {
      at += 0.1 * random.nextGaussian();
      points.add(index, at + (seed % 3) * 5 * random.nextGaussian());
    }
    return points;
  }

  private static Axis x(Points points) {
    return new Axis(AxisScale.LINEAR, points.xMin(), points.xMax(), 0, WIDTH);
  }

  private static Axis y(Points points) {
    return new Axis(AxisScale.LINEAR, points.yMin(), points.yMax(), HEIGHT - 2, 2);
  }

  private static Raster raster() {
    Raster raster = new Raster(6);
    raster.resize(WIDTH, HEIGHT);
    raster.begin(1.5);
    return raster;
  }

  private static Raster traced(Points points) {
    Raster raster = raster();
    Trace trace = new Trace(raster);
    trace.aim(x(points), y(points), 1);
    trace.draw(points);
    raster.ink(0xff000000);
    return raster;
  }

  private static Raster everyPoint(Points points, int stride) {
    Raster raster = raster();
    Axis x = x(points);
    Axis y = y(points);
    raster.move(x.position(points.x(0)), y.position(points.y(0)));
    for (int index = stride; index < points.size(); index += stride) {
      raster.line(x.position(points.x(index)), y.position(points.y(index)));
    }
    raster.ink(0xff000000);
    return raster;
  }

  /// The share of pixels whose coverage differs by more than so many of 255.
  private static double shareDiffering(Raster one, Raster other, int by) {
    int differing = 0;
    for (int index = 0; index < one.pixels().length; index++) {
      int difference = (one.pixels()[index] >>> 24) - (other.pixels()[index] >>> 24);
      differing += Math.abs(difference) > by ? 1 : 0;
    }
    return (double) differing / one.pixels().length;
  }
}
