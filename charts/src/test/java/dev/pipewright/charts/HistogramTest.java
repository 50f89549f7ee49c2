package dev.pipewright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.charts.Bar.Bin;
import dev.pipewright.charts.Bar.Category;
import dev.pipewright.charts.demo.ChartsDemo;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Leaks;
import dev.pipewright.testing.Screens;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class HistogramTest {

  private static final List<Bin> BINS =
      List.of(new Bin(0, 10, 100), new Bin(10, 20, 50), new Bin(20, 30, 0), new Bin(30, 40, 1));

  private Histogram histogram;
  private Scene scene;

  @BeforeEach
  void show() {
    StackPane page =
        Fx.call(
            () -> {
              histogram = new Histogram();
              histogram.setTitle("fare");
              histogram.setBars(BINS);
              StackPane around = new StackPane(histogram);
              ChartsDemo.style(around, "light");
              return around;
            });
    scene = Fx.show(page, 320, 160);
    Fx.settle();
  }

  @Test
  void standsBarsAtTheirValues() {
    PixelReader pixels = Fx.call(() -> Screens.picture(scene)).getPixelReader();

    assertEquals(List.of("0", "10", "20", "30", "40"), texts(".x-axis .tick-label"));
    assertEquals(List.of("0", "25", "50", "75", "100"), texts(".y-axis .tick-label"));
    assertEquals(0xff0969da, pixels.getArgb(60, 60));
    assertEquals(0xff0969da, pixels.getArgb(140, 120));
    assertEquals(0xffffffff, pixels.getArgb(140, 60));
  }

  @Test
  void namesCategories() {
    Fx.run(
        () ->
            histogram.setBars(
                List.of(new Category("Cash", 5), new Category("Credit Card of a Bank", 3))));
    Fx.settle();

    assertEquals(List.of(), texts(".x-axis .tick-label"));
    assertEquals(List.of("Cash", "Credit Card of a Bank"), texts(".histogram > .tick-label"));

    Fx.run(() -> scene.getWindow().setWidth(200));
    Fx.settle();
    assertTrue(texts(".histogram > .tick-label").get(1).endsWith("…"));
  }

  @Test
  void tellsOneFromNothingOnALogarithmicScale() {
    Fx.run(() -> histogram.setCountScale(AxisScale.LOG));
    Fx.settle();

    assertEquals(List.of("0", "1", "10", "100"), texts(".y-axis .tick-label"));
    PixelReader pixels = Fx.call(() -> Screens.picture(scene)).getPixelReader();
    assertEquals(0xff0969da, pixels.getArgb(290, 130));
  }

  @Test
  void saysWhatIsUnderThePointer(Hands hands) {
    hands.moveTo(Hands.pointIn(histogram, 140, 120));
    Label tip = (Label) histogram.lookup(".bar-tip");

    assertTrue(tip.isVisible());
    assertEquals("10 to 20: 50 (33 %)", tip.getText());

    hands.moveTo(Hands.pointIn(histogram, 5, 5));
    assertFalse(tip.isVisible());
  }

  @Test
  void worksByKeyboard(Hands hands) {
    Label tip = (Label) histogram.lookup(".bar-tip");
    Fx.run(histogram::requestFocus);
    hands.press(KeyCode.RIGHT).press(KeyCode.RIGHT);
    assertEquals("10 to 20: 50 (33 %)", tip.getText());
    hands.press(KeyCode.END);
    assertEquals("30 to 40: 1 (0.66 %)", tip.getText());
    hands.press(KeyCode.LEFT);
    assertEquals("20 to 30: 0 (0 %)", tip.getText());
    assertEquals(
        "20 to 30: 0 (0 %)",
        Fx.call(() -> histogram.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    hands.press(KeyCode.ESCAPE);
    assertFalse(tip.isVisible());
  }

  @Test
  void saysItsHighestBar() {
    assertEquals(
        "fare: 4 bars, the highest 0 to 10: 100 (66 %)",
        Fx.call(() -> histogram.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
  }

  @Test
  void isSmallOnACard() {
    Fx.run(() -> histogram.setDetail(Histogram.Detail.COMPACT));
    Fx.settle();

    assertEquals(44, histogram.prefWidth(-1));
    assertTrue(histogram.prefHeight(-1) < 44, "height " + histogram.prefHeight(-1));
    assertEquals(15, ((Path) histogram.lookup(".bars")).getElements().size());
    assertEquals("fare", ((Label) histogram.lookup(".bars-name")).getText());
    assertFalse(histogram.isFocusTraversable());
  }

  @Test
  void isEmptyWithoutBars() {
    Fx.run(() -> histogram.setBars(List.of()));
    Fx.settle();

    assertEquals(0, ((Path) histogram.lookup(".bars")).getElements().size());
    assertEquals("fare: no bars", histogram.queryAccessibleAttribute(AccessibleAttribute.TEXT));
  }

  @Test
  void canBeCollected() {
    Leaks.assertCollected(
        "a histogram",
        () -> {
          Histogram gone = new Histogram();
          gone.setBars(BINS);
          StackPane page = new StackPane(gone);
          ChartsDemo.style(page, "light");
          new Scene(page, 300, 200);
          page.applyCss();
          page.layout();
          return gone;
        });
  }

  private List<String> texts(String selector) {
    return Fx.call(
        () ->
            histogram.lookupAll(selector).stream()
                .filter(Node::isVisible)
                .map(node -> ((Text) node).getText())
                .toList());
  }
}
