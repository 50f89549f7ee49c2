package dev.pipewright.data;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// Runs an accumulator over blocks on several threads, with the result of one.
public final class Fold {

  /// How many rows a block has, wherever rows are cut into blocks.
  public static final int BLOCK_ROWS = 1 << 14;

  private Fold() {}

  /// Folds all blocks. At most `2 * parallelism` blocks are in memory at once.
  ///
  /// @param blocks the rows, in order, cut every `BLOCK_ROWS`; taken on the calling thread
  /// @throws InterruptedException when the calling thread is interrupted; the work under way is
  ///   cancelled
  public static <I, A, R> R over(
      Iterator<? extends I> blocks,
      Accumulator<I, A, R> accumulator,
      ExecutorService pool,
      int parallelism)
      throws InterruptedException {
    var pending = new ArrayDeque<Future<A>>();
    A all = accumulator.create();
    try {
      while (blocks.hasNext()) {
        I block = blocks.next();
        pending.add(pool.submit(() -> accumulator.add(accumulator.create(), block)));
        if (pending.size() >= 2 * parallelism) {
          all = accumulator.merge(all, take(pending));
        }
      }
      while (!pending.isEmpty()) {
        all = accumulator.merge(all, take(pending));
      }
      return accumulator.result(all);
    } finally {
      pending.forEach(f -> f.cancel(true));
    }
  }

  /// Waits for the first; it stays among the others until it is there, to be cancelled with them.
  private static <A> A take(Queue<Future<A>> pending) throws InterruptedException {
    try {
      A result = pending.element().get();
      pending.remove();
      return result;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case InterruptedException cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
