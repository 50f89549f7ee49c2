package dev.pipewright.app.shell;

import dev.pipewright.app.error.ErrorReporter;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.EngineException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps how the window is, a moment after it has changed: a window that is killed comes back as it
/// was. JavaFX thread only.
///
/// @param <T> what is kept
final class Remembering<T> {

  private static final Duration DELAY = Duration.ofSeconds(1);

  private final FxExecutor fx;
  private final ErrorReporter errors;
  private final Supplier<T> now;
  private final Consumer<T> keeper;
  private final Object writing = new Object();
  private @Nullable T kept;
  private boolean isDue;
  private boolean isTroubled;
  private volatile boolean isClosed;

  /// @param now how the window is
  /// @param keeper keeps it, on any thread
  Remembering(FxExecutor fx, ErrorReporter errors, Supplier<T> now, Consumer<T> keeper) {
    this.fx = fx;
    this.errors = errors;
    this.now = now;
    this.keeper = keeper;
  }

  /// Something may have changed.
  void changed() {
    if (!isDue && !isClosed) {
      isDue = true;
      fx.after(DELAY, this::keep);
    }
  }

  private void keep() {
    isDue = false;
    T settings = now.get();
    if (isClosed || settings.equals(kept)) {
      return;
    }
    kept = settings;
    fx.call(
        () -> {
          write(settings);
          return settings;
        },
        done -> isTroubled = false,
        this::failed);
  }

  private void write(T settings) {
    synchronized (writing) {
      if (!isClosed) {
        keeper.accept(settings);
      }
    }
  }

  /// That it does not work is told once.
  private void failed(EngineException e) {
    if (!isTroubled) {
      isTroubled = true;
      errors.report(e);
    }
  }

  /// Keeps what is to be kept in the end; when this returns, it is.
  void close(T last) {
    synchronized (writing) {
      isClosed = true;
    }
    try {
      keeper.accept(last);
    } catch (EngineException e) {
      // The window closes all the same; it was told when it began not to work.
      failed(e);
    }
  }
}
