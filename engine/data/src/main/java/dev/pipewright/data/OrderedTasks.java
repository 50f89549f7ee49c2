package dev.pipewright.data;

import dev.pipewright.pipeline.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// Runs tasks on a pool, and hands their results over in the order in which the tasks were given,
/// on the thread that gives them. At most `2 * parallelism` are under way at once, so that memory
/// stays bounded. To be closed, which cancels what is under way.
///
/// @param <T> what a task results in
public final class OrderedTasks<T> implements AutoCloseable {

  /// Takes a result.
  ///
  /// @param <T> what a task results in
  @FunctionalInterface
  public interface Sink<T> {
    /// Takes the next result.
    void accept(T result) throws IOException, InterruptedException;
  }

  private final ExecutorService pool;
  private final int limit;
  private final Sink<? super T> sink;
  private final ArrayDeque<Future<T>> pending = new ArrayDeque<>();

  /// Tasks for this pool, which has `parallelism` threads; `sink` takes their results.
  public OrderedTasks(ExecutorService pool, int parallelism, Sink<? super T> sink) {
    this.pool = pool;
    this.limit = 2 * parallelism;
    this.sink = sink;
  }

  /// Gives a task; waits while too many are under way.
  ///
  /// @throws EngineException and any other that an earlier task or the sink threw
  public void add(Callable<T> task) throws IOException, InterruptedException {
    while (pending.size() >= limit || !pending.isEmpty() && pending.element().isDone()) {
      take();
    }
    pending.add(pool.submit(task));
  }

  /// Waits for all tasks.
  ///
  /// @throws EngineException and any other that an earlier task or the sink threw
  public void finish() throws IOException, InterruptedException {
    while (!pending.isEmpty()) {
      take();
    }
  }

  private void take() throws IOException, InterruptedException {
    try {
      // It stays among the others until it is done, to be cancelled with them.
      T result = pending.element().get();
      pending.remove();
      sink.accept(result);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case UncheckedIOException cause -> throw cause.getCause();
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case IOException cause -> throw cause;
        case InterruptedException cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    pending.forEach(f -> f.cancel(true));
  }
}
