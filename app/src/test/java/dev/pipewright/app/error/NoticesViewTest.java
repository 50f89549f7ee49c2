package dev.pipewright.app.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class NoticesViewTest {

  private final ErrorReporter errors = new ErrorReporter(FxExecutor.platform());
  private Scene scene;

  @BeforeEach
  void show() {
    NoticesView view = Fx.call(() -> new NoticesView(errors));
    view.setAlignment(Pos.BOTTOM_RIGHT);
    scene = Fx.show(new StackPane(view), 600, 700);
    Fx.run(() -> Theme.LIGHT.apply(scene));
  }

  private void tell(String what) {
    errors.tell(new Notice(what, "p.pipewright:3", "Mend it.", "all there is", true));
    Fx.settle();
  }

  private List<String> said() {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll(".notice .semibold").stream()
                .map(node -> ((Label) node).getText())
                .toList());
  }

  private Button button(String name) {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(
                    each -> name.equals(each.getText()) || name.equals(each.getAccessibleText()))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void showsTheNewestThreeAndHowManyCameBefore(Hands hands) {
    for (int i = 1; i <= 5; i++) {
      tell("Error " + i);
    }
    assertEquals(List.of("Error 3", "Error 4", "Error 5"), said());
    boolean saysMore =
        Fx.call(
            () ->
                scene.getRoot().lookupAll(".label").stream()
                    .anyMatch(l -> "2 earlier messages".equals(((Label) l).getText())));
    assertTrue(saysMore);
    hands.click(button("Close"));
    Fx.settle();
    assertEquals(List.of("Error 2", "Error 4", "Error 5"), said());
    hands.click(button("Close all"));
    Fx.settle();
    assertEquals(List.of(), said());
    assertEquals(List.of(), errors.notices());
  }

  @Test
  void copiesAllThatIsKnown(Hands hands) {
    tell("Error");
    hands.click(button("Copy details"));
    assertEquals(
        "Error\np.pipewright:3\nall there is",
        Fx.call(() -> Clipboard.getSystemClipboard().getString()));
    assertEquals("Copied", Fx.call(() -> button("Copied").getText()));
  }

  @Test
  void saysWhereAndWhatToDo() {
    errors.report(
        new DataException("Line 3 is short.", Location.of("data.csv", 3), "Add what is missing."));
    Fx.await("the notice", () -> said().equals(List.of("Line 3 is short.")));
    List<String> words =
        Fx.call(
            () ->
                scene.getRoot().lookupAll(".notice .label").stream()
                    .map(node -> ((Label) node).getText())
                    .toList());
    assertTrue(words.containsAll(List.of("data.csv:3", "Add what is missing.")), words::toString);
  }
}
