package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class InPlaceTest {

  private EditorStage stage;

  @BeforeEach
  void show() {
    stage = EditorStage.show();
  }

  private TextField field() {
    return Fx.call(() -> (TextField) stage.view.lookup(".title-field"));
  }

  @Test
  void aDoubleClickOnTheTitleRenamesANode(Hands hands) {
    hands.moveTo(stage.title("Trainer")).click().click();
    assertEquals("Trainer", Fx.call(field()::getSelectedText));
    hands.type("My trainer").press(KeyCode.ENTER);
    assertEquals(List.of(new GraphIntent.Rename("Trainer", "My trainer")), stage.seen());
    assertNull(field());
    assertTrue(Fx.call(stage.view::isFocused));
    assertEquals("My trainer", Fx.call(() -> stage.card("Trainer").title().getText()));
  }

  @Test
  void f2RenamesWhatIsSelectedAndEscapeDoesNot(Hands hands) {
    hands.click(stage.body("Pusher")).press(KeyCode.F2);
    hands.type("Else").press(KeyCode.ESCAPE);
    assertNull(field());
    assertEquals(List.of(), stage.seen());
  }

  @Test
  void anEmptyTitleIsRefusedWithAHint(Hands hands) {
    hands.click(stage.body("Pusher")).press(KeyCode.F2);
    hands.press(KeyCode.DELETE).press(KeyCode.ENTER);
    assertNotNull(field());
    assertTrue(stage.has(field(), "refused"));
    assertEquals("A title needs at least one letter", stage.hint());
    hands.click(stage.at(100, 560));
    assertNull(field());
    assertEquals(List.of(), stage.seen());
  }

  @Test
  void aTitleThatStaysTheSameIsNoIntent(Hands hands) {
    hands.click(stage.body("Pusher")).press(KeyCode.F2).press(KeyCode.ENTER);
    assertNull(field());
    assertEquals(List.of(), stage.seen());
  }

  @Test
  void aClickElsewhereTakesWhatIsWritten(Hands hands) {
    hands.click(stage.body("Pusher")).press(KeyCode.F2);
    hands.type("Server").click(stage.at(100, 560));
    assertEquals(List.of(new GraphIntent.Rename("Pusher", "Server")), stage.seen());
  }

  @Test
  void aFramesTitleIsWrittenInPlaceOpenAndFolded(Hands hands) {
    hands.moveTo(stage.at(300, 26)).click().click();
    hands.type("Checks").press(KeyCode.ENTER);
    assertEquals(new GraphIntent.RenameFrame("validation", "Checks"), stage.last());
    hands.click(stage.at(240, 26)).click(stage.at(230, 60)).press(KeyCode.F2);
    assertEquals("Checks", Fx.call(field()::getText));
    hands.type("All checks").press(KeyCode.ENTER);
    assertEquals(new GraphIntent.RenameFrame("validation", "All checks"), stage.last());
  }

  @Test
  void inASmallGraphTheViewComesNearerFirst() {
    Fx.run(
        () -> {
          stage.view.zoomTo(0.3);
          stage.view.editTitle("Pusher");
        });
    Fx.settle();
    assertEquals(1, Fx.call(stage.view::getZoom));
    assertNotNull(field());
  }
}
