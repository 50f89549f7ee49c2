package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Screens;
import java.util.List;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What is painted, by its pixels.
@ExtendWith(FxToolkit.class)
class BackdropTest {

  private static final int GROUND = 0xfff3f5f8;
  private GraphView view;

  @BeforeEach
  void show() {
    view = Fx.call(DemoGraph::view);
    Fx.run(
        () -> {
          view.minimapVisibleProperty().set(false);
          Stage stage = new Stage();
          stage.setScene(DemoGraph.scene(view, 640, 400, "light"));
          stage.show();
        });
    Fx.settle();
  }

  private Image picture() {
    Fx.settle();
    return Screens.picture(Fx.call(view::getScene));
  }

  private static int pixel(Image image, double x, double y) {
    return image.getPixelReader().getArgb((int) x, (int) y);
  }

  @Test
  void dotsStandEverySixteenPixelsAndCanBeHidden() {
    Image image = picture();
    assertNotEquals(GROUND, pixel(image, 8, 4));
    assertEquals(pixel(image, 8, 4), pixel(image, 8 + 16 * 3, 4 + 16));
    assertEquals(GROUND, pixel(image, 0, 4));
    Fx.run(() -> view.gridVisibleProperty().set(false));
    assertEquals(GROUND, pixel(picture(), 8, 4));
  }

  @Test
  void dotsMoveWithTheGraph() {
    Fx.run(() -> view.panBy(5, 3));
    Image image = picture();
    assertEquals(GROUND, pixel(image, 8, 4));
    assertNotEquals(GROUND, pixel(image, 8 - 5, 4 + 16 - 3));
  }

  @Test
  void blocksHaveTheColoursOfTheirCategories() {
    Fx.run(() -> view.zoomTo(0.2, 0, 0));
    Image image = picture();
    // The strip of a data and of a validating node, 24 and 236 from the left.
    assertEquals(0xff0969da, pixel(image, 0.2 * 24 + 10, 0.2 * 48 + 2));
    assertEquals(0xff0e7680, pixel(image, 0.2 * 236 + 10, 0.2 * 48 + 2));
  }

  @Test
  void aSelectedBlockHasARing() {
    Fx.run(() -> view.zoomTo(0.2, 0, 0));
    int before = pixel(picture(), 0.2 * 440 - 3, 0.2 * 300);
    Fx.run(() -> view.getSelection().selectNodes(List.of("Trainer")));
    assertNotEquals(before, pixel(picture(), 0.2 * 440 - 3, 0.2 * 300));
  }

  @Test
  void linksArePaintedWhereTheyAreNoNodesOfTheScene() {
    Fx.run(() -> view.zoomTo(0.4, 0, 0));
    Image image = picture();
    assertEquals(0, Fx.call(() -> view.lookupAll(".graph-link").size()));
    // Between StatisticsGen and ExampleValidator, a straight one: mostly teal.
    int line = pixel(image, 0.4 * 428, 0.4 * 103);
    assertTrue((line >> 16 & 0xff) < 0xa0, Integer.toHexString(line));
  }
}
