package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.canvas.GraphView;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A project that is shown in two groups at once.
@ExtendWith(FxToolkit.class)
class ProjectTwiceTest {

  private static final NodeId TRAINER = new NodeId("Trainer");

  private OpenWindow window;
  private PipelineTab project;

  @BeforeEach
  void open(@TempDir Path folder) {
    window = OpenWindow.of(folder);
    project = window.penguins(folder);
  }

  private List<GraphView> canvases() {
    return Fx.call(
        () ->
            window.scene().getRoot().lookupAll(".graph-view").stream()
                .map(GraphView.class::cast)
                .toList());
  }

  private Pipeline document() {
    return Fx.call(() -> project.project().document().get());
  }

  private static Set<String> selected(GraphView canvas) {
    return Fx.call(() -> Set.copyOf(canvas.getSelection().nodes()));
  }

  private Node closing(int index) {
    return Fx.call(
        () ->
            window.scene().getRoot().lookupAll(".tab-close").stream()
                .skip(index)
                .findFirst()
                .orElseThrow());
  }

  private long dots() {
    return Fx.call(
        () ->
            window.scene().getRoot().lookupAll(".tab-dot").stream()
                .filter(Node::isVisible)
                .count());
  }

  private boolean inspects(String text) {
    return Fx.call(() -> says((Parent) window.scene().lookup(".inspector"), text));
  }

  private static boolean says(Parent parent, String text) {
    return parent.lookupAll(".label").stream()
        .anyMatch(
            node ->
                node instanceof javafx.scene.control.Label label && text.equals(label.getText()));
  }

  @Test
  void eachGroupHasItsOwnLookAndSelectionOfTheOneDocument(Hands hands) {
    Fx.run(() -> canvases().getFirst().zoomTo(0.6));
    Fx.run(() -> canvases().getFirst().getSelection().selectNodes(List.of("Trainer")));
    hands.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.R);
    Fx.settle();
    assertEquals("[penguins.pipewright*] | [penguins.pipewright*]", Drawn.tabs(window));
    GraphView left = canvases().getFirst();
    GraphView right = canvases().getLast();
    assertNotSame(left, right);
    // It begins as the other looks, and goes its own way from there.
    assertEquals(0.6, Fx.call(right::getZoom));
    assertEquals(Set.of("Trainer"), selected(right));
    assertEquals(right, Fx.call(() -> window.scene().getFocusOwner()));
    hands.press(KeyCode.CONTROL, KeyCode.DIGIT0);
    assertEquals(1.0, Fx.call(right::getZoom));
    assertEquals(0.6, Fx.call(left::getZoom));
    Fx.run(() -> right.getSelection().selectNodes(List.of("Evaluator")));
    Fx.settle();
    assertEquals(Set.of("Trainer"), selected(left));
    assertTrue(inspects("Evaluator"));
    hands.click(Hands.pointIn(left, 8, 8));
    Fx.run(() -> left.getSelection().selectNodes(List.of("Trainer")));
    Fx.settle();
    assertTrue(inspects("Trainer"));
    Screens.write(window.scene(), "twice-light");
    Fx.run(() -> window.workbench.layout().theme().set(Theme.DARK));
    Fx.settle();
    Screens.write(window.scene(), "twice-dark");

    // An edit on one is seen on the other, with one history and one mark.
    hands.press(KeyCode.DELETE);
    Fx.settle();
    assertTrue(document().node(TRAINER).isEmpty());
    assertEquals(8, Fx.call(() -> right.getDocument().nodes().size()));
    assertEquals(2, dots());
    assertEquals(Set.of("Evaluator"), selected(right));
    assertEquals(List.of(), Fx.call(() -> project.selection().get()));
    hands.click(Hands.pointIn(right, 8, 8));
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    Fx.settle();
    assertTrue(document().node(TRAINER).isPresent());
    assertEquals(9, Fx.call(() -> left.getDocument().nodes().size()));
    assertEquals(0, dots());
    assertNotNull(Fx.call(() -> right.nodeBounds("Trainer")));
  }

  @Test
  void closingOneOfTwoAsksNothingAndKeepsTheOther(Hands hands) {
    hands.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.R);
    hands.press(KeyCode.CONTROL, KeyCode.A).press(KeyCode.DELETE);
    Fx.settle();
    GraphView right = canvases().getLast();
    Fx.run(() -> right.zoomTo(0.5));
    // The left one is the project's own: the other stays, as it looked.
    hands.moveTo(closing(0)).click();
    Fx.settle();
    assertEquals("[penguins.pipewright*]", Drawn.tabs(window));
    assertEquals(List.of(), window.answers.asked);
    assertTrue(Fx.call(() -> project.project().dirty().get()));
    assertEquals(0.5, Fx.call(() -> canvases().getFirst().getZoom()));
    assertEquals(canvases().getFirst(), Fx.call(() -> window.scene().getFocusOwner()));
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(9, document().nodes().size());
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);

    hands.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.D);
    Fx.settle();
    assertEquals("[penguins.pipewright*] | [penguins.pipewright*]", Drawn.tabs(window));
    hands.press(KeyCode.CONTROL, KeyCode.W);
    Fx.settle();
    assertEquals("[penguins.pipewright*]", Drawn.tabs(window));
    assertEquals(List.of(), window.answers.asked);
    // The last one asks, once, as it always does.
    hands.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.R);
    Fx.run(() -> window.workbench.closeTabs(List.copyOf(window.workbench.tabs())));
    Fx.settle();
    assertEquals(1, window.answers.asked.size());
    assertEquals("[penguins.pipewright*] | [penguins.pipewright*]", Drawn.tabs(window));
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    Fx.run(() -> window.workbench.closeTabs(List.copyOf(window.workbench.tabs())));
    Fx.settle();
    assertEquals("[]", Drawn.tabs(window));
    assertFalse(Fx.call(() -> window.workbench.activeNow().isPresent()));
  }
}
