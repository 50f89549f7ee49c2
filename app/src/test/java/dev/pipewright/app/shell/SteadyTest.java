package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.app.run.RunState;
import dev.pipewright.app.run.Told;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.protocol.OutputMessage;
import dev.pipewright.protocol.RunResult;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Whatever happens, nothing moves that is not meant to.
@ExtendWith(FxToolkit.class)
class SteadyTest {

  private Visit visit;

  @BeforeEach
  void open(@TempDir Path folder) {
    visit = new Visit(folder, Look.USUAL).penguins();
    visit.reveal("Trainer");
  }

  /// Where all controls are, and the parts of the canvas.
  private Map<Node, Bounds> places(String... within) {
    return Fx.call(
        () -> {
          Map<Node, Bounds> places = new LinkedHashMap<>();
          for (String selector : within) {
            collect(visit.window.find(selector), places);
          }
          return places;
        });
  }

  private static void collect(Node node, Map<Node, Bounds> places) {
    if (!node.isVisible()) {
      return;
    }
    boolean isControl = node instanceof Control && !(node instanceof ScrollBar);
    if (isControl || node.getStyleClass().contains("graph-node")) {
      places.put(node, node.localToScene(node.getLayoutBounds()));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, places));
    }
  }

  private static void assertSteady(Map<Node, Bounds> before) {
    Fx.settle();
    List<String> moved = new ArrayList<>();
    Fx.run(
        () ->
            before.forEach(
                (node, place) -> {
                  Bounds now = node.localToScene(node.getLayoutBounds());
                  boolean isSame =
                      Math.abs(now.getMinX() - place.getMinX()) < 0.5
                          && Math.abs(now.getMinY() - place.getMinY()) < 0.5;
                  if (node.getScene() != null && !isSame) {
                    moved.add(node + " from " + shown(place) + " to " + shown(now));
                  }
                }));
    assertEquals(List.of(), moved);
  }

  private static String shown(Bounds at) {
    return "%.0f, %.0f".formatted(at.getMinX(), at.getMinY());
  }

  @Test
  void whenTheMouseRestsOnThings() {
    Map<Node, Bounds> before = places(".workbench-body", ".tool-line", ".top-bar", ".status-bar");
    Stream.of(".tool-line .button", ".tab-item", ".palette-cell", ".form-label", ".graph-node")
        .map(visit.window::find)
        .forEach(
            node -> {
              visit.hands.moveTo(node);
              assertSteady(before);
            });
  }

  @Test
  void whenTabsOfPanelsAndNodesAreChosen() {
    Map<Node, Bounds> around =
        places(".top-bar", ".tool-line", ".side-panel", ".graph-view", ".dock");
    around.putAll(places(".inspector .panel-tabs"));
    for (String tab : List.of("Inputs & Outputs", "Runs", "Properties")) {
      visit.click(tab);
      assertSteady(around);
    }
    for (String node : List.of("StatisticsGen", "Evaluator", "CsvExampleGen", "Trainer")) {
      visit.select(node);
      assertSteady(around);
    }
    Map<Node, Bounds> outside =
        places(".top-bar", ".tool-line", ".side-panel", ".graph-view", ".inspector", ".panel-tabs");
    for (String tab : List.of("Artifacts", "Problems", "Run log")) {
      visit.click(tab);
      assertSteady(outside);
    }
    Map<Node, Bounds> right =
        places(".top-bar", ".tool-line", ".side-panel > .panel-tabs", ".graph-view", ".inspector");
    for (String tab : List.of("Outline", "Find", "Components")) {
      visit.click(tab);
      assertSteady(right);
    }
  }

  @Test
  void whenAProblemIsFoundAndMended() {
    Map<Node, Bounds> before =
        places(".top-bar", ".tool-line", ".side-panel", ".graph-view", ".dock");
    visit.edit(
        new Edit.SetParameter(
            new NodeId("Trainer"), "save_checkpoints_secs", ParameterValue.of(-1)));
    Fx.await("a problem", () -> !visit.tab().project().problems().get().isEmpty());
    assertSteady(before);
    visit.press(KeyCode.CONTROL, KeyCode.Z);
    Fx.await("no problem", () -> visit.tab().project().problems().get().isEmpty());
    assertSteady(before);
  }

  @Test
  void whileARunIsAtWork() {
    Map<Node, Bounds> before = places(".top-bar", ".tool-line", ".side-panel", ".inspector");
    Map<Node, Bounds> dock = places(".dock .panel-tabs");
    Told told = visit.run();
    assertSteady(before);
    OutputMessage output = new OutputMessage(5, "Examples", "/root/gen/examples/3", 1, 100);
    visit.last().tell(told.done("CsvExampleGen", output));
    visit.awaitState("CsvExampleGen", State.DONE);
    visit.last().tell(told.nodeStarted("Trainer"));
    visit.last().tell(told.progress("Trainer", 0.5, "half"));
    visit.awaitState("Trainer", State.RUNNING);
    assertSteady(before);
    assertSteady(dock);
    visit.last().answers.getLast().complete(new RunResult("failed", "/root", 10, List.of()));
    Fx.await("the end", () -> visit.tab().run().state().get() == RunState.IDLE);
    assertSteady(before);
    assertSteady(dock);
  }

  @Test
  void whenBarsToScrollComeAndGo() {
    Map<Node, Bounds> before = places(".inspector .parameter-form");
    Fx.run(() -> visit.window.scene().getWindow().setHeight(1500));
    assertSteady(before);
    double wide = Fx.call(() -> visit.window.find(".form-row").getLayoutBounds().getWidth());
    Fx.run(() -> visit.window.scene().getWindow().setHeight(700));
    Fx.settle();
    assertEquals(wide, Fx.call(() -> visit.window.find(".form-row").getLayoutBounds().getWidth()));
  }
}
