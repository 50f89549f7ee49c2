package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.error.Notice;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Tabs that are dragged out of all windows, and what can be done in the windows they get.
@ExtendWith(FxToolkit.class)
class DetachedWindowTest {

  private static final Point2D OUTSIDE = new Point2D(1400, 300);

  private OpenWindow window;
  private PipelineTab project;

  @BeforeEach
  void open(@TempDir Path folder) {
    window = OpenWindow.of(folder, 1200, 800);
    project = window.penguins(folder);
    Fx.run(() -> window.workbench.pages().openSettings(""));
    Fx.settle();
    assertEquals("[penguins.pipewright Settings*]", Drawn.tabs(window));
  }

  private static Stream<Node> all(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node),
            parent.getChildrenUnmodifiable().stream().flatMap(DetachedWindowTest::all))
        : Stream.of(node);
  }

  private static Node title(Scene scene, String text) {
    return Fx.call(
        () ->
            all(scene.getRoot())
                .filter(node -> node.getStyleClass().contains("tab-item"))
                .filter(node -> text.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow());
  }

  private static boolean says(Scene scene, String text) {
    return Fx.call(
        () ->
            all(scene.getRoot())
                .filter(node -> node instanceof Label label && text.equals(label.getText()))
                .anyMatch(DetachedWindowTest::isShown));
  }

  private static boolean isShown(Node node) {
    return Stream.iterate(node, each -> each != null, Node::getParent).allMatch(Node::isVisible);
  }

  private static boolean searches(Scene scene) {
    return Fx.call(
        () -> scene.lookup(".search-layer") != null && scene.lookup(".search-layer").isVisible());
  }

  private static Point2D right(Node node) {
    return Fx.call(
        () -> {
          Bounds bounds = node.localToScreen(node.getLayoutBounds());
          return new Point2D(bounds.getMaxX() - 24, bounds.getCenterY());
        });
  }

  private DetachedWindow own() {
    return Fx.call(() -> window.workbench.windows().open().getFirst());
  }

  private static Scene scene(DetachedWindow own) {
    return Fx.call(() -> own.stage().getScene());
  }

  private DetachedWindow dragOut(Hands hands, String text) {
    hands.drag(Hands.middle(title(window.scene(), text)), OUTSIDE);
    Fx.settle();
    return own();
  }

  private static long ghosts() {
    return Fx.call(
        () ->
            Window.getWindows().stream()
                .filter(each -> each.getScene().lookup(".tab-ghost") != null)
                .count());
  }

  @Test
  void aTabIsDraggedOutOfAllWindowsAndIntoTheFirstAgain(Hands hands) {
    // Escape over nothing leaves it where it was, also when the button is let go there.
    Node settings = title(window.scene(), "Settings");
    hands.moveTo(settings).press(MouseButton.PRIMARY).glideTo(OUTSIDE);
    assertEquals(1, ghosts());
    hands.press(KeyCode.ESCAPE);
    assertEquals(0, ghosts());
    hands.moveBy(40, 40).release(MouseButton.PRIMARY);
    assertEquals("[penguins.pipewright Settings*]", Drawn.tabs(window));

    DetachedWindow own = dragOut(hands, "penguins.pipewright");
    assertEquals("[Settings*]; [penguins.pipewright*]", Drawn.tabs(window));
    assertTrue(Fx.call(() -> own.stage().isShowing() && own.stage().isFocused()));
    // Its title comes to be under the mouse.
    Bounds title =
        Fx.call(
            () -> {
              Node node = title(scene(own), "penguins.pipewright");
              return node.localToScreen(node.getLayoutBounds());
            });
    assertTrue(title.getMinX() < OUTSIDE.getX() + 200 && title.getMaxX() > OUTSIDE.getX() - 200);

    // From there over nothing again, with Escape, then back among the titles of the first.
    hands.moveTo(title(scene(own), "penguins.pipewright")).press(MouseButton.PRIMARY);
    hands.glideTo(new Point2D(600, 1200)).press(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
    assertEquals("[Settings*]; [penguins.pipewright*]", Drawn.tabs(window));
    hands.moveTo(title(scene(own), "penguins.pipewright")).press(MouseButton.PRIMARY);
    hands.glideTo(right(title(window.scene(), "Settings")));
    Screens.write(window.scene(), "detached-drop-back");
    hands.release(MouseButton.PRIMARY);
    Fx.settle();
    assertEquals("[Settings penguins.pipewright*]", Drawn.tabs(window));
    assertFalse(Fx.call(() -> own.stage().isShowing()));
    assertTrue(Fx.call(() -> window.scene().getWindow().isFocused()));
    assertEquals(
        window.find(".graph-view"), Fx.call(() -> window.scene().getFocusOwner()), "the keys");
  }

  @Test
  void hasWhatIsNeededToWorkThere(Hands hands) {
    DetachedWindow own = dragOut(hands, "penguins.pipewright");
    Scene scene = scene(own);
    int nodes = project.project().document().get().nodes().size();
    Screens.write(scene, "detached-light");
    assertEquals(List.of(), CutTexts.of(scene.getRoot()));

    // Keys work at once; what is taken back by the tool bar is taken back there.
    hands.press(KeyCode.CONTROL, KeyCode.A).press(KeyCode.DELETE);
    assertEquals(0, Fx.call(() -> project.project().document().get().nodes().size()));
    hands.click(
        Fx.call(
            () ->
                all(scene.getRoot())
                    .filter(node -> "edit.undo".equals(node.getId()))
                    .findFirst()
                    .orElseThrow()));
    assertEquals(nodes, Fx.call(() -> project.project().document().get().nodes().size()));

    // The command search comes over this window, and adds to its canvas.
    hands.press(KeyCode.CONTROL, KeyCode.K);
    assertTrue(searches(scene));
    assertFalse(searches(window.scene()));
    hands.type("ImportSchemaGen");
    Screens.write(scene, "detached-search");
    hands.press(KeyCode.ENTER);
    Fx.settle();
    assertEquals(nodes + 1, Fx.call(() -> project.project().document().get().nodes().size()));
    assertFalse(searches(scene));
    // So does the quick search of the canvas.
    hands.press(KeyCode.TAB).type("Pusher").press(KeyCode.ENTER);
    Fx.settle();
    assertEquals(nodes + 2, Fx.call(() -> project.project().document().get().nodes().size()));

    // What is to be told is told where a person looks.
    Fx.run(() -> window.errors.tell(new Notice("Told here", "", "", "", false)));
    Fx.settle();
    assertTrue(says(scene, "Told here"));
    assertFalse(says(window.scene(), "Told here"));
    Fx.run(() -> window.workbench.layout().theme().set(Theme.DARK));
    Fx.settle();
    Screens.write(scene, "detached-dark");
    hands.click(title(window.scene(), "Settings"));
    Fx.settle();
    assertTrue(says(window.scene(), "Told here"));
    assertFalse(says(scene, "Told here"));
  }

  @Test
  void isDrawnLargerWithTheRest(Hands hands) {
    Fx.run(() -> window.workbench.preferences().scale().value().set(150));
    Fx.settle();
    DetachedWindow own = dragOut(hands, "penguins.pipewright");
    Scene scene = scene(own);
    Screens.write(scene, "detached-150-light");
    assertEquals(List.of(), CutTexts.of(scene.getRoot()));
    hands.press(KeyCode.CONTROL, KeyCode.K);
    assertTrue(searches(scene));
    Screens.write(scene, "detached-150-search");
    hands.press(KeyCode.ESCAPE);
    Fx.run(() -> window.workbench.layout().theme().set(Theme.DARK));
    Fx.settle();
    Screens.write(scene, "detached-150-dark");
    // Back by the mouse, at this size too.
    hands.moveTo(title(scene, "penguins.pipewright")).press(MouseButton.PRIMARY);
    hands.glideTo(right(title(window.scene(), "Settings")));
    Screens.write(window.scene(), "detached-150-drop-back");
    hands.release(MouseButton.PRIMARY);
    Fx.settle();
    assertEquals("[Settings penguins.pipewright*]", Drawn.tabs(window));
    assertNull(Fx.call(() -> scene.getWindow().isShowing() ? scene : null));
  }

  @Test
  void theKeysGoToTheTabThatIsChosen(Hands hands) {
    hands.click(title(window.scene(), "penguins.pipewright"));
    Fx.settle();
    assertEquals(window.find(".graph-view"), Fx.call(() -> window.scene().getFocusOwner()));
    hands.press(KeyCode.CONTROL, KeyCode.TAB);
    Fx.settle();
    Node settings = Fx.call(() -> window.scene().getFocusOwner());
    assertFalse(settings == null || settings.getStyleClass().contains("graph-view"));
    assertTrue(Fx.call(() -> isIn(settings, window.find(".tab-group"))));
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
    Fx.settle();
    assertEquals(window.find(".graph-view"), Fx.call(() -> window.scene().getFocusOwner()));
    hands.press(KeyCode.CONTROL, KeyCode.A);
    assertEquals(9, Fx.call(() -> project.selection().get().size()));
    // From a field of the inspector a click on the title leads back to the canvas.
    Fx.run(
        () ->
            project
                .canvas()
                .edit(view -> view.graph().getSelection().selectNodes(List.of("Trainer"))));
    Fx.settle();
    Fx.run(() -> project.canvas().inspect());
    assertFalse(Fx.call(() -> isIn(window.scene().getFocusOwner(), window.find(".tab-group"))));
    hands.click(title(window.scene(), "penguins.pipewright"));
    Fx.settle();
    assertTrue(Fx.call(() -> isIn(window.scene().getFocusOwner(), window.find(".tab-group"))));
  }

  private static boolean isIn(Node node, Node within) {
    return Stream.iterate(node, each -> each != null, Node::getParent)
        .anyMatch(each -> each == within);
  }
}
