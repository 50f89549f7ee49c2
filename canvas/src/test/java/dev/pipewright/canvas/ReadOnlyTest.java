package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A graph that is only to be looked at.
@ExtendWith(FxToolkit.class)
class ReadOnlyTest {

  private final List<GraphIntent> intents = new ArrayList<>();
  private EditorStage stage;

  @BeforeEach
  void show() {
    stage = EditorStage.show();
    Fx.run(
        () -> {
          stage.view.editableProperty().set(false);
          stage.view.setOnIntent(intents::add);
        });
  }

  @Test
  void keysAndClicksSelectAndChangeNothing(Hands hands) {
    hands.click(stage.body("Resolver"));
    assertEquals(
        List.of("Resolver"), Fx.call(() -> List.copyOf(stage.view.getSelection().nodes())));
    hands.press(KeyCode.DELETE);
    hands.press(KeyCode.F2);
    hands.press(KeyCode.L);
    hands.press(KeyCode.TAB);
    hands.press(KeyCode.CONTROL, KeyCode.RIGHT);
    hands.moveTo(stage.title("Resolver")).click().click();
    assertEquals(List.of(), intents);
    hands.press(KeyCode.ENTER);
    assertEquals(List.of(new GraphIntent.Open("Resolver")), intents);
  }

  @Test
  void draggingANodeOrAPortMovesTheView(Hands hands) {
    for (Point2D from : List.of(stage.body("Resolver"), stage.output("Resolver", 0))) {
      double x = Fx.call(() -> stage.view.originXProperty().get());
      hands.moveTo(from).press(MouseButton.PRIMARY).glideTo(from.add(60, 0));
      hands.release(MouseButton.PRIMARY);
      assertNotEquals(x, Fx.call(() -> stage.view.originXProperty().get()));
    }
    assertEquals(List.of(), intents);
  }
}
