package dev.pipewright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.charts.demo.ChartsDemo;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Leaks;
import dev.pipewright.testing.Screens;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxToolkit.class)
class LinePlotTest {

  private static final double WIDTH = 400;
  private static final double HEIGHT = 240;

  private final Series train = new Series("train/loss");
  private final Series eval = new Series("eval/loss");
  private LinePlot plot;
  private Scene scene;
  private PlotArea area;

  @BeforeEach
  void show() {
    StackPane page =
        Fx.call(
            () -> {
              plot = new LinePlot();
              plot.setTitle("loss");
              plot.lines().setAll(PlotLine.train(train), PlotLine.eval(eval));
              StackPane around = new StackPane(plot);
              ChartsDemo.style(around, "light");
              return around;
            });
    scene = Fx.show(page, WIDTH, HEIGHT);
    Fx.settle();
    area = (PlotArea) plot.lookup(".plot-area");
  }

  private void addPoints() {
    Fx.run(
        () -> {
          for (int step = 0; step <= 100; step++) {
            train.add(step * 10, step);
            eval.add(step * 10, 100 - step);
          }
          area.redraw();
        });
    Fx.settle();
  }

  @Test
  void waitsForTheFirstStepWithAxesAlone() {
    Fx.run(() -> plot.setExpectedLastX(10_000));
    Fx.settle();

    Label empty = (Label) plot.lookup(".empty-text");
    assertTrue(empty.isVisible());
    assertEquals("Waiting for step 1", empty.getText());
    assertEquals(List.of("0", "2k", "4k", "6k", "8k", "10k"), labels("x-axis"));
    assertEquals(List.of(), labels("y-axis"));
  }

  @Test
  void showsWhatIsToComeOfARunThatIsNotOver() {
    addPoints();
    assertEquals(1000, area.xAxis().high());

    Fx.run(() -> plot.setExpectedLastX(5000));
    Fx.settle();

    assertEquals(0, area.xAxis().low());
    assertEquals(5000, area.xAxis().high());
    assertFalse(plot.lookup(".empty-text").isVisible());
  }

  @Test
  void drawsItsLinesInTheColoursOfTheStyleSheet() {
    addPoints();
    WritableImage picture = Fx.call(() -> Screens.picture(scene));
    PixelReader pixels = picture.getPixelReader();

    assertColour(0x0969da, nearest(pixels, 750, 75));
    assertColour(0xd9660b, nearest(pixels, 750, 25));
  }

  @Test
  void takesOverAnotherTheme() {
    addPoints();
    Fx.run(
        () -> {
          scene.getRoot().getStylesheets().clear();
          ChartsDemo.style(scene.getRoot(), "dark");
        });
    Fx.settle();
    Fx.settle();
    WritableImage picture = Fx.call(() -> Screens.picture(scene));

    assertColour(0x58a6ff, nearest(picture.getPixelReader(), 750, 75));
  }

  @Test
  void zoomsIntoTheRectangleThatIsDragged(Hands hands) {
    addPoints();
    hands.drag(at(200, 80), at(600, 40));

    Viewport zoom = Fx.call(() -> plot.getZoom().orElseThrow());
    assertEquals(200, zoom.xLow(), 5);
    assertEquals(600, zoom.xHigh(), 5);
    assertEquals(40, zoom.yLow(), 1);
    assertEquals(80, zoom.yHigh(), 1);
    assertEquals(zoom.xLow(), area.xAxis().low());
  }

  @Test
  void showsEverythingAgainAfterADoubleClick(Hands hands) {
    addPoints();
    Fx.run(() -> plot.setZoom(new Viewport(100, 200, 10, 20)));
    // On a busy machine two clicks may come too far apart to be a double click.
    for (int attempt = 0; attempt < 5 && Fx.call(plot::getZoom).isPresent(); attempt++) {
      hands.doubleClick(area);
    }

    assertEquals(Optional.empty(), Fx.call(plot::getZoom));
    assertEquals(1000, area.xAxis().high());
  }

  @Test
  void zoomsWithTheWheelAtThePointer(Hands hands) {
    addPoints();
    Point2D pointer = at(250, 50);
    hands.moveTo(pointer).scroll(-3);

    Viewport zoom = Fx.call(() -> plot.getZoom().orElseThrow());
    assertTrue(zoom.xHigh() - zoom.xLow() < 560, zoom.toString());
    assertEquals(pointer.getX(), at(250, 50).getX(), 1);
    assertEquals(pointer.getY(), at(250, 50).getY(), 1);

    hands.scroll(5);
    assertEquals(Optional.empty(), Fx.call(plot::getZoom));
  }

  @Test
  void pansWithTheMiddleButtonOrShift(Hands hands) {
    addPoints();
    Fx.run(() -> plot.setZoom(new Viewport(400, 600, 40, 60)));
    Fx.settle();
    Point2D from = at(500, 50);
    Point2D to = at(450, 45);
    hands.moveTo(from).press(MouseButton.MIDDLE).glideTo(to).release(MouseButton.MIDDLE);

    Viewport moved = Fx.call(() -> plot.getZoom().orElseThrow());
    assertEquals(450, moved.xLow(), 2);
    assertEquals(45, moved.yLow(), 0.3);

    hands.hold(KeyCode.SHIFT).drag(to, from).release(KeyCode.SHIFT);
    Viewport back = Fx.call(() -> plot.getZoom().orElseThrow());
    assertEquals(400, back.xLow(), 2);
    assertEquals(200, back.xHigh() - back.xLow(), 1e-6);
  }

  @Test
  void listsTheValuesUnderThePointer(Hands hands) {
    addPoints();
    hands.moveTo(at(251, 50));

    assertEquals(250, Fx.call(plot::getHoverX));
    assertEquals(
        List.of("Run", "Value", "Step", "train", "25.00", "250", "eval", "75.00", "250"),
        tipTexts());
    assertEquals(
        "loss: train 25.00 at step 250, eval 75.00 at step 250",
        plot.queryAccessibleAttribute(AccessibleAttribute.TEXT));

    hands.moveTo(Hands.pointIn(plot, 5, 5));
    assertTrue(Double.isNaN(Fx.call(plot::getHoverX)));
  }

  @Test
  void listsSmoothedValuesBesideTheRawOnes(Hands hands) {
    addPoints();
    Fx.run(() -> plot.setSmoothing(0.9));
    hands.moveTo(at(500, 50));

    assertEquals(
        List.of("Run", "Smoothed", "Value", "Step", "train", "41.24", "50.00", "500"),
        tipTexts().subList(0, 8));
  }

  @Test
  void drawsAsSmoothAsItCan() {
    addPoints();
    Fx.run(() -> plot.setSmoothing(1));
    Fx.settle();
    Node dot = plot.lookup(".line-ink");
    double smooth = Fx.call(() -> area.yAxis().value(dot.getLayoutY() + dot.prefHeight(-1) / 2));

    assertEquals(50, smooth, 3);
  }

  @Test
  void saysWhatCannotBeDrawn(Hands hands) {
    addPoints();
    Fx.run(
        () -> {
          train.add(1010, Double.NaN);
          area.redraw();
        });
    Fx.settle();
    hands.moveTo(at(1010, 50));

    assertEquals("NaN", tipTexts().get(4));
  }

  @Test
  void worksByKeyboard(Hands hands) {
    addPoints();
    Fx.run(plot::requestFocus);
    hands.press(KeyCode.RIGHT);
    assertEquals(1000, Fx.call(plot::getHoverX));
    hands.press(KeyCode.LEFT).press(KeyCode.LEFT);
    assertEquals(980, Fx.call(plot::getHoverX));
    hands.press(KeyCode.EQUALS);
    Viewport zoomed = Fx.call(() -> plot.getZoom().orElseThrow());
    assertEquals(800, zoomed.xHigh() - zoomed.xLow(), 1);
    hands.hold(KeyCode.SHIFT).press(KeyCode.LEFT).release(KeyCode.SHIFT);
    assertTrue(Fx.call(() -> plot.getZoom().orElseThrow()).xLow() < zoomed.xLow());
    hands.press(KeyCode.HOME);
    assertEquals(Optional.empty(), Fx.call(plot::getZoom));
    hands.press(KeyCode.ESCAPE);
    assertTrue(Double.isNaN(Fx.call(plot::getHoverX)));
  }

  @Test
  void spreadsYByRatiosOnALogarithmicAxis() {
    Fx.run(
        () -> {
          for (int step = 0; step < 6; step++) {
            train.add(step, Math.pow(10, -step));
          }
          plot.setYScale(AxisScale.LOG);
        });
    Fx.settle();

    assertEquals(List.of("1e−5", "1e−4", "1e−3", "1e−2", "0.1", "1"), labels("y-axis"));
  }

  @Test
  void showsTheLatestValues() {
    addPoints();
    Fx.await("the latest values", () -> legend().equals(List.of("100", "0")));

    assertEquals(
        "loss: train 100.0 at step 1,000, eval 0 at step 1,000",
        plot.queryAccessibleAttribute(AccessibleAttribute.TEXT));
  }

  @Test
  void redrawsLiveDataFourTimesASecondAtMost() throws InterruptedException {
    AtomicInteger redraws = new AtomicInteger();
    Fx.run(
        () -> {
          plot.setExpectedLastX(50);
          Node picture = plot.lookup(".line-ink");
          picture.layoutXProperty().addListener((dot, old, now) -> redraws.incrementAndGet());
        });
    long start = System.nanoTime();
    for (int step = 0; step < 50; step++) {
      int at = step;
      Fx.run(() -> train.add(at, at));
      Thread.sleep(20);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    int seen = redraws.get();

    assertTrue(seen >= 2, seen + " redraws");
    assertTrue(seen <= 4 * seconds + 2, seen + " redraws in " + seconds + " s");
    Fx.await("the last point", () -> legend().getFirst().equals("49.0"));
  }

  @Test
  void neverMovesWhatIsAroundIt() {
    addPoints();
    AtomicInteger layouts = new AtomicInteger();
    Fx.run(
        () -> {
          plot.setTitle("");
          scene.getRoot().layout();
          scene.getRoot().needsLayoutProperty().addListener(changed -> layouts.incrementAndGet());
        });
    Fx.settle();
    layouts.set(0);
    Fx.run(() -> train.add(1010, 500));
    Fx.await("the new point", () -> area.xAxis().high() == 1010);

    assertEquals(0, layouts.get());
  }

  @Test
  void exportsAPictureAtTwiceTheSize(@TempDir Path folder) throws IOException {
    addPoints();
    Path file = folder.resolve("loss.png");
    Fx.call(plot::picture).write(file);
    BufferedImage image = ImageIO.read(file.toFile());

    assertEquals(2 * WIDTH, image.getWidth());
    assertEquals(2 * HEIGHT, image.getHeight());
    assertEquals(0xffffffff, image.getRGB(1, 1));
    List<Integer> colours = new ArrayList<>();
    Point2D point = Fx.call(() -> plot.sceneToLocal(inScene(750, 75)));
    for (int y = -3; y <= 3; y++) {
      colours.add(image.getRGB((int) (2 * point.getX()), (int) (2 * point.getY()) + y));
    }
    assertTrue(colours.contains(0xff0969da), colours.toString());
  }

  @Test
  void hasNoPictureBeforeItIsShown() {
    assertThrows(IllegalStateException.class, () -> Fx.call(() -> new LinePlot().picture()));
  }

  @Test
  void movesTheHoverOfSeveralPlotsTogether() {
    addPoints();
    LinePlot other = Fx.call(LinePlot::new);
    Fx.run(
        () -> {
          other.hoverXProperty().bindBidirectional(plot.hoverXProperty());
          plot.setHoverX(500);
        });

    assertEquals(500, other.getHoverX());
  }

  @Test
  void drawsAMillionPointsWithAllTheirSpikes() {
    Fx.run(
        () -> {
          for (int step = 0; step < 1_000_000; step++) {
            train.add(step, step == 617_031 ? 50 : 1);
          }
          plot.lines().setAll(PlotLine.train(train));
        });
    Fx.settle();
    WritableImage picture = Fx.call(() -> Screens.picture(scene));

    assertNotEquals(0xffffffff, nearest(picture.getPixelReader(), 617_031, 40));
  }

  @Test
  void canBeCollectedWhileItsSeriesLivesOn() {
    Series series = new Series("long");
    Leaks.assertCollected(
        "a plot",
        () -> {
          LinePlot gone = new LinePlot();
          gone.lines().add(PlotLine.train(series));
          StackPane page = new StackPane(gone);
          ChartsDemo.style(page, "light");
          new Scene(page, 300, 200);
          page.applyCss();
          page.layout();
          series.add(series.size(), 1);
          return gone;
        });
  }

  private Point2D at(double x, double y) {
    return Fx.call(
        () -> {
          Point2D point = inScene(x, y);
          Point2D local = plot.sceneToLocal(point);
          return plot.localToScreen(local);
        });
  }

  private Point2D inScene(double x, double y) {
    return area.localToScene(area.xAxis().position(x), area.yAxis().position(y));
  }

  /// The most saturated colour within two pixels of a point.
  private int nearest(PixelReader pixels, double x, double y) {
    Point2D point = Fx.call(() -> inScene(x, y));
    int best = 0xffffffff;
    for (int dy = -2; dy <= 2; dy++) {
      int argb = pixels.getArgb((int) point.getX(), (int) point.getY() + dy);
      best = saturation(argb) > saturation(best) ? argb : best;
    }
    return best;
  }

  /// Equal but for what the edge of a slanted line mixes in.
  private static void assertColour(int expected, int argb) {
    for (int shift = 0; shift < 24; shift += 8) {
      int difference = (expected >> shift & 0xff) - (argb >> shift & 0xff);
      assertTrue(Math.abs(difference) < 48, "%x, not %x".formatted(argb, expected));
    }
  }

  private static int saturation(int argb) {
    int red = argb >> 16 & 0xff;
    int green = argb >> 8 & 0xff;
    int blue = argb & 0xff;
    return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
  }

  private List<String> labels(String axis) {
    return Fx.call(
        () ->
            plot.lookupAll("." + axis + " .tick-label").stream()
                .map(Text.class::cast)
                .map(Text::getText)
                .toList());
  }

  private List<String> legend() {
    return plot.lookupAll(".value-legend > .label").stream()
        .map(node -> ((Label) node).getText())
        .toList();
  }

  private List<String> tipTexts() {
    Fx.settle();
    HoverTip tip = (HoverTip) plot.lookup(".chart-tip");
    assertTrue(tip.isVisible() && tip.getParent().isVisible());
    return tip.getChildren().stream().map(node -> ((Label) node).getText()).toList();
  }
}
