package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.CubicCurve;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class SvgWriterTest {

  @Test
  void writesFillsCurvesAndTexts() {
    String svg =
        Fx.call(
            () -> {
              Pane pane = new Pane();
              pane.setBackground(
                  new Background(new BackgroundFill(Color.RED, new CornerRadii(4), new Insets(1))));
              CubicCurve curve = new CubicCurve(0, 1, 2, 3, 4, 5, 6, 7);
              curve.setFill(null);
              curve.setStroke(Color.BLUE);
              Text text = new Text("a < b");
              text.setFont(Font.font("System", 12));
              text.relocate(10, 20);
              pane.getChildren().setAll(curve, text);
              pane.resize(40, 30);
              return SvgWriter.write(pane, 40, 30, null);
            });
    assertTrue(
        svg.contains(
            "<rect x=\"1\" y=\"1\" width=\"38\" height=\"28\" rx=\"4\" fill=\"#ff0000\"/>"),
        svg);
    assertTrue(svg.contains("<path d=\"M0 1C2 3 4 5 6 7\" fill=\"none\" stroke=\"#0000ff\""), svg);
    assertTrue(svg.contains(">a &lt; b</text>"), svg);
    assertTrue(svg.startsWith("<?xml") && svg.endsWith("</svg>\n"), svg);
  }

  @Test
  void keepsTheFaintLayersOfAShadowAndNamesFontsToFallBackTo() {
    String svg =
        Fx.call(
            () -> {
              Pane pane = new Pane();
              pane.setBackground(
                  new Background(
                      new BackgroundFill(
                          Color.rgb(31, 35, 40, 0.005), CornerRadii.EMPTY, new Insets(-2))));
              Text text = new Text("one line");
              text.setFont(Font.font("System", 12));
              pane.getChildren().setAll(text);
              pane.resize(40, 30);
              return SvgWriter.write(pane, 40, 30, null);
            });
    assertTrue(
        svg.contains(
            "<rect x=\"-2\" y=\"-2\" width=\"44\" height=\"34\" fill=\"#1f2328\""
                + " fill-opacity=\"0.005\"/>"),
        svg);
    assertTrue(svg.contains("Arial, sans-serif\""), svg);
  }

  @Test
  void writesNoMoreDigitsThanAnybodySees() {
    assertEquals(
        List.of("0", "1", "-1", "0.5", "-0.05", "12.35", "-3.7"),
        Stream.of(0.001, 1.0, -1.004, 0.5, -0.05, 12.346, -3.7).map(SvgWriter::number).toList());
  }

  @Test
  void leavesOutWhatIsHidden() {
    String svg =
        Fx.call(
            () -> {
              Text text = new Text("secret");
              text.setVisible(false);
              return SvgWriter.write(new Pane(text), 10, 10, Color.WHITE);
            });
    assertTrue(!svg.contains("secret") && svg.contains("#ffffff"), svg);
  }

  @Test
  void aPictureComesBackFromItsPng() {
    WritableImage image = new WritableImage(3, 2);
    image.getPixelWriter().setArgb(2, 1, 0x80ff4000);
    image.getPixelWriter().setArgb(0, 0, 0xff010203);
    Image read = new Image(new ByteArrayInputStream(Png.of(image)));
    assertEquals(3, read.getWidth());
    assertEquals(0xff010203, read.getPixelReader().getArgb(0, 0));
    assertEquals(0x80, read.getPixelReader().getArgb(2, 1) >>> 24);
    assertEquals(0, read.getPixelReader().getArgb(1, 0) >>> 24);
  }
}
