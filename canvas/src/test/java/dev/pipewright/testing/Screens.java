package dev.pipewright.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.scene.transform.Transform;
import javafx.stage.Screen;
import javax.imageio.ImageIO;

/// Pictures of what a test shows, written to `target/screens/<name>.png` of the module under test.
public final class Screens {
  private static final Path FOLDER = Path.of("target", "screens");

  private Screens() {}

  /// Writes a picture of a scene, shown or not, without the popups over it.
  ///
  /// @return the file
  public static Path write(Scene scene, String name) {
    return write(picture(scene), name);
  }

  /// Writes a picture of a node on a transparent ground.
  ///
  /// @return the file
  public static Path write(Node node, String name) {
    return write(picture(node, 1), name);
  }

  /// Writes a picture of the whole screen: every window, menu, tooltip and dialog on it.
  ///
  /// @return the file
  public static Path writeAll(String name) {
    return write(all(), name);
  }

  /// Writes an image.
  ///
  /// @return the file
  public static Path write(Image image, String name) {
    Path file = FOLDER.resolve(name + ".png");
    try {
      Files.createDirectories(file.getParent());
      if (!ImageIO.write(buffered(image), "png", file.toFile())) {
        throw new IllegalStateException("Java has no PNG writer.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
    return file;
  }

  /// A picture of a scene, laid out and styled first.
  public static WritableImage picture(Scene scene) {
    return Fx.call(() -> scene.snapshot(null));
  }

  /// A picture of a node, `scale` pixels a unit, on a transparent ground.
  public static WritableImage picture(Node node, double scale) {
    return Fx.call(
        () -> {
          SnapshotParameters parameters = new SnapshotParameters();
          parameters.setFill(Color.TRANSPARENT);
          parameters.setTransform(Transform.scale(scale, scale));
          return node.snapshot(parameters, null);
        });
  }

  /// A picture of the whole screen, with all that is being drawn: a snapshot waits its turn behind
  /// the frames that a large window still has to be painted.
  public static WritableImage all() {
    Fx.frames(2);
    return Fx.call(
        () -> {
          new Region().snapshot(null, null);
          Rectangle2D screen = Screen.getPrimary().getBounds();
          return new Robot().getScreenCapture(null, screen);
        });
  }

  private static BufferedImage buffered(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    buffered.setRGB(0, 0, width, height, pixels, 0, width);
    return buffered;
  }
}
