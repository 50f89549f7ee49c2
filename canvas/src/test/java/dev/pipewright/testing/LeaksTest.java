package dev.pipewright.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.ref.WeakReference;
import java.time.Duration;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class LeaksTest {
  @Test
  void findsARemovedNodeCollected() {
    Pane root = new Pane();
    Scene scene = Fx.show(root, 200, 100);
    WeakReference<Button> removed = new WeakReference<>(added(root));
    Fx.settle();
    Fx.run(root.getChildren()::clear);
    Leaks.assertCollected("the button", removed);
    Fx.run(scene.getWindow()::hide);
  }

  @Test
  void failsForANodeStillHeld() {
    Button held = Fx.call(() -> new Button("held"));
    WeakReference<Button> reference = new WeakReference<>(held);
    assertThrows(
        AssertionError.class,
        () -> Leaks.assertCollected("the button", reference, Duration.ofMillis(200)));
    Fx.run(held::requestFocus);
  }

  private static Button added(Pane root) {
    return Fx.call(
        () -> {
          Button button = new Button("Run");
          root.getChildren().add(button);
          return button;
        });
  }
}
