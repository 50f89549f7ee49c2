package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.canvas.GraphPicture.Ground;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class GraphPictureTest {

  private static GraphPicture.Drawn begin(GraphDocument document) {
    return GraphPicture.of(
        document,
        node -> new NodeContent(),
        List.of(),
        scene -> scene.getStylesheets().setAll(DemoGraph.sheet("light"), DemoGraph.sheet("demo")));
  }

  private static <T> T inParts(Gradual<T> work, List<Double> progress) {
    while (!work.goOn(Duration.ofMillis(1))) {
      progress.add(work.progress());
    }
    return work.made();
  }

  private static int[] pixels(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return pixels;
  }

  @Test
  void isTheSameInPartsAndAtOnce() {
    Fx.run(
        () -> {
          List<Double> progress = new ArrayList<>();
          try (GraphPicture.Drawn slow = begin(DemoGraph.edited());
              GraphPicture.Drawn fast = begin(DemoGraph.edited())) {
            assertThrows(IllegalStateException.class, slow::made);
            GraphPicture one = inParts(slow, progress);
            GraphPicture other = fast.all();
            assertTrue(progress.size() > 1, progress.toString());
            assertEquals(other.width(), one.width());
            assertEquals(other.svg(Ground.CANVAS).all(), inParts(one.svg(Ground.CANVAS), progress));
            int before = progress.size();
            WritableImage image = inParts(one.image(2, Ground.CANVAS), progress);
            assertTrue(progress.size() > before, "it is painted in strips");
            assertEquals(Math.ceil(one.width() * 2), image.getWidth());
            assertArrayEquals(pixels(other.image(2, Ground.CANVAS).all()), pixels(image));
          }
        });
  }

  @Test
  void saysWhenItIsTooLarge() {
    Fx.run(
        () -> {
          GraphDocument plain = DemoGraph.document();
          List<GraphNode> far = new ArrayList<>(plain.nodes());
          far.set(0, far.getFirst().at(-9000, 0));
          try (GraphPicture.Drawn drawn = begin(GraphDocument.of(far, plain.links()))) {
            GraphPicture picture = drawn.all();
            assertTrue(picture.fits(1));
            assertFalse(picture.fits(2));
            assertThrows(IllegalArgumentException.class, () -> picture.image(2, Ground.CANVAS));
          }
        });
  }
}
