package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.engine.FakeHost;
import dev.pipewright.app.run.Told;
import dev.pipewright.protocol.EngineServer;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Asks for more runs while one is at work, and looks how long that will still take.
@ExtendWith(FxToolkit.class)
class RunQueueWindowTest {

  private static Scene menu() {
    return Fx.call(
        () ->
            Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene != null && scene.getRoot().lookup(".queue-row") != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no list of runs")));
  }

  private static Node cancel() {
    return Fx.call(
        () ->
            menu().getRoot().lookupAll(".icon-button").stream()
                .filter(button -> "Do not run it".equals(button.getAccessibleText()))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void listsTheRunsThatWaitAndTellsWhatIsLeft(Hands hands, @TempDir Path folder) {
    List<FakeHost> hosts = new CopyOnWriteArrayList<>();
    OpenWindow window =
        OpenWindow.of(
            folder,
            () -> {
              FakeHost host = new FakeHost(EngineServer.PROTOCOL_VERSION);
              hosts.add(host);
              return host;
            });
    PipelineTab tab = window.penguins(folder);
    hands.press(KeyCode.F5);
    Fx.await("a run", () -> hosts.size() == 1 && hosts.getFirst().requests.size() == 1);
    FakeHost host = hosts.getFirst();
    Told told = new Told(host.requests.getFirst().run());
    host.tell(told.started(1, "CsvExampleGen"));
    host.tell(told.nodeStarted("CsvExampleGen"));
    Fx.await("its node", () -> !tab.run().progress().get().running().isEmpty());
    assertFalse(window.says("Left"), "nobody knows yet");

    hands.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.F5);
    hands.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.F5);
    Fx.settle();
    assertTrue(window.says("2 runs wait"));
    host.tell(told.progress("CsvExampleGen", 0.1, "reading"));
    Fx.await("what is left", () -> window.says("Left"));
    hands.click(window.find("#queue"));
    Fx.settle();
    Screens.write(window.scene(), "run-queue");
    Screens.write(menu(), "run-queue-list");
    hands.click(cancel());
    Fx.settle();
    assertTrue(window.says("1 run waits"));
    assertEquals(1, Fx.call(() -> window.workbench.queue().waiting().size()));
  }
}
