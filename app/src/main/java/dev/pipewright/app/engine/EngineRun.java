package dev.pipewright.app.engine;

import dev.pipewright.protocol.EventMessage;
import dev.pipewright.protocol.RunRequest;
import java.util.Objects;
import java.util.function.Consumer;

/// A run that the engine is asked for. Its end is told once, on the JavaFX thread.
final class EngineRun {

  private final RunRequest request;
  private final Consumer<EventMessage> events;
  private final Consumer<RunEnd> end;
  private volatile boolean hasBegun;
  private volatile boolean hasEnded;

  EngineRun(RunRequest request, Consumer<EventMessage> events, Consumer<RunEnd> end) {
    this.request = request;
    this.events = events;
    this.end = end;
  }

  RunRequest request() {
    return request;
  }

  String name() {
    return Objects.requireNonNull(request.run());
  }

  boolean isOf(String name) {
    return name().equals(name);
  }

  boolean hasBegun() {
    return hasBegun;
  }

  void event(EventMessage event) {
    hasBegun = true;
    if (!hasEnded) {
      events.accept(event);
    }
  }

  /// Tells the end, if it was not told before.
  void end(RunEnd how) {
    if (!hasEnded) {
      hasEnded = true;
      end.accept(how);
    }
  }
}
