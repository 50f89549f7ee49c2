package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.canvas.GraphView;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Looks at what lies at ports, as a person does.
@ExtendWith(FxToolkit.class)
class PortPreviewTest {

  private OpenWindow window;
  private PipelineTab tab;

  @BeforeEach
  void open(@TempDir Path folder) {
    window = OpenWindow.of(folder);
    tab = window.penguins(folder);
    DataRun.of(tab);
    tab = DataRun.reopened(window, tab);
    Fx.run(() -> ((GraphView) window.find(".graph-view")).fit());
    Fx.settle();
  }

  private Point2D port(String spoken) {
    return Fx.call(
        () ->
            window.find(".graph-view").lookupAll(".graph-port").stream()
                .filter(port -> spoken.equals(port.getAccessibleText()))
                .findFirst()
                .map(Hands::middle)
                .orElseThrow(() -> new AssertionError("no " + spoken)));
  }

  private Node card() {
    return window.find(".preview-card");
  }

  private List<String> texts() {
    return Fx.call(
        () ->
            card().lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList());
  }

  private void waitFor(String text) {
    Fx.await(text, () -> texts().stream().anyMatch(each -> each.contains(text)));
    Fx.settle();
  }

  @Test
  void showsTheFirstRowsOfExamplesWhereTheMouseRests(Hands hands) {
    hands.moveTo(port("Output examples, Examples, of CsvExampleGen"));
    Fx.await("the card", () -> card().isVisible());
    waitFor("8 features");
    Screens.write(window.scene(), "preview-examples");
    assertTrue(texts().contains("CsvExampleGen.examples"), texts().toString());
    assertTrue(texts().stream().anyMatch(t -> t.startsWith("#1 ")), texts().toString());

    hands.moveTo(new Point2D(700, 140));
    Fx.await("it to go", () -> !card().isVisible());
    assertEquals(1, Fx.call(() -> window.workbench.tabs().size()));
  }

  @Test
  void showsOtherTypesByAKeyAndClosesByEscape(Hands hands) {
    hands.moveTo(port("Output statistics, ExampleStatistics, of StatisticsGen"));
    Fx.run(() -> window.find(".graph-view").requestFocus());
    hands.press(KeyCode.P);
    assertTrue(Fx.call(() -> card().isVisible()));
    waitFor("8 features ");
    Screens.write(window.scene(), "preview-statistics");
    hands.moveTo(new Point2D(700, 140));
    Fx.settle();
    assertTrue(Fx.call(() -> card().isVisible()), "a key shows it until it is closed");
    hands.press(KeyCode.ESCAPE);
    assertFalse(Fx.call(() -> card().isVisible()));

    hands.moveTo(port("Output schema, Schema, of SchemaGen"));
    hands.press(KeyCode.P);
    waitFor("domains");
    Screens.write(window.scene(), "preview-schema");
    hands.press(KeyCode.ESCAPE);
    hands.moveTo(port("Output anomalies, ExampleAnomalies, of ExampleValidator"));
    hands.press(KeyCode.P);
    waitFor("No anomalies");
  }

  @Test
  void saysWhatToRunWhereNothingHasComeThrough(Hands hands) {
    hands.moveTo(port("Input model, Model, of Pusher"));
    Fx.await("the card", () -> card().isVisible());
    waitFor("Nothing has come through here yet.");
    Screens.write(window.scene(), "preview-nothing");
    assertTrue(window.says("Run to Trainer"));
  }

  @Test
  void showsWhatCameThroughALinkAndKeepsItAfterAClick(Hands hands) {
    // The ports' own reach meets in the middle of a short link.
    Fx.run(() -> ((GraphView) window.find(".graph-view")).zoomTo(2));
    Fx.run(() -> tab.canvas().reveal(new NodeId("SchemaGen")));
    Fx.settle();
    Point2D from = port("Output statistics, ExampleStatistics, of StatisticsGen");
    Point2D to = port("Input statistics, ExampleStatistics, of SchemaGen");
    hands.moveTo(from.midpoint(to));
    Fx.await("the card", () -> card().isVisible());
    waitFor("8 features ");
    // Two links begin there, one over the other.
    assertTrue(
        texts().stream().anyMatch(t -> t.startsWith("StatisticsGen.statistics → ")),
        texts().toString());
    hands.click(window.labelled("8 features · train 204 rows, eval 140 rows"));
    hands.moveTo(new Point2D(700, 140));
    Fx.settle();
    Screens.write(window.scene(), "preview-link");
    assertTrue(Fx.call(() -> card().isVisible()), "a click keeps it");
    hands.click(Fx.call(() -> card().lookup(".preview-close")));
    assertFalse(Fx.call(() -> card().isVisible()));
  }
}
