package dev.pipewright.training;

import dev.pipewright.keras.graph.Fit;
import dev.pipewright.pipeline.component.Execution;

/// Ends a training when its execution is cancelled: a single step can take longer than a person
/// waits. To be closed before the training is.
final class CancelWatch implements AutoCloseable {

  private static final long POLL_MILLIS = 100;

  private final Execution execution;
  private final Fit fit;
  private final Thread thread;
  private boolean isClosed;

  CancelWatch(Execution execution, Fit fit) {
    this.execution = execution;
    this.fit = fit;
    this.thread = Thread.ofVirtual().start(this::watch);
  }

  private void watch() {
    try {
      while (!isCancelled()) {
        Thread.sleep(POLL_MILLIS);
      }
      cancelFit();
    } catch (InterruptedException closed) {
      return;
    }
  }

  private boolean isCancelled() {
    try {
      execution.checkCancelled();
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  private synchronized void cancelFit() {
    if (!isClosed) {
      fit.cancel();
    }
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    thread.interrupt();
  }
}
