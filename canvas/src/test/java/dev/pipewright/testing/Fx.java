package dev.pipewright.testing;

import com.sun.javafx.tk.Toolkit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The JavaFX thread, from a test's: hop onto it, wait for it. On the JavaFX thread itself, calls
/// run at once.
public final class Fx {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// An event's effect may itself be queued, and so may that one's.
  private static final int ROUNDS = 3;

  private static final List<Throwable> UNCAUGHT = new ArrayList<>();

  private Fx() {}

  /// What a test does on the JavaFX thread.
  @FunctionalInterface
  public interface Action {
    /// Does it.
    void run() throws Exception;
  }

  /// Runs the action on the JavaFX thread and waits for its end; what it throws is thrown here.
  public static void run(Action action) {
    call(
        () -> {
          action.run();
          return true;
        });
  }

  /// Calls on the JavaFX thread and waits for the result; what it throws is thrown here.
  ///
  /// @throws AssertionError if the JavaFX thread does not answer within 30 s
  public static <T> T call(Callable<T> action) {
    FutureTask<T> task = new FutureTask<>(action);
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
    try {
      return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw Fx.<RuntimeException>asIs(e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("The JavaFX thread is blocked:\n" + stackOfFxThread(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for the JavaFX thread", e);
    }
  }

  /// Waits until what is queued on the JavaFX thread has run, with what that queued, and layout and
  /// style are up to date. Animations run on by the clock; [#frames(int)] waits for what is to be
  /// drawn.
  ///
  /// @throws IllegalStateException on the JavaFX thread, which cannot wait for itself
  public static void settle() {
    if (Platform.isFxApplicationThread()) {
      throw new IllegalStateException("The JavaFX thread cannot wait for itself.");
    }
    for (int round = 0; round < ROUNDS; round++) {
      run(() -> Toolkit.getToolkit().firePulse());
    }
  }

  /// Waits for a number of frames.
  ///
  /// @throws IllegalStateException on the JavaFX thread, which draws them
  public static void frames(int count) {
    if (Platform.isFxApplicationThread()) {
      throw new IllegalStateException("The JavaFX thread cannot wait for itself.");
    }
    CountDownLatch drawn = new CountDownLatch(count + 1);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            drawn.countDown();
          }
        };
    run(timer::start);
    try {
      if (!drawn.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("No frame was drawn:\n" + stackOfFxThread());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for a frame", e);
    } finally {
      run(timer::stop);
    }
  }

  /// Waits until a condition, asked on the JavaFX thread once a frame, holds; 30 s at most.
  ///
  /// @throws AssertionError if it does not hold by then, with what was waited for
  public static void await(String what, BooleanSupplier condition) {
    await(what, PATIENCE, condition);
  }

  /// Waits until a condition, asked on the JavaFX thread once a frame, holds.
  ///
  /// @throws AssertionError if it does not hold in time, with what was waited for
  public static void await(String what, Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!call(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited " + patience + " for: " + what);
      }
      frames(1);
    }
  }

  /// Shows a scene with this root, of this size, in a new window at the screen's corner.
  public static Scene show(Parent root, double width, double height) {
    Scene shown =
        call(
            () -> {
              Scene scene = new Scene(root, width, height);
              Stage stage = new Stage();
              stage.setX(0);
              stage.setY(0);
              stage.setScene(scene);
              stage.show();
              stage.requestFocus();
              return scene;
            });
    settle();
    return shown;
  }

  /// What reached the end of the JavaFX thread uncaught since the test's start or the last call; a
  /// test that expects it takes it, so that it does not fail.
  public static List<Throwable> takeUncaught() {
    synchronized (UNCAUGHT) {
      List<Throwable> taken = List.copyOf(UNCAUGHT);
      UNCAUGHT.clear();
      return taken;
    }
  }

  static void caught(Thread thread, Throwable thrown) {
    synchronized (UNCAUGHT) {
      UNCAUGHT.add(thrown);
    }
  }

  private static String stackOfFxThread() {
    StringBuilder stack = new StringBuilder();
    Thread.getAllStackTraces().entrySet().stream()
        .filter(entry -> entry.getKey().getName().contains("JavaFX Application"))
        .flatMap(entry -> List.of(entry.getValue()).stream())
        .forEach(frame -> stack.append("  at ").append(frame).append('\n'));
    return stack.toString();
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> X asIs(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
