package dev.pipewright.training;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// What work on the pool gave.
final class PoolResult {

  private PoolResult() {}

  /// Waits for the work; what it threw is thrown here.
  static <T> T of(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
