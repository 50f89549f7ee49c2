package dev.pipewright.app.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The runs of a window: one is at work, the others wait for their turn, in an order that a person
/// can change. A run that waits is of the document as it was when it was asked for. JavaFX thread
/// only.
public final class RunQueue {

  private final ObservableList<Waiting> waiting = FXCollections.observableArrayList();
  private final ObservableList<Waiting> readOnly =
      FXCollections.unmodifiableObservableList(waiting);
  private @Nullable RunModel atWork;

  /// A run that waits.
  ///
  /// @param model the project's runs
  /// @param scope what of it runs, in a few words
  /// @param asked when it was asked for
  /// @param begin begins it
  public record Waiting(RunModel model, String scope, Instant asked, Runnable begin) {}

  /// A queue without runs.
  public RunQueue() {}

  /// The runs that wait, the next one first.
  public ObservableList<Waiting> waiting() {
    return readOnly;
  }

  /// Begins a run at once where none is at work, or has it wait.
  void submit(Waiting run) {
    if (atWork == null) {
      begin(run);
    } else {
      waiting.add(run);
    }
  }

  private void begin(Waiting run) {
    atWork = run.model();
    run.begin().run();
  }

  /// The run at work has ended: the next begins.
  void ended(RunModel model) {
    if (model == atWork) {
      atWork = null;
      if (!waiting.isEmpty()) {
        begin(waiting.removeFirst());
      }
    }
  }

  /// Takes a run out that waits.
  public void cancel(Waiting run) {
    waiting.remove(run);
  }

  /// Whether a run of a project waits.
  boolean hasWaiting(RunModel model) {
    return waiting.stream().anyMatch(run -> run.model() == model);
  }

  /// Takes all runs of a project out that wait.
  void forget(RunModel model) {
    waiting.removeIf(run -> run.model() == model);
  }

  /// Has a run wait for more or fewer others.
  ///
  /// @param places how many places towards the end; less than 0 towards the front
  public void move(Waiting run, int places) {
    int from = waiting.indexOf(run);
    if (from < 0) {
      return;
    }
    List<Waiting> moved = new ArrayList<>(waiting);
    moved.remove(from);
    moved.add(Math.clamp(from + places, 0, moved.size()), run);
    waiting.setAll(moved);
  }
}
