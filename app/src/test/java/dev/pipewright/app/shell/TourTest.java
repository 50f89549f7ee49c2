package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.canvas.GraphView;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Takes the tour as a person does.
@ExtendWith(FxToolkit.class)
class TourTest {

  @Test
  void goesOnWhenWhatAStepAsksForIsDone(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    Fx.run(() -> window.workbench.pages().tour());
    Fx.settle();
    assertTrue(window.says("1 of 7"));
    Screens.write(window.scene(), "tour-canvas");
    hands.press(KeyCode.ENTER);
    Fx.settle();
    assertTrue(window.says("Drag StatisticsGen onto the canvas."));
    Screens.write(window.scene(), "tour-palette");
    GraphView graph = (GraphView) window.find(".graph-view");
    hands.drag(
        Hands.middle(PaletteDragTest.row(window, "StatisticsGen")), Hands.pointIn(graph, 110, 420));
    Fx.await("the next step", () -> window.says("3 of 7"));
    Fx.settle();
    Screens.write(window.scene(), "tour-links");
    hands.drag(
        port(graph, "Output examples, Examples, of CsvExampleGen"),
        port(graph, "Input examples, Examples, of StatisticsGen2"));
    Fx.await("the next step", () -> window.says("4 of 7"));
    Fx.settle();
    Screens.write(window.scene(), "tour-inspector");
    assertEquals(
        List.of("CsvExampleGen.examples"),
        tab.project()
            .document()
            .get()
            .nodes()
            .getLast()
            .links()
            .map(l -> l.source().toString())
            .toList());
    hands.click(title(graph, "Trainer"));
    Fx.await("the next step", () -> window.says("5 of 7"));
    Screens.write(window.scene(), "tour-run");
    hands.click(window.find("#tour-back"));
    assertTrue(window.says("4 of 7"));
    hands.press(KeyCode.ENTER);
    hands.press(KeyCode.ENTER);
    hands.press(KeyCode.ENTER);
    assertTrue(window.says("7 of 7"));
    Screens.write(window.scene(), "tour-artifact");
    hands.press(KeyCode.ENTER);
    assertFalse(window.says("7 of 7"));
    assertTrue(Fx.call(() -> window.workbench.preferences().knowsTour().get()));
  }

  private static Node port(GraphView graph, String spoken) {
    return Fx.call(
        () ->
            graph.lookupAll(".graph-port").stream()
                .filter(port -> spoken.equals(port.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + spoken)));
  }

  private static Node title(GraphView graph, String node) {
    return Fx.call(
        () ->
            graph.lookupAll(".title").stream()
                .filter(each -> each instanceof Label label && node.equals(label.getText()))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void isOfferedUntilItIsLeft(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder, 1280, 720);
    Screens.write(window.scene(), "tour-offer");
    assertEquals(List.of(), CutTexts.of(window.scene().getRoot()));
    assertTrue(Fx.call(() -> window.find("#tour-start").getParent().isVisible()));
    window.penguins(folder);
    Fx.run(() -> window.workbench.pages().tour());
    Fx.settle();
    hands.press(KeyCode.ESCAPE);
    assertTrue(Fx.call(() -> window.workbench.preferences().knowsTour().get()));
    assertFalse(window.says("1 of 7"));
  }
}
