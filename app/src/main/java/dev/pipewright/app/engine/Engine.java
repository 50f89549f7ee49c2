package dev.pipewright.app.engine;

import dev.pipewright.app.settings.EngineLimits;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.protocol.EngineStatus;
import dev.pipewright.protocol.EventMessage;
import dev.pipewright.protocol.RunRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The engine host of a window. It is started when a run first needs it, and serves the runs of all
/// projects of the window. JavaFX thread only, but where a method says otherwise. To be closed.
public final class Engine implements AutoCloseable {

  private static final Duration STATUS_INTERVAL = Duration.ofSeconds(2);

  /// A host that has found its libraries answers in a second or two.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final FxExecutor fx;
  private final EngineStarter starter;
  private final Duration patience;
  private final ReadOnlyObjectWrapper<EngineState> state =
      new ReadOnlyObjectWrapper<>(new EngineState.None());
  private final ReadOnlyObjectWrapper<@Nullable EngineStatus> status =
      new ReadOnlyObjectWrapper<>();
  private final Set<Consumer<String>> printListeners = new LinkedHashSet<>();
  private final List<EngineRun> waiting = new ArrayList<>();
  private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
  private EngineLimits limits = EngineLimits.NONE;
  private EngineLimits used = EngineLimits.NONE;
  private @Nullable EngineSession session;

  /// The engine of a window.
  ///
  /// @param starter starts hosts, as `HostCommand` does
  public Engine(FxExecutor fx, EngineStarter starter) {
    this(fx, starter, PATIENCE);
  }

  /// @param patience how long a host may take to answer
  Engine(FxExecutor fx, EngineStarter starter, Duration patience) {
    this.fx = fx;
    this.starter = starter;
    this.patience = patience;
  }

  /// How the host is.
  public ReadOnlyObjectProperty<EngineState> state() {
    return state.getReadOnlyProperty();
  }

  /// What the host says of its memory and its device, every two seconds; null while none answers.
  public ReadOnlyObjectProperty<@Nullable EngineStatus> status() {
    return status.getReadOnlyProperty();
  }

  /// Has every line told that hosts and their native libraries print.
  ///
  /// @param listener told on a thread of the engine's
  public void addPrintListener(Consumer<String> listener) {
    synchronized (printListeners) {
      printListeners.add(listener);
    }
  }

  /// Has them told no more.
  public void removePrintListener(Consumer<String> listener) {
    synchronized (printListeners) {
      printListeners.remove(listener);
    }
  }

  private void printed(String line) {
    List<Consumer<String>> listeners;
    synchronized (printListeners) {
      listeners = List.copyOf(printListeners);
    }
    listeners.forEach(listener -> listener.accept(line));
  }

  /// Runs a project, on a host that is started for it if need be.
  ///
  /// @param request what to run, with a name that no other run has
  /// @param events told of what happens, on a thread of the engine's, in order
  /// @param end told how it ended, after all events
  public void run(RunRequest request, Consumer<EventMessage> events, Consumer<RunEnd> end) {
    run(new EngineRun(request, events, end));
  }

  private void run(EngineRun run) {
    if (session != null && state.get() instanceof EngineState.Ready) {
      session.run(run);
      return;
    }
    waiting.add(run);
    if (session == null) {
      start();
    }
  }

  /// Starts a host, if there is none, for a run that is likely to come soon.
  public void prepare() {
    if (session == null) {
      start();
    }
  }

  /// Asks the host to stop a run; the run's end tells when it has.
  public void stop(String run) {
    Optional<EngineRun> unsent = waiting.stream().filter(each -> each.isOf(run)).findFirst();
    if (unsent.isPresent()) {
      waiting.remove(unsent.get());
      unsent.get().end(new RunEnd.NotBegun());
    } else if (session != null) {
      session.stop(run);
    }
  }

  /// Ends the host at once, with all runs on it.
  public void kill() {
    endAll(new RunEnd.EngineEnded());
  }

  /// Ends the host at once, and starts another.
  public void restart() {
    kill();
    start();
  }

  /// Has hosts take no more than this, from the next start on.
  public void limit(EngineLimits now) {
    limits = now;
    starter.limit(now);
    outdated.set(session != null && !used.equals(limits));
  }

  /// Whether the host that is at work was started with other limits than now hold.
  public ReadOnlyBooleanProperty outdated() {
    return outdated.getReadOnlyProperty();
  }

  private void start() {
    used = limits;
    outdated.set(false);
    state.set(new EngineState.Starting());
    session = new EngineSession(fx, starter, patience, this::printed, this::happened);
    session.start();
  }

  private void happened(EngineSession source, EngineState next) {
    if (source != session) {
      return; // It was ended on purpose.
    }
    switch (next) {
      case EngineState.Ready ready -> {
        state.set(ready);
        List<EngineRun> runs = List.copyOf(waiting);
        waiting.clear();
        runs.forEach(source::run);
        askStatus(source);
      }
      case EngineState.Died died -> {
        session = null;
        outdated.set(false);
        status.set(null);
        state.set(died);
        end(source, new RunEnd.EngineDied(died.death()));
      }
      case EngineState.None none -> {
        session = null;
        outdated.set(false);
        status.set(null);
        state.set(none);
        List<EngineRun> runs = source.takeRuns();
        runs.stream().filter(EngineRun::hasBegun).forEach(r -> r.end(new RunEnd.EngineEnded()));
        // It has ended with a run that was stopped; these had come just too late for it.
        runs.stream().filter(r -> !r.hasBegun()).forEach(this::run);
      }
      case EngineState.Starting starting -> state.set(starting);
    }
  }

  private void askStatus(EngineSession source) {
    if (source != session) {
      return;
    }
    source.status(
        answer -> {
          if (source == session) {
            status.set(answer);
            fx.after(STATUS_INTERVAL, () -> askStatus(source));
          }
        });
  }

  private void endAll(RunEnd how) {
    EngineSession ended = session;
    session = null;
    outdated.set(false);
    status.set(null);
    state.set(new EngineState.None());
    if (ended != null) {
      ended.kill();
      end(ended, how);
    }
  }

  private void end(EngineSession ended, RunEnd how) {
    List<EngineRun> runs = new ArrayList<>(ended.takeRuns());
    runs.addAll(waiting);
    waiting.clear();
    runs.forEach(run -> run.end(how));
  }

  /// Ends the host as its window closes: it is told to end, which it does within two seconds.
  @Override
  public void close() {
    EngineSession ended = session;
    session = null;
    if (ended != null) {
      ended.close();
      end(ended, new RunEnd.EngineEnded());
    }
  }
}
