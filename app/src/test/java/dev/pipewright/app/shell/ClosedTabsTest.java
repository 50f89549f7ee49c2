package dev.pipewright.app.shell;

import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Leaks;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxToolkit.class)
class ClosedTabsTest {

  /// What a project had on the screen, and the project.
  private static List<WeakReference<Object>> openAndClose(OpenWindow window, Path folder) {
    PipelineTab tab = window.penguins(folder);
    Fx.run(() -> tab.canvas().reveal(new NodeId("Trainer")));
    Fx.settle();
    Fx.run(() -> window.workbench.layout().theme().set(Theme.DARK));
    Fx.settle();
    Node canvas = window.find(".graph-view");
    List<WeakReference<Object>> held =
        List.of(
            new WeakReference<>(canvas),
            new WeakReference<>(canvas.getParent().getParent()),
            new WeakReference<>(window.find(".inspector")),
            new WeakReference<>(tab),
            new WeakReference<>(tab.run()),
            new WeakReference<>(tab.project()));
    Fx.run(() -> window.workbench.close(tab));
    Fx.settle();
    return held;
  }

  @Test
  void leaveNothingBehind(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    List<String> names = List.of("canvas", "pane", "inspector", "tab", "runs", "project");
    List<WeakReference<Object>> held = openAndClose(window, folder);
    Fx.settle();
    for (int i = 0; i < names.size(); i++) {
      Leaks.assertCollected(names.get(i), held.get(i));
    }
  }

  private static WeakReference<Object> openAndHide(Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    window.penguins(folder);
    WeakReference<Object> held = new WeakReference<>(window.workbench);
    Fx.run(() -> window.scene().getWindow().hide());
    return held;
  }

  @Test
  void aWindowLeavesNothingBehindEither(@TempDir Path folder) {
    Leaks.assertCollected("the window", openAndHide(folder));
  }
}
