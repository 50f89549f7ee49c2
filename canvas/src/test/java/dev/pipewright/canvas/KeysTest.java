package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class KeysTest {

  private EditorStage stage;

  @BeforeEach
  void show() {
    stage = EditorStage.show();
  }

  private void select(String... nodes) {
    Fx.run(() -> stage.view.getSelection().selectNodes(List.of(nodes)));
    Fx.settle();
  }

  private Set<String> selected() {
    return Fx.call(() -> Set.copyOf(stage.view.getSelection().nodes()));
  }

  @Test
  void leftAndRightFollowLinksUpAndDownTheColumn(Hands hands) {
    select("ImportSchemaGen");
    hands.press(KeyCode.RIGHT);
    assertEquals(Set.of("Transform"), selected());
    hands.press(KeyCode.RIGHT);
    assertEquals(Set.of("Trainer"), selected());
    hands.press(KeyCode.DOWN);
    assertEquals(Set.of("Resolver"), selected());
    hands.press(KeyCode.RIGHT);
    assertEquals(Set.of("Evaluator"), selected());
    assertEquals("Evaluator, Graph", Fx.call(stage.view::getAccessibleText));
  }

  @Test
  void theArrowsReachNotesAndFramesToo(Hands hands) {
    select("AnomalyNotifier");
    hands.press(KeyCode.RIGHT);
    assertEquals(Set.of("ask"), Fx.call(() -> Set.copyOf(stage.view.getSelection().notes())));
    hands.press(KeyCode.UP);
    assertEquals(
        Set.of("validation"), Fx.call(() -> Set.copyOf(stage.view.getSelection().frames())));
    assertEquals(
        "Group Data validation, 3 components, Graph", Fx.call(stage.view::getAccessibleText));
    hands.press(KeyCode.ENTER);
    assertEquals(new GraphIntent.FoldFrame("validation", FrameState.FOLDED), stage.last());
    hands.press(KeyCode.DOWN);
    assertEquals(1, selected().size());
  }

  @Test
  void aLinkIsDrawnByKeysAlone(Hands hands) {
    select("Resolver");
    hands.press(KeyCode.L);
    assertEquals("From model. Enter takes it, up and down choose another", stage.hint());
    hands.press(KeyCode.ENTER);
    assertEquals("Evaluator, baseline_model (1 of 3). Enter links", stage.hint());
    assertTrue(stage.has(stage.card("Evaluator"), "target"));
    hands.press(KeyCode.DOWN).press(KeyCode.DOWN);
    assertEquals("Pusher, model (3 of 3). Enter links", stage.hint());
    hands.press(KeyCode.ENTER);
    assertEquals(
        new GraphIntent.Connect(new PortRef("Resolver", "model"), new PortRef("Pusher", "model")),
        stage.last());
    assertEquals("", stage.hint());
    assertNull(Fx.call(() -> stage.view.lookup(".preview")));
  }

  @Test
  void theKeysChooseAmongThePortsFirst(Hands hands) {
    select("Transform");
    hands.press(KeyCode.L).press(KeyCode.DOWN).press(KeyCode.DOWN).press(KeyCode.DOWN);
    assertEquals("From schema. Enter takes it, up and down choose another", stage.hint());
    assertTrue(stage.has(stage.glyph("Transform", PortSide.INPUT, 1), "chosen"));
    hands.press(KeyCode.UP).press(KeyCode.RIGHT);
    assertEquals("CsvExampleGen, examples (1 of 1). Enter links", stage.hint());
    hands.press(KeyCode.ESCAPE);
    assertEquals(List.of(), stage.seen());
    assertFalse(stage.has(stage.glyph("CsvExampleGen", PortSide.OUTPUT, 0), "fits"));
    assertEquals(Set.of("Transform"), selected());
  }

  @Test
  void deleteTakesTheLinksOffAChosenPort(Hands hands) {
    select("Pusher");
    hands.press(KeyCode.L).press(KeyCode.DOWN).press(KeyCode.DELETE);
    assertEquals(
        new GraphIntent.Delete(List.of(), List.of("Evaluator.blessing-Pusher.model_blessing")),
        stage.last());
  }

  @Test
  void tabWhileALinkIsDrawnAsksForANodeAtItsEnd(Hands hands) {
    select("Pusher");
    hands.press(KeyCode.L).press(KeyCode.TAB);
    GraphIntent.AskNode ask = (GraphIntent.AskNode) stage.last();
    assertEquals(PortEnd.output(new PortRef("Pusher", "pushed_model")), ask.from());
    assertTrue(ask.place().getX() > 1056);
  }

  @Test
  void tabAsksForANodeWhereTheMouseIs(Hands hands) {
    hands.moveTo(stage.at(340, 560)).press(KeyCode.TAB);
    assertEquals(
        new GraphIntent.AskNode(null, new Point2D(340, 560), stage.at(340, 560)), stage.last());
    assertTrue(Fx.call(stage.view::isFocused));
  }

  @Test
  void aDoubleClickOnEmptyCanvasAsksForANode(Hands hands) {
    hands.moveTo(stage.at(340, 560)).click().click();
    assertEquals(
        new GraphIntent.AskNode(null, new Point2D(340, 560), stage.at(340, 560)), stage.last());
  }

  @Test
  void shiftAndDeleteKeepTheWires(Hands hands) {
    Fx.run(() -> stage.view.setDocument(DemoGraph.document()));
    select("Transform");
    hands.press(KeyCode.SHIFT, KeyCode.DELETE);
    assertEquals(
        new GraphIntent.Delete(List.of("Transform"), List.of(), List.of(), List.of(), Wires.KEEP),
        stage.last());
    assertTrue(stage.links().contains("CsvExampleGen.examples-Trainer.examples"));
  }

  @Test
  void pShowsWhatIsAtThePortUnderTheMouse(Hands hands) {
    hands.moveTo(stage.output("Trainer", 0)).press(KeyCode.P);
    assertEquals(
        List.of(new GraphIntent.Preview(PortEnd.output(new PortRef("Trainer", "model")))),
        stage.seen());
  }

  @Test
  void hTakesTheHandAndLaysItDown(Hands hands) {
    hands.press(KeyCode.H);
    assertEquals(Tool.HAND, Fx.call(() -> stage.view.toolProperty().get()));
    hands.press(KeyCode.H);
    assertEquals(Tool.SELECT, Fx.call(() -> stage.view.toolProperty().get()));
  }

  @Test
  void shiftOneFitsAllAndShiftTwoTheSelection(Hands hands) {
    Fx.run(() -> stage.view.panBy(4000, 0));
    hands.press(KeyCode.SHIFT, KeyCode.DIGIT1);
    double all = Fx.call(() -> stage.view.originXProperty().get());
    assertTrue(all < 24, "origin " + all);
    select("Pusher");
    hands.press(KeyCode.SHIFT, KeyCode.DIGIT2);
    assertNotEquals(all, Fx.call(() -> stage.view.originXProperty().get()));
  }

  @Test
  void escapeClearsASelectionOfAnything(Hands hands) {
    hands.press(KeyCode.CONTROL, KeyCode.A);
    assertEquals(10, selected().size());
    assertFalse(Fx.call(() -> stage.view.getSelection().frames().isEmpty()));
    hands.press(KeyCode.ESCAPE);
    assertTrue(Fx.call(() -> stage.view.getSelection().isEmpty()));
  }

  @Test
  void theMenuKeyAsksForTheMenuOfWhatIsSelected(Hands hands) {
    select("Trainer");
    Fx.run(
        () ->
            stage.view.fireEvent(
                new javafx.scene.input.ContextMenuEvent(
                    javafx.scene.input.ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                    0,
                    0,
                    0,
                    0,
                    true,
                    null)));
    assertEquals(
        new GraphTarget.OnNode("Trainer"), ((GraphIntent.ContextMenu) stage.last()).target());
  }

  @Test
  void theSecondaryButtonAsksForTheMenuOfWhatItIsPressedOn(Hands hands) {
    hands.moveTo(stage.body("Pusher")).click(javafx.scene.input.MouseButton.SECONDARY);
    assertEquals(
        new GraphTarget.OnNode("Pusher"), ((GraphIntent.ContextMenu) stage.last()).target());
    assertEquals(Set.of("Pusher"), selected());
    hands.moveTo(stage.output("Trainer", 0)).click(javafx.scene.input.MouseButton.SECONDARY);
    assertEquals(
        new GraphTarget.OnPort(PortEnd.output(new PortRef("Trainer", "model"))),
        ((GraphIntent.ContextMenu) stage.last()).target());
    hands.moveTo(stage.at(300, 560)).click(javafx.scene.input.MouseButton.SECONDARY);
    GraphIntent.ContextMenu menu = (GraphIntent.ContextMenu) stage.last();
    assertEquals(new GraphTarget.OnCanvas(), menu.target());
    assertEquals(new Point2D(300, 560), menu.place());
    assertEquals(stage.at(300, 560), menu.screen());
  }

  @Test
  void theFocusIsSeenWhereKeysWereUsed(Hands hands) {
    hands.press(KeyCode.RIGHT);
    assertNotNull(Fx.call(() -> stage.view.lookup(".focus")));
    assertTrue(stage.has(stage.view, "focused"));
  }
}
