package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.canvas.GraphView;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A component on its way to a place that is not seen yet.
@ExtendWith(FxToolkit.class)
class PaletteDragTest {

  static Node row(OpenWindow window, String component) {
    return Fx.call(
        () ->
            window.find(".palette-list").lookupAll(".palette-cell").stream()
                .filter(cell -> cell.getAccessibleText() != null)
                .filter(cell -> cell.getAccessibleText().startsWith(component + "."))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void movesTheCanvasOnNearItsEdge(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    GraphView graph = (GraphView) window.find(".graph-view");
    Point2D before = Fx.call(() -> graph.documentPoint(0, 0));
    hands.moveTo(row(window, "StatisticsGen")).press(MouseButton.PRIMARY);
    hands.glideTo(Hands.pointIn(graph, 5, 200));
    Fx.frames(3);
    assertEquals(before, Fx.call(() -> graph.documentPoint(0, 0)), "it only comes in");

    double right = Fx.call(graph::getWidth) - 6;
    hands.glideTo(Hands.pointIn(graph, 500, 300)).glideTo(Hands.pointIn(graph, right, 300));
    Fx.await("the canvas to move", () -> graph.documentPoint(0, 0).getX() > before.getX() + 200);
    hands.glideTo(Hands.pointIn(graph, right - 200, 300));
    Fx.settle();
    Point2D stopped = Fx.call(() -> graph.documentPoint(0, 0));
    Fx.frames(3);
    assertEquals(stopped, Fx.call(() -> graph.documentPoint(0, 0)));
    hands.release(MouseButton.PRIMARY);

    var added = Fx.call(() -> tab.project().document().get().nodes().getLast().id());
    Position place = Fx.call(() -> tab.project().document().get().layout().positions().get(added));
    assertTrue(place.x() > right - 400 + 200, place.toString());
  }
}
