package dev.pipewright.runner;

import java.util.ArrayList;
import java.util.List;

/// Lets another thread stop a run.
public final class Cancellation {

  private final List<Runnable> listeners = new ArrayList<>();
  private volatile boolean isCancelled;

  /// Stops the run: it returns within about a second. Calling it again does nothing.
  public void cancel() {
    List<Runnable> told;
    synchronized (this) {
      if (isCancelled) {
        return;
      }
      isCancelled = true;
      told = List.copyOf(listeners);
    }
    told.forEach(Runnable::run);
  }

  /// Whether the run was told to stop.
  public boolean isCancelled() {
    return isCancelled;
  }

  /// Has this run when the run is stopped, at once if it was already.
  public void onCancel(Runnable listener) {
    synchronized (this) {
      listeners.add(listener);
      if (!isCancelled) {
        return;
      }
    }
    listener.run();
  }
}
