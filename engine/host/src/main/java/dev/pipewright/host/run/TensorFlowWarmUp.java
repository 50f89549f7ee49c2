package dev.pipewright.host.run;

import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.runner.Plan;
import dev.pipewright.runner.RunEvent;
import dev.pipewright.tensorflow.TensorFlowRuntime;
import java.util.concurrent.atomic.AtomicBoolean;

/// Loads TensorFlow while the first nodes work on data: it takes a second of which the nodes that
/// need it then wait less. A run whose nodes are all cached never loads it.
final class TensorFlowWarmUp implements RunEvent.Listener {

  private final RunEvent.Listener next;
  private final boolean isNeeded;
  private final AtomicBoolean isStarted = new AtomicBoolean();

  TensorFlowWarmUp(Plan plan, RunEvent.Listener next) {
    this.next = next;
    this.isNeeded =
        plan.steps().stream().anyMatch(s -> s.component().spec().resources().usesAccelerator());
  }

  @Override
  public void accept(RunEvent event) {
    if (event instanceof RunEvent.NodeStarted
        && isNeeded
        && !TensorFlowRuntime.needsUnpacking()
        && isStarted.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("tensorflow-warm-up").start(TensorFlowWarmUp::load);
    }
    next.accept(event);
  }

  private static void load() {
    try {
      TensorFlowRuntime.load();
    } catch (EnvironmentException e) {
      // The node that needs it finds the same and says so, with its name.
      return;
    }
  }
}
