package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/// Writes pictures of the canvas as a person does.
@ExtendWith(FxToolkit.class)
class ExportTest {

  private static Path write(OpenWindow window, Hands hands, Path file) {
    window.answers.toSave = Optional.of(file);
    hands.click(window.find("#export-write"));
    Fx.await("the picture", () -> Files.exists(file));
    return file;
  }

  private static void ask(Hands hands) {
    hands.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.E);
    Fx.settle();
  }

  @Test
  void writesTheWholePipelineAsPngAtTwiceItsSize(Hands hands, @TempDir Path folder)
      throws Exception {
    OpenWindow window = OpenWindow.of(folder, 1000, 640);
    window.penguins(folder);
    ask(hands);
    Screens.write(window.scene(), "export-card");
    Path file = write(window, hands, folder.resolve("all.png"));
    Image image = new Image(new ByteArrayInputStream(Files.readAllBytes(file)));
    assertEquals(null, image.getException());
    assertTrue(image.getWidth() > 1600 && image.getHeight() > 800, image.getWidth() + "");
    assertEquals(1, image.getPixelReader().getColor(2, 2).getOpacity());
    Screens.write(image, "export-light");

    ask(hands);
    hands.click(window.labelled("1×"));
    hands.click(window.labelled("None"));
    Path small = write(window, hands, folder.resolve("clear.png"));
    Image clear = new Image(new ByteArrayInputStream(Files.readAllBytes(small)));
    assertEquals(image.getWidth() / 2, clear.getWidth(), 1);
    assertEquals(
        Color.TRANSPARENT.getOpacity(), clear.getPixelReader().getColor(2, 2).getOpacity());

    ask(hands);
    hands.click(window.labelled("Dark"));
    Path dark = write(window, hands, folder.resolve("dark.png"));
    Image night = new Image(new ByteArrayInputStream(Files.readAllBytes(dark)));
    assertTrue(night.getPixelReader().getColor(2, 2).getBrightness() < 0.2);
    Screens.write(night, "export-dark");
    Screens.write(window.scene(), "export-window-after");
  }

  @Test
  void writesTheSelectionAsSvgWithTextsAsTexts(Hands hands, @TempDir Path folder) throws Exception {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    ask(hands);
    hands.click(window.labelled("SVG"));
    Path whole = write(window, hands, folder.resolve("all.svg"));
    Files.createDirectories(Path.of("target", "screens"));
    Files.copy(
        whole,
        Path.of("target", "screens", "export.svg"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Document all = parse(whole);
    String text = Files.readString(whole);
    for (var node : tab.project().document().get().nodes()) {
      String begin = node.id().value().substring(0, Math.min(12, node.id().value().length()));
      assertTrue(text.contains(">" + begin), begin);
    }
    assertTrue(text.contains("'Inter SemiBold', 'Inter'"), "fonts are named");
    assertTrue(text.contains(">Examples</text>"), "the legend is there");
    assertTrue(text.matches("(?s).*[MC][-0-9. C]+\" fill=\"none\" stroke=.*"), "links are lines");

    Fx.run(() -> tab.canvas().reveal(new NodeId("Trainer")));
    ask(hands);
    window.answers.toSave = Optional.of(folder.resolve("one"));
    hands.click(window.find("#export-write"));
    Fx.await("the picture", () -> Files.exists(folder.resolve("one.svg")));
    String single = Files.readString(folder.resolve("one.svg"));
    assertTrue(single.contains(">Trainer</text>"));
    assertTrue(!single.contains(">Pusher</text>"));
    assertTrue(width(parse(folder.resolve("one.svg"))) < width(all));
  }

  private static Document parse(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }

  private static double width(Document svg) {
    return Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
  }
}
