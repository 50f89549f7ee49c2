package dev.pipewright.app.run;

import dev.pipewright.app.engine.Failures;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.text.Units;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.protocol.EventMessage;
import dev.pipewright.protocol.OutputMessage;
import dev.pipewright.runner.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A run at work, as its events tell: it keeps the statuses of its nodes. Nodes are known by the
/// names that they had when it was asked for, so that one may be renamed meanwhile. JavaFX thread
/// only.
final class CurrentRun {

  private static final Texts TEXTS = Texts.of(CurrentRun.class);

  private final String name;
  private final RemainingTime time;
  private final long started = System.nanoTime();
  private final Map<String, RunNode> known = new LinkedHashMap<>();
  private final SequencedMap<NodeId, RunNode> members = new LinkedHashMap<>();
  private final Map<RunNode, Long> begun = new LinkedHashMap<>();
  private final List<LogLine> lines = new ArrayList<>();
  private int number;

  /// @param name the name under which the engine tells of it
  /// @param nodes the nodes of the document
  /// @param time tells what is left
  CurrentRun(String name, SequencedMap<NodeId, RunNode> nodes, RemainingTime time) {
    this.name = name;
    this.time = time;
    nodes.forEach((id, node) -> known.put(id.value(), node));
  }

  String name() {
    return name;
  }

  int number() {
    return number;
  }

  /// What was logged since the last call.
  List<LogLine> takeLines() {
    List<LogLine> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }

  void printed(long millis, String line) {
    lines.add(new LogLine(millis, LogLine.Level.INFO, null, line));
  }

  void log(LogLine.Level level, String text) {
    lines.add(new LogLine(System.currentTimeMillis(), level, null, text));
  }

  /// Something has happened.
  ///
  /// @return the node whose end it was, with outputs; null otherwise
  @Nullable RunNode accept(EventMessage event) {
    if (event.event().equals("run-started")) {
      begin(event);
      return null;
    }
    RunNode node = event.node() == null ? null : known.get(event.node());
    return node == null ? null : accept(event, node);
  }

  private void begin(EventMessage event) {
    number = Objects.requireNonNullElse(event.number(), 0);
    for (String id : Objects.requireNonNullElse(event.nodes(), List.<String>of())) {
      RunNode node = known.get(id);
      if (node != null) {
        members.put(new NodeId(id), node);
        node.set(status(State.WAITING, Duration.ZERO));
      }
    }
    lines.add(
        new LogLine(
            event.time(),
            LogLine.Level.INFO,
            null,
            TEXTS.get("run.began", number, members.size())));
  }

  private @Nullable RunNode accept(EventMessage event, RunNode node) {
    switch (event.event()) {
      case "node-started" -> start(node);
      case "progress" -> progress(event, node);
      case "metric" -> measure(event, node);
      case "log" -> log(event, node, Objects.requireNonNullElse(event.message(), ""));
      case "warning" -> warn(event, node);
      case "node-done" -> {
        make(event, node, State.DONE);
        return node;
      }
      case "node-cached" -> {
        make(event, node, State.CACHED);
        return node;
      }
      case "node-failed" -> fail(event, node);
      case "node-skipped" -> {
        node.set(status(State.SKIPPED, event));
        log(
            event,
            node,
            TEXTS.get("node.skipped", Objects.requireNonNullElse(event.message(), "")));
      }
      case "node-cancelled" -> node.set(status(State.CANCELLED, event));
      default -> {}
    }
    return null;
  }

  private void start(RunNode node) {
    begun.put(node, System.nanoTime());
    node.measured().clear();
    node.setCurves(null);
    node.set(status(State.RUNNING, Duration.ZERO));
  }

  private void progress(EventMessage event, RunNode node) {
    NodeStatus now = node.now();
    if (now.state() == State.RUNNING) {
      double fraction = Objects.requireNonNullElse(event.fraction(), Double.NaN);
      String message = Objects.requireNonNullElse(event.message(), "");
      node.set(new NodeStatus(State.RUNNING, number, elapsed(node), fraction, message, null));
    }
  }

  private static void measure(EventMessage event, RunNode node) {
    String tag = event.tag();
    Long step = event.step();
    if (tag != null && step != null) {
      node.measured().add(tag, step, Objects.requireNonNullElse(event.value(), Double.NaN));
    }
  }

  private void log(EventMessage event, RunNode node, String text) {
    lines.add(new LogLine(event.time(), LogLine.Level.INFO, node.node().get().id(), text));
  }

  private void warn(EventMessage event, RunNode node) {
    String text = Objects.requireNonNullElse(event.message(), "");
    lines.add(new LogLine(event.time(), LogLine.Level.WARN, node.node().get().id(), text));
  }

  private void make(EventMessage event, RunNode node, State state) {
    Instant time = Instant.ofEpochMilli(event.time());
    List<ArtifactRow> rows = new ArrayList<>();
    Objects.requireNonNullElse(event.outputs(), Map.<String, List<OutputMessage>>of())
        .forEach((port, made) -> made.forEach(one -> rows.add(row(node, port, one, time))));
    node.setMade(rows);
    node.set(status(state, event));
    log(
        event,
        node,
        state == State.CACHED
            ? TEXTS.get("node.cached")
            : TEXTS.get("node.done", Units.duration(took(event))));
  }

  private ArtifactRow row(RunNode node, String port, OutputMessage made, Instant time) {
    return new ArtifactRow(
        made.id(),
        node.node().get().id(),
        port,
        new ArtifactType(made.type()),
        Path.of(made.folder()),
        made.bytes(),
        time,
        number);
  }

  private void fail(EventMessage event, RunNode node) {
    Failure failure =
        event.failure() == null
            ? new Failure(TEXTS.get("node.failed"), dev.pipewright.pipeline.Location.NONE, "")
            : Failures.of(event.failure());
    node.set(new NodeStatus(State.FAILED, number, took(event), Double.NaN, "", failure));
    lines.add(
        new LogLine(event.time(), LogLine.Level.ERROR, node.node().get().id(), text(failure)));
  }

  /// A failure on a line.
  static String text(Failure failure) {
    String place = failure.where().toString();
    return (place.isEmpty() ? failure.what() : place + ": " + failure.what())
        + (failure.fix().isEmpty() ? "" : " " + failure.fix());
  }

  private NodeStatus status(State state, Duration elapsed) {
    return new NodeStatus(state, number, elapsed, Double.NaN, "", null);
  }

  private NodeStatus status(State state, EventMessage event) {
    String message = Objects.requireNonNullElse(event.message(), "");
    return new NodeStatus(state, number, took(event), Double.NaN, message, null);
  }

  private static Duration took(EventMessage event) {
    return Duration.ofMillis(Objects.requireNonNullElse(event.millis(), 0L));
  }

  private Duration elapsed(RunNode node) {
    Long since = begun.get(node);
    return since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
  }

  /// Time has passed, or nodes have ended: what depends on either is brought up to date.
  void refresh() {
    for (RunNode node : members.values()) {
      NodeStatus now = node.now();
      if (now.state() == State.RUNNING) {
        node.set(
            new NodeStatus(
                State.RUNNING, number, elapsed(node), now.fraction(), now.message(), null));
      } else if (now.state() == State.WAITING) {
        String message = waitsFor(node);
        if (!message.equals(now.message())) {
          node.set(new NodeStatus(State.WAITING, number, Duration.ZERO, Double.NaN, message, null));
        }
      }
    }
  }

  private String waitsFor(RunNode node) {
    return node.node()
        .get()
        .sources()
        .map(Source::node)
        .filter(this::isOpen)
        .findFirst()
        .map(source -> TEXTS.get("node.waits", source.value()))
        .orElse("");
  }

  private boolean isOpen(NodeId id) {
    return members.values().stream()
        .filter(node -> node.node().get().id().equals(id))
        .map(node -> node.now().state())
        .anyMatch(state -> state == State.WAITING || state == State.RUNNING);
  }

  /// The engine ended while the run was under way: nodes at work have failed, others never began.
  void abandon(Failure failure) {
    end(node -> new NodeStatus(State.FAILED, number, elapsed(node), Double.NaN, "", failure));
  }

  /// The engine was ended, since it did not stop the run that it was asked to stop.
  void cancel() {
    end(node -> status(State.CANCELLED, elapsed(node)));
  }

  private void end(java.util.function.Function<RunNode, NodeStatus> atWork) {
    for (RunNode node : members.values()) {
      State state = node.now().state();
      if (state == State.RUNNING) {
        node.set(atWork.apply(node));
      } else if (state == State.WAITING) {
        node.set(status(State.CANCELLED, Duration.ZERO));
      }
    }
  }

  /// How long it will still work; empty where nobody knows.
  Optional<Duration> remaining() {
    return members.isEmpty()
        ? Optional.empty()
        : time.left(members.keySet(), id -> Objects.requireNonNull(members.get(id)).now());
  }

  /// How far it is.
  RunProgress progress(RunProgress.Outcome outcome) {
    int done = 0;
    int cached = 0;
    int failed = 0;
    List<NodeId> running = new ArrayList<>();
    for (RunNode node : members.values()) {
      switch (node.now().state()) {
        case RUNNING -> running.add(node.node().get().id());
        case NEW, WAITING -> {}
        case CACHED -> {
          done++;
          cached++;
        }
        case FAILED -> {
          done++;
          failed++;
        }
        case DONE, SKIPPED, CANCELLED -> done++;
      }
    }
    Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
    return new RunProgress(outcome, number, done, members.size(), cached, failed, running, elapsed);
  }
}
