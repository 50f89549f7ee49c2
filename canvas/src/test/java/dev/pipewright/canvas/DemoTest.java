package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class DemoTest {

  private GraphView view;

  @BeforeEach
  void show() {
    view =
        Fx.call(
            () -> {
              Demo demo = new Demo();
              demo.show(new Stage());
              return demo.view();
            });
    Fx.settle();
  }

  @Test
  void aDraggedNodeStaysWhereItWasDropped(Hands hands) {
    hands.drag(Hands.pointIn(view, 100, 60), Hands.pointIn(view, 160, 100));
    assertEquals(84, Fx.call(() -> view.nodeBounds("CsvExampleGen").getMinX()));
    assertEquals(88, Fx.call(() -> view.nodeBounds("CsvExampleGen").getMinY()));
  }

  @Test
  void deletedNodesTakeTheirLinksWithThem(Hands hands) {
    hands.click(Hands.pointIn(view, 100, 60)).press(KeyCode.DELETE);
    assertEquals(9, Fx.call(() -> view.getDocument().nodes().size()));
    assertEquals(10, Fx.call(() -> view.getDocument().links().size()));
    hands.press(KeyCode.CONTROL, KeyCode.A).press(KeyCode.DELETE);
    assertTrue(Fx.call(() -> view.lookup(".graph-node")) == null);
  }

  @Test
  void aChangedThemeIsDrawnAtOnceAlsoWhereItIsPainted(Hands hands) {
    int light = ground();
    hands.press(KeyCode.D);
    assertNotEquals(light, ground());
    assertEquals(0xff06090e, ground());
  }

  // Between the dots.
  private int ground() {
    Image image = Screens.picture(Fx.call(view::getScene));
    return image.getPixelReader().getArgb(2, 13);
  }
}
