package dev.pipewright.runner;

import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.component.Resolution;
import dev.pipewright.runner.NodeResult.Outcome;
import dev.pipewright.runner.NodeRun.Phase;
import dev.pipewright.runner.RunEvent.NodeCancelled.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A run at work. One thread, that of `run`, decides and records; each node is prepared and works
/// on a thread of its own, and reports back.
final class Run {

  private static final long PATIENCE_MILLIS = 800;
  private static final Failure CANCELLED = new Failure("The run was cancelled.", Location.NONE, "");

  /// What a node's thread has to say.
  private sealed interface Report {
    /// Only that something is to be looked at.
    record Woken() implements Report {}

    record Prepared(NodeRun node, Preparation.Finding finding) implements Report {}

    record Worked(NodeRun node, SequencedMap<String, Content> contents) implements Report {}

    record Broken(NodeRun node, Throwable error) implements Report {}
  }

  private final Plan plan;
  private final Ledger ledger;
  private final Events events;
  private final Preparation preparation;
  private final NodeExecution.Surroundings surroundings;
  private final Places places;
  private final SequencedMap<NodeId, NodeRun> nodes = new LinkedHashMap<>();
  private final Map<NodeId, NodeResult> results;
  private final Map<NodeId, Failure> failures = new HashMap<>();
  private final ExitHandling exits;
  private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();

  Run(
      Plan plan,
      String name,
      RunSettings settings,
      NodeExecution.Surroundings surroundings,
      Ledger ledger,
      FingerprintMemory memory,
      Events events) {
    this.plan = plan;
    this.ledger = ledger;
    this.events = events;
    this.surroundings = surroundings;
    this.places = new Places(settings);
    this.results = new ConcurrentHashMap<>();
    this.preparation =
        new Preparation(plan, surroundings.root(), settings.cache(), ledger, memory, results);
    this.exits = new ExitHandling(name, surroundings.root(), ledger, events);
    for (Plan.Step step : plan.steps()) {
      if (ExitHandling.isExit(step)) {
        continue;
      }
      NodeLog log = new NodeLog(surroundings.root().log(name, step.id()));
      nodes.put(step.id(), new NodeRun(step, log, events));
    }
  }

  /// Runs all nodes, and returns how they ended. An interrupt is taken as a cancel.
  SequencedMap<NodeId, NodeResult> run() {
    surroundings.cancellation().onCancel(() -> reports.add(new Report.Woken()));
    plan.leftOut().forEach(this::leaveOut);
    while (isAny(Phase.WAITING, Phase.PREPARING, Phase.QUEUED, Phase.WORKING)) {
      if (surroundings.cancellation().isCancelled()) {
        cancel();
      } else {
        resolve();
        skip();
        prepare();
        startWork();
        next();
      }
    }
    handleExit();
    SequencedMap<NodeId, NodeResult> ended = new LinkedHashMap<>();
    plan.nodes().forEach(id -> ended.put(id, result(id)));
    return ended;
  }

  private void handleExit() {
    List<Plan.Step> handlers = plan.steps().stream().filter(ExitHandling::isExit).toList();
    SequencedMap<NodeId, NodeResult> ended = new LinkedHashMap<>();
    nodes.keySet().forEach(id -> ended.put(id, result(id)));
    String finalStatus = exits.finalStatus(ended, failures);
    // A file cannot be written by a thread that is being interrupted.
    boolean wasInterrupted = Thread.interrupted();
    for (Plan.Step handler : handlers) {
      results.put(handler.id(), exits.handle(handler, finalStatus));
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void leaveOut(NodeId id, String reason) {
    NodeResult result = NodeResult.without(Outcome.SKIPPED, 0, Duration.ZERO);
    end(new RunEvent.NodeSkipped(id, result, reason), result);
  }

  private NodeResult result(NodeId id) {
    NodeResult result = results.get(id);
    if (result == null) {
      throw new IllegalStateException(id + " has not ended");
    }
    return result;
  }

  private boolean isAny(Phase... phases) {
    return nodes.values().stream().anyMatch(node -> List.of(phases).contains(node.phase));
  }

  private List<NodeRun> in(Phase phase) {
    return nodes.values().stream().filter(node -> node.phase == phase).toList();
  }

  /// Waits for a report, when one is to come.
  private void next() {
    if (!isAny(Phase.PREPARING, Phase.WORKING)) {
      return;
    }
    try {
      handle(reports.take());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      surroundings.cancellation().cancel();
    }
  }

  private void handle(Report report) {
    if (surroundings.cancellation().isCancelled()) {
      handleCancelled(report);
      return;
    }
    switch (report) {
      case Report.Woken woken -> {}
      case Report.Prepared(NodeRun node, var finding) -> prepared(node, finding);
      case Report.Worked(NodeRun node, var contents) -> worked(node, contents);
      case Report.Broken(NodeRun node, Throwable error) -> broken(node, error);
    }
  }

  /// Nodes that look into the past do so before anything new is made: what they find must not
  /// depend on how fast others are.
  private void resolve() {
    for (NodeRun node : in(Phase.WAITING)) {
      if (node.step.component().behavior() instanceof Resolution && isReady(node)) {
        begin(node);
        handle(prepareNow(node));
      }
    }
  }

  private void prepare() {
    for (NodeRun node : in(Phase.WAITING)) {
      if (isReady(node)) {
        begin(node);
        node.thread = start(node, "prepare", () -> reports.add(prepareNow(node)));
      }
    }
  }

  private static void begin(NodeRun node) {
    node.phase = Phase.PREPARING;
    if (node.startedNanos == 0) {
      node.startedNanos = System.nanoTime();
    }
  }

  private Report prepareNow(NodeRun node) {
    try {
      return new Report.Prepared(node, preparation.prepare(node.step));
    } catch (IOException | EngineException e) {
      return new Report.Broken(node, e);
    }
  }

  private Thread start(NodeRun node, String what, Runnable task) {
    return Thread.ofPlatform()
        .daemon()
        .name(what + " " + node.step.id())
        .uncaughtExceptionHandler((thread, e) -> reports.add(new Report.Broken(node, e)))
        .start(task);
  }

  private boolean isReady(NodeRun node) {
    return sources(node.step.node()).allMatch(id -> result(id, true).isPresent());
  }

  /// The nodes of this run that feed a node.
  private Stream<NodeId> sources(Node node) {
    return node.needs().filter(nodes::containsKey);
  }

  private Optional<NodeResult> result(NodeId id, boolean isSuccess) {
    return Optional.ofNullable(results.get(id)).filter(r -> r.outcome().isSuccess() == isSuccess);
  }

  private void skip() {
    for (NodeRun node : in(Phase.WAITING)) {
      sources(node.step.node())
          .filter(id -> result(id, false).isPresent())
          .findFirst()
          .ifPresent(
              cause -> {
                NodeResult result = node.ended(Outcome.SKIPPED);
                end(
                    new RunEvent.NodeSkipped(node.step.id(), result, "It needs " + cause + "."),
                    result);
              });
    }
  }

  private void end(RunEvent.NodeEvent event, NodeResult result) {
    results.put(event.node(), result);
    events.tellEnd(event);
  }

  private void prepared(NodeRun node, Preparation.Finding finding) {
    switch (finding) {
      case Preparation.Finding.Found(Outcome outcome, long execution, var outputs) -> {
        node.phase = Phase.ENDED;
        NodeResult result = new NodeResult(outcome, execution, node.elapsed(), outputs);
        NodeId id = node.step.id();
        end(
            outcome == Outcome.CACHED
                ? new RunEvent.NodeCached(id, result)
                : new RunEvent.NodeDone(id, result),
            result);
      }
      case Preparation.Finding.Skipped(String reason) -> {
        NodeResult result = node.ended(Outcome.SKIPPED);
        end(new RunEvent.NodeSkipped(node.step.id(), result, reason), result);
      }
      case Preparation.Finding.Run run -> {
        node.work = run;
        // The look into the cache may have come just before another node, quick at work, filled it.
        boolean isStale =
            !node.isPreparedAgain
                && in(Phase.ENDED).stream().anyMatch(other -> Places.isSameWork(node, other));
        node.isPreparedAgain |= isStale;
        node.phase = isStale ? Phase.WAITING : Phase.QUEUED;
      }
    }
  }

  private void startWork() {
    for (NodeRun node : in(Phase.QUEUED)) {
      if (node.work != null && places.isFree(node, in(Phase.WORKING))) {
        work(node, node.work);
      }
    }
  }

  private void work(NodeRun node, Preparation.Finding.Run work) {
    try {
      node.execution = ledger.start(node.step, work.key(), work.inputs());
      NodeExecution execution =
          new NodeExecution(
              node.step, node.execution, work.key(), work.inputs(), surroundings, node.progress);
      node.at = execution;
      events.tell(new RunEvent.NodeStarted(node.step.id(), node.execution, node.log.file()));
      node.phase = Phase.WORKING;
      node.thread = start(node, "run", () -> reports.add(work(node, work, execution)));
    } catch (IOException | EngineException e) {
      broken(node, e);
    }
  }

  private static Report work(NodeRun node, Preparation.Finding.Run work, NodeExecution execution) {
    try {
      work.executor().execute(execution);
      execution.checkCancelled();
      return new Report.Worked(node, execution.seal());
    } catch (IOException | InterruptedException | EngineException e) {
      return new Report.Broken(node, e);
    }
  }

  private void worked(NodeRun node, SequencedMap<String, Content> contents) {
    NodeExecution execution = node.at;
    Preparation.Finding.Run work = node.work;
    if (execution == null || work == null) {
      throw new IllegalStateException(node.step.id() + " did not begin");
    }
    try {
      var outputs = ledger.done(node.step, node.execution, work.key(), execution.place(contents));
      NodeResult result = new NodeResult(Outcome.DONE, node.execution, node.elapsed(), outputs);
      clearUp(node, execution::clearUp);
      node.progress.flush();
      node.phase = Phase.ENDED;
      end(new RunEvent.NodeDone(node.step.id(), result), result);
      prepareAgain(node);
    } catch (IOException | EngineException e) {
      broken(node, e);
    }
  }

  /// Something to be done at a node's end whose failure changes nothing of how the node ended.
  private interface ClearUp {
    void run() throws IOException;
  }

  private void clearUp(NodeRun node, ClearUp task) {
    try {
      task.run();
    } catch (IOException | EngineException e) {
      Failure failure = Failure.of(e, surroundings.root());
      events.tell(new RunEvent.Warned(node.step.id(), failure.what() + " " + failure.where()));
    }
  }

  /// Nodes that were to do the same work can take its result, or have to try themselves.
  private void prepareAgain(NodeRun ended) {
    for (NodeRun node : in(Phase.QUEUED)) {
      if (Places.isSameWork(node, ended)) {
        node.phase = Phase.WAITING;
      }
    }
  }

  private void broken(NodeRun node, Throwable error) {
    Failure failure = Failure.of(error, surroundings.root());
    clearUp(node, () -> node.log.write(error));
    recordEnd(node, ExecutionState.FAILED, failure);
    clearUp(node, () -> discard(node));
    node.progress.flush();
    NodeResult result = node.ended(Outcome.FAILED);
    failures.put(node.step.id(), failure);
    end(new RunEvent.NodeFailed(node.step.id(), result, failure, node.log.file()), result);
    prepareAgain(node);
  }

  private void recordEnd(NodeRun node, ExecutionState state, Failure reason) {
    if (node.execution > 0) {
      clearUp(node, () -> ledger.failed(node.execution, state, reason));
    }
  }

  private static void discard(NodeRun node) throws IOException {
    if (node.at != null) {
      node.at.discard();
    }
  }

  private void cancel() {
    in(Phase.WAITING).forEach(node -> cancelled(node, Answer.STOPPED));
    in(Phase.QUEUED).forEach(node -> cancelled(node, Answer.STOPPED));
    nodes.values().stream()
        .filter(node -> node.phase == Phase.PREPARING || node.phase == Phase.WORKING)
        .forEach(node -> interrupt(node.thread));
    surroundings.pool().shutdownNow();
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (isAny(Phase.PREPARING, Phase.WORKING)) {
      Optional<Report> report = poll(deadline - System.nanoTime());
      if (report.isEmpty()) {
        in(Phase.PREPARING).forEach(node -> cancelled(node, Answer.NONE));
        in(Phase.WORKING).forEach(node -> cancelled(node, Answer.NONE));
      } else {
        handleCancelled(report.get());
      }
    }
  }

  private static void interrupt(@Nullable Thread thread) {
    if (thread != null) {
      thread.interrupt();
    }
  }

  /// A second interrupt must not cut the wait short: nodes would seem not to have answered.
  private Optional<Report> poll(long nanos) {
    boolean wasInterrupted = Thread.interrupted();
    try {
      return Optional.ofNullable(reports.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      wasInterrupted = true;
      return Optional.of(new Report.Woken());
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// What was done in the same moment is kept.
  private void handleCancelled(Report report) {
    switch (report) {
      case Report.Woken woken -> {}
      case Report.Prepared(NodeRun node, Preparation.Finding.Found found) -> prepared(node, found);
      case Report.Prepared(NodeRun node, Preparation.Finding.Skipped skipped) ->
          prepared(node, skipped);
      case Report.Prepared(NodeRun node, Preparation.Finding.Run run) ->
          cancelled(node, Answer.STOPPED);
      case Report.Worked(NodeRun node, var contents) -> worked(node, contents);
      case Report.Broken(NodeRun node, Throwable error) -> cancelled(node, Answer.STOPPED);
    }
  }

  private void cancelled(NodeRun node, Answer answer) {
    recordEnd(node, ExecutionState.CANCELED, CANCELLED);
    if (answer == Answer.STOPPED) {
      clearUp(node, () -> discard(node));
    }
    node.progress.flush();
    NodeResult result = node.ended(Outcome.CANCELLED);
    end(new RunEvent.NodeCancelled(node.step.id(), result, answer), result);
  }
}
