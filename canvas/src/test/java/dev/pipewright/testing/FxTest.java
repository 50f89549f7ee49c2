package dev.pipewright.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FxTest {
  @Test
  void callsOnTheJavaFxThreadAndReturnsTheResult() {
    assertTrue(Fx.call(Platform::isFxApplicationThread));
    assertTrue(Fx.call(() -> Fx.call(Platform::isFxApplicationThread)));
  }

  @Test
  void throwsWhatTheActionThrew() {
    IOException thrown = new IOException("no such file");
    Throwable caught =
        assertThrows(
            IOException.class,
            () ->
                Fx.run(
                    () -> {
                      throw thrown;
                    }));
    assertEquals(thrown, caught);
  }

  @Test
  void waitsForFrames() {
    AtomicInteger frames = new AtomicInteger();
    AnimationTimer counter =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            frames.incrementAndGet();
          }
        };
    Fx.run(counter::start);
    Fx.frames(2);
    Fx.run(counter::stop);
    assertTrue(frames.get() >= 2, frames + " frames");
  }

  @Test
  void settlesWhatWasQueuedByWhatWasQueued() {
    AtomicInteger done = new AtomicInteger();
    Platform.runLater(() -> Platform.runLater(done::incrementAndGet));
    Fx.settle();
    assertEquals(1, done.get());
  }

  @Test
  void laysOutWhenItSettles() {
    Pane inner = new Pane();
    Fx.show(new StackPane(inner), 100, 100);
    Fx.run(() -> inner.setMaxSize(40, 30));
    Fx.settle();
    assertEquals("40.0 x 30.0", inner.getWidth() + " x " + inner.getHeight());
  }

  @Test
  void refusesToSettleOnTheJavaFxThread() {
    assertThrows(IllegalStateException.class, () -> Fx.run(Fx::settle));
  }

  @Test
  void saysWhatItWaitedForInVain() {
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () -> Fx.await("the run's end", Duration.ofMillis(100), () -> false));
    assertEquals("waited PT0.1S for: the run's end", failure.getMessage());
  }

  @Test
  void collectsWhatIsThrownOnTheJavaFxThread() {
    RuntimeException thrown = new IllegalStateException("in a handler");
    Platform.runLater(
        () -> {
          throw thrown;
        });
    Fx.settle();
    assertEquals(List.of(thrown), Fx.takeUncaught());
    assertEquals(List.of(), Fx.takeUncaught());
  }

  @Test
  @Order(1)
  void leavesAWindowOpen() {
    Fx.show(new Pane(), 100, 100);
    assertEquals(1, Fx.call(() -> Window.getWindows().size()));
  }

  @Test
  @Order(2)
  void startsWithoutTheWindowsOfTheTestBefore() {
    assertEquals(0, Fx.call(() -> Window.getWindows().size()));
  }
}
