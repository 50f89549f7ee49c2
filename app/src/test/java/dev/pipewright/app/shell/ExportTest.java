package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
    assertTrue(text.contains(" xlink:href=\"data:image/png"), "older readers find the charts");
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

  @Test
  void offersWhatFitsWhereAPictureWouldBeTooLarge(Hands hands, @TempDir Path folder)
      throws Exception {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    Fx.run(
        () ->
            tab.project()
                .edit(new Edit.MoveNode(new NodeId("Pusher"), new Layout.Position(9000, 400))));
    Fx.settle();
    ask(hands);
    hands.click(window.labelled("3\u00d7"));
    hands.click(window.find("#export-write"));
    Fx.await("the reason", () -> window.scene().lookup("#export-smaller") != null);
    Fx.settle();
    assertTrue(
        Fx.call(() -> ((Label) window.scene().lookup(".export-box .danger-text")).getText())
            .contains("at most 16,000 on a side"));
    Screens.write(window.scene(), "export-too-large");
    assertEquals(List.of(), CutTexts.of(window.scene().getRoot()));
    hands.click(window.find("#export-smaller"));
    Fx.settle();
    assertFalse(Fx.call(() -> window.find("#export-write").isDisabled()));
    Image image =
        new Image(
            new ByteArrayInputStream(
                Files.readAllBytes(write(window, hands, folder.resolve("small.png")))));
    assertTrue(image.getWidth() > 9000 && image.getWidth() < 16_000, image.getWidth() + "");
  }

  @Test
  void aPictureOnItsWayCanBeCancelled(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    window.penguins(folder);
    ask(hands);
    Path file = folder.resolve("never.png");
    window.answers.toSave = Optional.of(file);
    Fx.run(
        () -> {
          ((Button) window.find("#export-write")).fire();
          assertTrue(window.find("#export-progress").isVisible());
          assertTrue(window.find("#export-write").isDisabled());
        });
    // Before a frame has come it is cancelled: the card stays, as it was.
    Fx.run(
        () -> {
          ((Button) window.labelled("Cancel")).fire();
          assertFalse(window.find("#export-progress").isVisible());
          assertFalse(window.find("#export-write").isDisabled());
        });
    Fx.settle();
    assertFalse(Files.exists(file));
    hands.press(KeyCode.ESCAPE);
    Fx.settle();
    assertFalse(Fx.call(() -> window.scene().lookup(".export-layer").isVisible()));
  }

  private static Document parse(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }

  private static double width(Document svg) {
    return Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
  }
}
