package dev.pipewright.nodes.examples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;

/// Works that are done off the JavaFX thread, each on a thread of its own, and can be stopped.
/// JavaFX thread.
final class Works {

  private final Consumer<Throwable> onFailure;
  private final List<Work> all = new ArrayList<>();

  /// @param onFailure told, on the JavaFX thread, what a work that was not stopped threw
  Works(Consumer<Throwable> onFailure) {
    this.onFailure = onFailure;
  }

  /// What is done.
  @FunctionalInterface
  interface Body {
    /// Does it; ends soon when the thread is interrupted.
    ///
    /// @param work itself, to hand over results
    void run(Work work) throws IOException, InterruptedException;
  }

  /// A work under way.
  final class Work {
    private volatile boolean isStopped;
    private final Thread thread;

    private Work(String name, Body body) {
      thread = Thread.ofVirtual().name(name).unstarted(() -> run(body));
    }

    private void run(Body body) {
      try {
        body.run(this);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (IOException | RuntimeException | Error e) {
        tell(() -> onFailure.accept(e));
      }
    }

    /// Hands something over, unless the work was stopped by then.
    void tell(Runnable result) {
      Platform.runLater(
          () -> {
            if (!isStopped) {
              result.run();
            }
          });
    }

    /// Stops it; nothing is heard of it any more.
    void stop() {
      isStopped = true;
      thread.interrupt();
    }
  }

  /// Starts a work.
  Work start(String name, Body body) {
    all.removeIf(work -> !work.thread.isAlive());
    Work work = new Work(name, body);
    all.add(work);
    work.thread.start();
    return work;
  }

  /// Stops all, and then, off the JavaFX thread, does this.
  void stopAll(Runnable then) {
    List<Work> left = List.copyOf(all);
    left.forEach(Work::stop);
    Thread.ofVirtual()
        .name("examples close")
        .start(
            () -> {
              for (Work work : left) {
                try {
                  work.thread.join();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }
              then.run();
            });
  }
}
