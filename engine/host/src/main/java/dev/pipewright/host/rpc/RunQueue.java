package dev.pipewright.host.rpc;

import dev.pipewright.runner.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/// Lets one run at a time go ahead, in the order in which they came: two would fight for cores,
/// memory and the one accelerator.
final class RunQueue {

  private final List<Cancellation> runs = new ArrayList<>();

  /// Waits until this run is the first.
  ///
  /// @param ahead told, where it has to wait, how many runs come first; again when one has ended
  /// @return whether it is its turn, and not that it was cancelled meanwhile
  synchronized boolean enter(Cancellation run, IntConsumer ahead) throws InterruptedException {
    runs.add(run);
    run.onCancel(this::wake);
    int told = 0;
    while (runs.indexOf(run) > 0 && !run.isCancelled()) {
      if (runs.indexOf(run) != told) {
        told = runs.indexOf(run);
        ahead.accept(told);
      }
      wait();
    }
    return !run.isCancelled();
  }

  private synchronized void wake() {
    notifyAll();
  }

  /// The run has ended, or was not to begin.
  synchronized void leave(Cancellation run) {
    runs.remove(run);
    notifyAll();
  }
}
