package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.canvas.GraphNode;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.pipeline.Area;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What is made by a key is seen.
@ExtendWith(FxToolkit.class)
class InSightTest {

  private OpenWindow window;
  private PipelineTab tab;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    window = OpenWindow.of(folder);
    tab = window.penguins(folder);
    Fx.call(() -> window.window.open(java.util.List.of())).get(20, TimeUnit.SECONDS);
    Fx.settle();
    Fx.run(() -> graph().requestFocus());
  }

  private GraphView graph() {
    return (GraphView) window.find(".graph-view");
  }

  private void assertSeen(Rectangle2D area) {
    Point2D from = Fx.call(() -> graph().viewPoint(area.getMinX(), area.getMinY()));
    Point2D to = Fx.call(() -> graph().viewPoint(area.getMaxX(), area.getMaxY()));
    assertTrue(
        from.getX() >= 0
            && from.getY() >= 0
            && to.getX() <= graph().getWidth()
            && to.getY() <= graph().getHeight(),
        from + " to " + to);
  }

  @Test
  void theFrameOfTheFirstRow(Hands hands) {
    Fx.run(() -> graph().getSelection().selectNodes(Set.of("StatisticsGen", "SchemaGen")));
    hands.press(KeyCode.CONTROL, KeyCode.G);
    Fx.settle();
    String frame = Fx.call(() -> tab.project().document().get().layout().frames().getFirst().id());
    assertSeen(Fx.call(() -> graph().frameBounds(frame)));
  }

  @Test
  void aNoteThatCoversNothing(Hands hands) {
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
    Fx.settle();
    Area at = Fx.call(() -> tab.project().document().get().layout().notes().getFirst().area());
    Rectangle2D note = new Rectangle2D(at.x(), at.y(), at.width(), at.height());
    assertSeen(note);
    for (GraphNode node : Fx.call(() -> graph().getDocument().nodes())) {
      assertFalse(
          Fx.call(() -> graph().nodeBounds(node.key())).intersects(note), node.key() + " " + at);
    }
  }
}
