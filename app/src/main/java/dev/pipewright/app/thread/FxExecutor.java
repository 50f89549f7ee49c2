package dev.pipewright.app.thread;

import dev.pipewright.pipeline.EngineException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The JavaFX thread, as everything that is no view sees it. Tasks run there in the order in which
/// they come. Tests give an executor of their own, and need no toolkit.
public final class FxExecutor implements Executor {

  private final Executor thread;

  /// Hops onto a thread that stands for the JavaFX thread.
  public FxExecutor(Executor thread) {
    this.thread = thread;
  }

  /// Hops onto the JavaFX thread.
  public static FxExecutor platform() {
    return new FxExecutor(Platform::runLater);
  }

  @Override
  public void execute(Runnable task) {
    thread.execute(task);
  }

  /// Runs a task on the JavaFX thread after a while.
  public void after(Duration delay, Runnable task) {
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, thread)
        .execute(task);
  }

  /// Works on a thread of its own and hands over the result on the JavaFX thread.
  ///
  /// @param work what to do; errors that are not the user's surface on the JavaFX thread
  /// @param done takes the result
  /// @param failed takes an error of the user's
  public <T extends @Nullable Object> void call(
      Supplier<T> work, Consumer<T> done, Consumer<EngineException> failed) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                T result = work.get();
                execute(() -> done.accept(result));
              } catch (EngineException e) {
                execute(() -> failed.accept(e));
              } catch (RuntimeException | Error e) {
                execute(
                    () -> {
                      throw e;
                    });
              }
            });
  }
}
