package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class NotesTest {

  private EditorStage stage;

  @BeforeEach
  void show() {
    stage = EditorStage.show();
  }

  private void write(String text) {
    Fx.run(() -> stage.edits.accept(new GraphIntent.EditNote("ask", text)));
    Fx.settle();
  }

  private String shown() {
    return Fx.call(
        () ->
            stage.view.lookupAll(".graph-note .text").stream()
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).getText())
                .collect(Collectors.joining("|")));
  }

  private TextArea area() {
    return Fx.call(() -> (TextArea) stage.view.lookup(".note-area"));
  }

  @Test
  void itsMarkdownIsShown() {
    write("# Plan\n\n- ask **ops**\n- read [docs](https://tensorflow.org)");
    assertEquals("Plan|•|ask |ops|•|read |docs|today 13:48", shown());
  }

  @Test
  void aDoubleClickEditsItAndControlEnterTakesTheText(Hands hands) {
    hands.moveTo(stage.at(950, 140)).click().click();
    assertTrue(Fx.call(area()::isFocused));
    hands.type(" Or not").press(KeyCode.CONTROL, KeyCode.ENTER);
    GraphIntent.EditNote edit = (GraphIntent.EditNote) stage.last();
    assertEquals("ask", edit.note());
    assertTrue(edit.text().endsWith("drop the rows? Or not"), edit.text());
    assertNull(area());
    assertTrue(Fx.call(stage.view::isFocused));
  }

  @Test
  void escapeLeavesItAsItWasAndAClickElsewhereTakesIt(Hands hands) {
    hands.moveTo(stage.at(950, 140)).click().click();
    hands.type(" gone").press(KeyCode.ESCAPE);
    assertNull(area());
    assertEquals(List.of(), stage.seen());
    Fx.run(() -> stage.view.editNote("ask"));
    hands.type(" kept").click(stage.at(100, 500));
    assertTrue(((GraphIntent.EditNote) stage.seen().getFirst()).text().endsWith(" kept"));
  }

  @Test
  void keysInItAreNotTheCanvases(Hands hands) {
    Fx.run(() -> stage.view.getSelection().selectNodes(List.of("Trainer")));
    Fx.run(() -> stage.view.editNote("ask"));
    Fx.settle();
    hands.press(KeyCode.DELETE).press(KeyCode.H).press(KeyCode.TAB).press(KeyCode.LEFT);
    assertEquals(List.of(), stage.seen());
    assertEquals(Tool.SELECT, Fx.call(() -> stage.view.toolProperty().get()));
  }

  @Test
  void theEditorStaysWhenAnotherDocumentHasTheNote(Hands hands) {
    Fx.run(() -> stage.view.editNote("ask"));
    Fx.settle();
    hands.type("!");
    Fx.run(() -> stage.edits.accept(new GraphIntent.SetMode(List.of("Trainer"), NodeMode.MUTED)));
    Fx.settle();
    assertTrue(Fx.call(() -> area().getText().endsWith("!")));
    Fx.run(
        () ->
            stage.edits.accept(
                new GraphIntent.Delete(
                    List.of(), List.of(), List.of(), List.of("ask"), Wires.DROP)));
    assertNull(area());
  }

  @Test
  void itIsSelectedMovedAndResized(Hands hands) {
    hands.click(stage.at(950, 140));
    assertEquals(Set.of("ask"), Fx.call(() -> Set.copyOf(stage.view.getSelection().notes())));
    hands.hold(KeyCode.ALT).drag(stage.at(950, 140), stage.at(130, 500)).release(KeyCode.ALT);
    GraphIntent.MoveItems move = (GraphIntent.MoveItems) stage.last();
    assertEquals(Map.of("ask", new Point2D(40, 416)), move.notes());
    assertEquals(Map.of("ask", ""), move.noteFrames());
    hands.drag(stage.at(220, 552), stage.at(240, 520));
    assertEquals(
        new GraphIntent.ResizeNote("ask", new Rectangle2D(40, 416, 200, 104)), stage.last());
  }

  @Test
  void aClickOnALinkInItSaysWhereItLeads(Hands hands) {
    write("[Docs](https://tensorflow.org)");
    Text link = Fx.call(() -> (Text) stage.view.lookup(".address"));
    hands.click(link);
    assertEquals(new GraphIntent.OpenAddress("https://tensorflow.org"), stage.last());
  }

  @Test
  void aMovedNoteKeepsItsText() {
    Text before = Fx.call(() -> (Text) stage.view.lookup(".markdown .text"));
    Fx.run(
        () ->
            stage.edits.accept(
                new GraphIntent.ResizeNote("ask", new Rectangle2D(860, 56, 200, 136))));
    Fx.settle();
    assertEquals(before, Fx.call(() -> stage.view.lookup(".markdown .text")));
    assertFalse(stage.seen().isEmpty());
  }
}
