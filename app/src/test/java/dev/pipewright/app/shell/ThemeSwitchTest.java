package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.pipewright.app.engine.FakeHost;
import dev.pipewright.app.run.Told;
import dev.pipewright.app.settings.Settings.Appearance;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.protocol.EngineServer;
import dev.pipewright.protocol.OutputMessage;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The window changes its colours as a whole, whatever it shows.
@ExtendWith(FxToolkit.class)
class ThemeSwitchTest {

  private static final int BLOCK = 8;

  @TempDir private Path folder;
  private final List<FakeHost> hosts = new CopyOnWriteArrayList<>();

  private OpenWindow inTheMiddleOfARun(Hands hands) {
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
    Fx.await("a request", () -> !hosts.isEmpty() && !hosts.getFirst().requests.isEmpty());
    Told told = new Told(hosts.getFirst().requests.getFirst().run());
    FakeHost host = hosts.getFirst();
    host.tell(told.started(3, "CsvExampleGen", "StatisticsGen", "SchemaGen", "Trainer"));
    host.tell(
        told.cached(
            "CsvExampleGen", new OutputMessage(5, "Examples", "/root/gen/examples/3", 1, 100)));
    host.tell(told.nodeStarted("StatisticsGen"));
    host.tell(told.nodeStarted("Trainer"));
    for (int step = 0; step < 60; step++) {
      host.tell(told.metric("Trainer", "train/loss", step, 1.0 / (1 + step)));
    }
    Fx.await("the run", () -> window.says("Run 3 · Trainer"));
    Fx.run(() -> tab.canvas().reveal(new NodeId("Trainer")));
    Fx.settle();
    return window;
  }

  private static void set(OpenWindow window, Theme theme) {
    Fx.run(() -> window.workbench.layout().theme().set(theme));
    Fx.settle();
    Fx.frames(2);
  }

  /// The places of squares of one colour, all light or all dark.
  private static List<String> squares(Image picture, boolean isLight) {
    PixelReader pixels = picture.getPixelReader();
    List<String> found = new ArrayList<>();
    for (int y = 0; y + BLOCK <= picture.getHeight(); y += BLOCK) {
      for (int x = 0; x + BLOCK <= picture.getWidth(); x += BLOCK) {
        if (isSquare(pixels, x, y, isLight)) {
          found.add(x + "," + y);
        }
      }
    }
    return found;
  }

  private static boolean isSquare(PixelReader pixels, int left, int top, boolean isLight) {
    int colour = pixels.getArgb(left, top);
    double brightness = pixels.getColor(left, top).getBrightness();
    boolean isSuch =
        isLight
            ? brightness > 0.85 && pixels.getColor(left, top).getSaturation() < 0.3
            : brightness < 0.25;
    for (int y = top; isSuch && y < top + BLOCK; y++) {
      for (int x = left; isSuch && x < left + BLOCK; x++) {
        isSuch = pixels.getArgb(x, y) == colour;
      }
    }
    return isSuch;
  }

  @Test
  void nothingKeepsItsOldColoursInTheMiddleOfARun(Hands hands) {
    OpenWindow window = inTheMiddleOfARun(hands);
    set(window, Theme.LIGHT);
    assertEquals(List.of(), squares(Screens.picture(window.scene()), false));
    set(window, Theme.DARK);
    Screens.write(window.scene(), "theme-switched-dark");
    assertEquals(List.of(), squares(Screens.picture(window.scene()), true));
    set(window, Theme.LIGHT);
    Screens.write(window.scene(), "theme-switched-light");
    assertEquals(List.of(), squares(Screens.picture(window.scene()), false));
  }

  @Test
  void followsTheSystemUntilAPersonChooses(Hands hands) {
    OpenWindow window = OpenWindow.of(folder);
    Layout layout = window.workbench.layout();
    assertEquals(Appearance.SYSTEM, Fx.call(layout::appearance));
    Theme system = Fx.call(() -> layout.theme().get());
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
    Theme chosen = Fx.call(() -> layout.theme().get());
    assertNotEquals(system, chosen);
    assertEquals(chosen.name(), Fx.call(layout::appearance).name());
    Fx.run(() -> layout.followsSystem().set(true));
    assertEquals(system, Fx.call(() -> layout.theme().get()));
    assertEquals(Appearance.SYSTEM, Fx.call(layout::appearance));
  }
}
