package dev.pipewright.pipeline.component;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/// One run of a node, as its executor sees it. Safe for use by several threads.
public interface Execution {

  /// The node.
  NodeId node();

  /// ML Metadata's id of the execution.
  long id();

  /// The parameters, with defaults filled in, runtime references replaced and paths made absolute.
  Parameters parameters();

  /// The artifacts linked to this input; empty when an optional input has none.
  List<Artifact> inputs(String port);

  /// The one artifact linked to this input.
  ///
  /// @throws IllegalStateException when there is none or more than one
  default Artifact input(String port) {
    List<Artifact> artifacts = inputs(port);
    if (artifacts.size() != 1) {
      throw new IllegalStateException(
          node() + "." + port + " has " + artifacts.size() + " artifacts");
    }
    return artifacts.getFirst();
  }

  /// The artifact linked to this optional input.
  default Optional<Artifact> optionalInput(String port) {
    return inputs(port).stream().findFirst();
  }

  /// The folder to write this output to: it exists and is empty. The runner publishes it whole when
  /// the executor returns, and removes it when it does not.
  Path output(String port);

  /// Sets a property of an output artifact, as `split_names`.
  void setProperty(String port, String name, ParameterValue value);

  /// Offers what is in memory of an output besides its files, for later nodes of this run to save
  /// them the reading. The files are what counts: the content may be dropped at any time.
  default void keep(String port, Object content) {}

  /// What the node that made the input's one artifact kept of it in this run; empty when it kept
  /// nothing, or an earlier run made it.
  default <T> Optional<T> kept(String port, Class<T> type) {
    return Optional.empty();
  }

  /// A folder of this node's that survives a crash or a cancel, and is removed when the execution
  /// completes: for checkpoints. It is empty unless an earlier execution with the same cache key
  /// was cut off.
  Path workFolder();

  /// Seed of everything random in the run.
  long seed();

  /// The pool that computes, one thread a core. It is the run's: do not close it.
  ExecutorService pool();

  /// How many threads the pool has.
  int parallelism();

  /// Tells how the work goes.
  Progress progress();

  /// Throws when the run was cancelled. To be called at least every 200 ms of work that does not
  /// itself answer interrupts.
  void checkCancelled() throws InterruptedException;
}
