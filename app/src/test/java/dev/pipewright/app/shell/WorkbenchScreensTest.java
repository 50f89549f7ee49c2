package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures of the window, to be looked at, and what can be told of them without eyes.
@ExtendWith(FxToolkit.class)
class WorkbenchScreensTest {

  @Test
  void showsPenguinsInBothThemes(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    Fx.run(() -> tab.canvas().reveal(new NodeId("Trainer")));
    Fx.settle();
    Screens.write(window.scene(), "workbench-light");
    Fx.run(() -> window.workbench.layout().theme().set(Theme.DARK));
    Fx.settle();
    Screens.write(window.scene(), "workbench-dark");
    assertEquals(List.of(), window.errors.notices());
  }

  @Test
  void welcomesWithoutAProject(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    Screens.write(window.scene(), "workbench-welcome");
    assertEquals(true, window.says("Start from a template"));
  }

  @ParameterizedTest
  @CsvSource({"1600, 1000", "1280, 720", "853, 520", "2560, 1440", "1707, 960"})
  void cutsNoTextOfButtonsAndTabs(double width, double height, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder, width, height);
    PipelineTab tab = window.penguins(folder);
    Fx.run(() -> tab.canvas().reveal(new NodeId("Trainer")));
    Fx.settle();
    Screens.write(window.scene(), "workbench-" + (int) width + "x" + (int) height);
    assertEquals(List.of(), CutTexts.of(window.scene().getRoot()));
  }
}
