package dev.pipewright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.charts.demo.ChartsDemo;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Leaks;
import dev.pipewright.testing.Screens;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class SparklineTest {

  private static final int WELL = 0xfff6f8fa;

  private final Series train = new Series("train/loss");
  private final Series eval = new Series("eval/loss");
  private Sparkline sparkline;
  private ValueLegend legend;
  private Scene scene;

  @BeforeEach
  void show() {
    StackPane page =
        Fx.call(
            () -> {
              List<PlotLine> lines = List.of(PlotLine.train(train), PlotLine.eval(eval));
              sparkline = new Sparkline();
              sparkline.lines().setAll(lines);
              sparkline.setMaxSize(176, 44);
              legend = new ValueLegend();
              legend.lines().setAll(lines);
              legend.setMaxSize(100, 16);
              StackPane around = new StackPane(sparkline, legend);
              StackPane.setAlignment(sparkline, javafx.geometry.Pos.TOP_LEFT);
              StackPane.setAlignment(legend, javafx.geometry.Pos.BOTTOM_LEFT);
              ChartsDemo.style(around, "light");
              return around;
            });
    scene = Fx.show(page, 200, 100);
    Fx.settle();
  }

  private void addPoints() {
    Fx.run(
        () -> {
          for (int step = 0; step <= 100; step++) {
            train.add(step, 100 - step);
            eval.add(step, step);
          }
        });
    Fx.await("the points", () -> label(0).equals("0") && label(1).equals("100"));
    Fx.settle();
  }

  @Test
  void fillsWhatIsBelowTheFirstLine() {
    addPoints();
    PixelReader pixels = Fx.call(() -> Screens.picture(scene)).getPixelReader();

    assertNotEquals(WELL, pixels.getArgb(20, 38));
    assertEquals(WELL, pixels.getArgb(100, 4));
  }

  @Test
  void marksWhereARunIsThatIsNotOver() {
    addPoints();
    Line end = (Line) sparkline.lookup(".end-line");
    assertFalse(end.isVisible());

    Fx.run(() -> sparkline.setExpectedLastX(200));
    Fx.settle();

    assertTrue(end.isVisible());
    assertEquals(88.5, end.getStartX());
    PixelReader pixels = Fx.call(() -> Screens.picture(scene)).getPixelReader();
    assertEquals(WELL, pixels.getArgb(150, 38));
  }

  @Test
  void isAnEmptyWellBeforeTheFirstPoint() {
    Fx.run(() -> sparkline.setExpectedLastX(200));
    Fx.settle();
    PixelReader pixels = Fx.call(() -> Screens.picture(scene)).getPixelReader();

    assertFalse(sparkline.lookup(".end-line").isVisible());
    assertEquals(WELL, pixels.getArgb(40, 20));
    assertEquals(List.of("–", "–"), List.of(label(0), label(1)));
  }

  @Test
  void saysTheLatestValues() {
    addPoints();

    assertEquals(
        "train 0 at step 100, eval 100.0 at step 100",
        Fx.call(() -> sparkline.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    assertEquals("eval 100", ((Label) legend.getChildren().get(1)).getAccessibleText());
  }

  @Test
  void canBeCollectedWhileItsSeriesLivesOn() {
    Leaks.assertCollected(
        "a sparkline",
        () -> {
          Sparkline gone = new Sparkline();
          gone.lines().add(PlotLine.train(train));
          StackPane page = new StackPane(gone);
          ChartsDemo.style(page, "light");
          new Scene(page, 300, 200);
          page.applyCss();
          page.layout();
          return gone;
        });
    Leaks.assertCollected(
        "a legend",
        () -> {
          ValueLegend gone = new ValueLegend();
          gone.lines().add(PlotLine.train(train));
          return gone;
        });
  }

  private String label(int line) {
    return ((Label) legend.getChildren().get(line)).getText();
  }
}
