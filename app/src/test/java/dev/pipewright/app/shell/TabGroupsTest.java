package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.desk.LayoutFile;
import dev.pipewright.app.settings.Settings;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Leaks;
import dev.pipewright.testing.Screens;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Tabs that are split, moved, taken out of the window and brought back.
@ExtendWith(FxToolkit.class)
class TabGroupsTest {

  private static final Path ARTIFACTS =
      Path.of("..", "component-nodes", "src", "test", "resources", "artifacts", "penguins");

  @TempDir Path folder;

  private OpenWindow window;
  private PipelineTab project;

  private void open() throws Exception {
    window = OpenWindow.of(folder);
    project = window.penguins(folder);
    for (String name : List.of("schema.pbtxt", "FeatureStats.pb")) {
      Fx.call(() -> window.workbench.open(find(name))).get(20, TimeUnit.SECONDS);
      Fx.settle();
    }
    assertEquals("[penguins.pipewright schema.pbtxt FeatureStats.pb*]", drawn());
  }

  private static Path find(String name) {
    try (Stream<Path> files = Files.walk(ARTIFACTS)) {
      return files
          .filter(f -> f.getFileName().toString().equals(name))
          .findFirst()
          .orElseThrow()
          .toAbsolutePath()
          .normalize();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// The groups with their tabs, a bar between groups, a semicolon between windows.
  private String drawn() {
    return Fx.call(
        () ->
            String.join(
                "; ",
                window.workbench.desks().all().stream()
                    .map(
                        desk ->
                            String.join(
                                " | ",
                                desk.groups().stream()
                                    .map(
                                        group ->
                                            "["
                                                + String.join(
                                                    " ",
                                                    group.tabs().stream()
                                                        .map(
                                                            tab ->
                                                                TabStrip.title(tab)
                                                                    + (tab == group.shown().get()
                                                                        ? "*"
                                                                        : ""))
                                                        .toList())
                                                + "]")
                                    .toList()))
                    .toList()));
  }

  private Node title(String text) {
    return Fx.call(() -> window.labelled(text).getParent());
  }

  private Point2D in(Node node, double x, double y) {
    return Fx.call(
        () -> {
          Bounds bounds = node.localToScreen(node.getLayoutBounds());
          return new Point2D(
              bounds.getMinX() + x * bounds.getWidth(), bounds.getMinY() + y * bounds.getHeight());
        });
  }

  @Test
  void aTabIsDraggedAlongItsLineToAnEdgeAndToAnotherGroup(Hands hands) throws Exception {
    open();
    hands.drag(Hands.middle(title("FeatureStats.pb")), in(title("penguins.pipewright"), 0.8, 0.5));
    assertEquals("[penguins.pipewright FeatureStats.pb* schema.pbtxt]", drawn());

    Node content = window.find(".tab-group");
    hands
        .moveTo(title("FeatureStats.pb"))
        .press(MouseButton.PRIMARY)
        .glideTo(in(content, 0.95, 0.5));
    Screens.write(window.scene(), "tabs-drop-zone");
    assertTrue(Fx.call(() -> window.find(".drop-zone").getParent().isVisible()));
    hands.release(MouseButton.PRIMARY);
    assertEquals("[penguins.pipewright schema.pbtxt*] | [FeatureStats.pb*]", drawn());
    hands.click(title("penguins.pipewright"));
    Fx.settle();
    Screens.write(window.scene(), "tabs-split-light");
    assertTrue(Fx.call(() -> window.workbench.selected().get() == project));

    hands.drag(Hands.middle(title("schema.pbtxt")), in(title("FeatureStats.pb"), 0.8, 0.5));
    assertEquals("[penguins.pipewright*] | [FeatureStats.pb schema.pbtxt*]", drawn());
    Fx.run(() -> window.workbench.layout().theme().set(Theme.DARK));
    hands.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.R);
    assertEquals("[penguins.pipewright*] | [FeatureStats.pb*] | [schema.pbtxt*]", drawn());
    Screens.write(window.scene(), "tabs-split-dark");

    hands.moveTo(title("schema.pbtxt")).press(MouseButton.PRIMARY).glideTo(in(content, 0.5, 0.5));
    hands.press(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
    assertEquals("[penguins.pipewright*] | [FeatureStats.pb*] | [schema.pbtxt*]", drawn());
    hands.press(KeyCode.CONTROL, KeyCode.W);
    assertEquals("[penguins.pipewright*] | [FeatureStats.pb*]", drawn());
  }

  @Test
  void actionsActOnTheGroupThatIsWorkedIn(Hands hands) throws Exception {
    open();
    hands.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.R);
    assertEquals("[penguins.pipewright schema.pbtxt*] | [FeatureStats.pb*]", drawn());
    hands.click(title("penguins.pipewright"));
    Fx.settle();
    assertTrue(Fx.call(() -> window.workbench.activeNow().orElseThrow() == project));
    int nodes = Fx.call(() -> project.project().document().get().nodes().size());
    hands.press(KeyCode.CONTROL, KeyCode.A).press(KeyCode.DELETE);
    assertEquals(0, Fx.call(() -> project.project().document().get().nodes().size()));
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(nodes, Fx.call(() -> project.project().document().get().nodes().size()));
    // The other group is worked in as soon as it is clicked; the inspector stays with the project.
    hands.click(title("FeatureStats.pb"));
    assertTrue(Fx.call(() -> window.workbench.activeNow().isEmpty()));
    assertTrue(Fx.call(() -> window.find(".inspector").getScene() != null));
    hands.rightClick(title("FeatureStats.pb"));
    Fx.settle();
    Screens.write(window.scene(), "tabs-menu");
    hands.press(KeyCode.ESCAPE);
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
    assertEquals("[penguins.pipewright* schema.pbtxt]", drawn());
  }

  @Test
  void aTabIsTakenOutOfTheWindowAndBack(Hands hands) throws Exception {
    open();
    Fx.await("the statistics", () -> !window.says("Reading…"));
    Fx.settle();
    hands.click(title("penguins.pipewright"));
    Fx.settle();
    assertEquals("[penguins.pipewright* schema.pbtxt FeatureStats.pb]", drawn());
    hands.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.O);
    assertEquals("[schema.pbtxt* FeatureStats.pb]; [penguins.pipewright*]", drawn());
    DetachedWindow own = Fx.call(() -> window.workbench.windows().open().getFirst());
    assertTrue(Fx.call(() -> own.stage().isShowing()));
    Fx.settle();
    Screens.write(Fx.call(() -> own.stage().getScene()), "tabs-window");
    Fx.run(() -> window.workbench.desks().focus(own.desk()));
    int nodes = Fx.call(() -> project.project().document().get().nodes().size());
    Fx.run(() -> own.stage().requestFocus());
    Fx.settle();
    hands.press(KeyCode.CONTROL, KeyCode.A).press(KeyCode.DELETE);
    assertEquals(0, Fx.call(() -> project.project().document().get().nodes().size()));

    // Its close asks as any does, and keeps it where a person wants that.
    Fx.run(
        () ->
            javafx.event.Event.fireEvent(
                own.stage(),
                new javafx.stage.WindowEvent(
                    own.stage(), javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST)));
    assertEquals(1, window.answers.asked.size());
    assertTrue(Fx.call(() -> own.stage().isShowing()));
    Fx.run(() -> project.project().undo());
    assertEquals(nodes, Fx.call(() -> project.project().document().get().nodes().size()));

    Fx.run(() -> window.workbench.desks().dock(own.desk()));
    assertEquals("[schema.pbtxt FeatureStats.pb penguins.pipewright*]", drawn());
    assertFalse(Fx.call(() -> own.stage().isShowing()));
    Fx.settle();
    assertTrue(Fx.call(() -> window.find(".graph-view").getScene() == window.scene()));
  }

  @Test
  void theLayoutComesBackWithoutWhatIsGone(Hands hands) throws Exception {
    open();
    Fx.run(() -> window.window.open(List.of()));
    Fx.settle();
    hands.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.R);
    Fx.run(
        () -> {
          window.workbench.selected().set(window.workbench.tabs().get(1));
          window.workbench.detach(window.workbench.tabs().get(1), new Point2D(300, 200));
        });
    LayoutFile file = new LayoutFile(folder.resolve("settings"));
    Fx.await("the layout to be kept", () -> file.read().windows().size() == 1);
    Settings kept =
        Fx.call(() -> window.workbench.settings(new Settings.Window(0, 0, 1600, 1000, false)));
    String before = drawn();
    assertEquals("[penguins.pipewright*] | [FeatureStats.pb*]; [schema.pbtxt*]", before);

    OpenWindow again = OpenWindow.of(folder);
    for (Path path : kept.open()) {
      Fx.call(() -> again.workbench.open(path)).get(20, TimeUnit.SECONDS);
    }
    Fx.run(() -> again.window.open(List.of()));
    Fx.await("the windows", () -> again.workbench.windows().open().size() == 1);
    Fx.settle();
    window = again;
    assertEquals("[penguins.pipewright*] | [statistics*]; [schema*]", drawn());
  }

  private List<WeakReference<Object>> moveAndClose(Hands hands) throws Exception {
    open();
    Fx.run(() -> window.workbench.selected().set(project));
    Fx.run(() -> window.workbench.detach(project, new Point2D(300, 200)));
    Fx.settle();
    DetachedWindow own = Fx.call(() -> window.workbench.windows().open().getFirst());
    List<WeakReference<Object>> held =
        List.of(
            new WeakReference<>(own),
            new WeakReference<>(own.desk()),
            new WeakReference<>(Fx.call(() -> own.stage().getScene())),
            new WeakReference<>(project));
    Fx.call(() -> window.workbench.close(project));
    project = null;
    Fx.settle();
    return held;
  }

  @Test
  void whatIsClosedIsFreed(Hands hands) throws Exception {
    List<WeakReference<Object>> held = moveAndClose(hands);
    assertEquals("[schema.pbtxt* FeatureStats.pb]", drawn());
    List<String> names = List.of("window", "desk", "scene", "project");
    for (int i = 0; i < names.size(); i++) {
      Leaks.assertCollected(names.get(i), held.get(i));
    }
  }
}
