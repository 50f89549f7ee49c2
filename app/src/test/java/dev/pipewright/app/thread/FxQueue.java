package dev.pipewright.app.thread;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A test's own thread in the place of the JavaFX thread: what is to run there waits until the test
/// lets it.
public final class FxQueue implements Executor {

  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

  /// The hop onto it.
  public FxExecutor executor() {
    return new FxExecutor(this);
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  /// Runs what comes until something is so, for ten seconds at most.
  public void runUntil(BooleanSupplier isSo) {
    runUntil(Patience.of(Duration.ofSeconds(10)), isSo);
  }

  /// Runs what comes until something is so.
  public void runUntil(Duration limit, BooleanSupplier isSo) {
    long end = System.nanoTime() + limit.toNanos();
    while (!isSo.getAsBoolean()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        fail("not within " + limit);
      }
      run(Math.min(left, 5_000_000));
    }
  }

  /// Runs what comes within this time.
  public void runFor(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      run(left);
    }
  }

  private void run(long nanos) {
    try {
      Runnable task = tasks.poll(nanos, TimeUnit.NANOSECONDS);
      if (task != null) {
        task.run();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
