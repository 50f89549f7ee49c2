package dev.pipewright.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class ScreensTest {
  @Test
  void writesASceneThatWasNeverShown() throws IOException {
    Pane pane = new Pane();
    // The root's own ground, where a test before has loaded controls and with them their style
    // sheet.
    pane.setStyle("-fx-background-color: transparent");
    Scene scene = Fx.call(() -> new Scene(pane, 1600, 1000, Color.web("#336699")));
    Path file = Screens.write(scene, "testing/unshown");
    assertEquals(Path.of("target/screens/testing/unshown.png"), file);
    var picture = ImageIO.read(file.toFile());
    assertEquals("1600 x 1000", picture.getWidth() + " x " + picture.getHeight());
    assertEquals(0xFF336699, picture.getRGB(1599, 999));
  }

  @Test
  void writesANodeOnTransparentGround() throws IOException {
    Pane node = Fx.call(() -> new Pane(new Rectangle(10, 10, 20, 20)));
    Path file = Screens.write(node, "testing/node");
    var picture = ImageIO.read(file.toFile());
    assertEquals(0, picture.getRGB(5, 5));
    assertEquals(0xFF000000, picture.getRGB(15, 15));
  }

  @Test
  void scalesAPicture() {
    Rectangle rectangle = Fx.call(() -> new Rectangle(100, 50));
    var picture = Screens.picture(rectangle, 1.5);
    assertEquals("150.0 x 75.0", picture.getWidth() + " x " + picture.getHeight());
  }

  @Test
  void writesTheWholeScreen() throws IOException {
    Pane pane = new Pane();
    Fx.run(() -> pane.setStyle("-fx-background-color: #336699"));
    Fx.show(pane, 200, 100);
    var picture = ImageIO.read(Screens.writeAll("testing/screen").toFile());
    assertEquals("2560 x 1600", picture.getWidth() + " x " + picture.getHeight());
    assertEquals(0xFF336699, picture.getRGB(199, 99));
    assertEquals(0xFF000000, picture.getRGB(200, 99));
  }
}
