package dev.pipewright.training;

import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.tensorflow.GraphSession;

/// Ends what a session runs when the execution is cancelled: a single step can take longer than a
/// person waits. To be closed before the session is.
final class CancelWatch implements AutoCloseable {

  private static final long POLL_MILLIS = 100;

  private final Execution execution;
  private final GraphSession session;
  private final Thread thread;
  private boolean isClosed;

  CancelWatch(Execution execution, GraphSession session) {
    this.execution = execution;
    this.session = session;
    this.thread = Thread.ofVirtual().start(this::watch);
  }

  private void watch() {
    try {
      while (!isCancelled()) {
        Thread.sleep(POLL_MILLIS);
      }
      cancelSession();
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

  private synchronized void cancelSession() {
    if (!isClosed) {
      session.cancel();
    }
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    thread.interrupt();
  }
}
