package dev.pipewright.host.rpc;

import dev.pipewright.host.about.Version;
import dev.pipewright.host.run.EventMessages;
import dev.pipewright.host.run.Failures;
import dev.pipewright.host.run.ProjectRun;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.protocol.EngineClient;
import dev.pipewright.protocol.EngineInfo;
import dev.pipewright.protocol.EngineServer;
import dev.pipewright.protocol.EngineStatus;
import dev.pipewright.protocol.PlanMessage;
import dev.pipewright.protocol.ProblemMessage;
import dev.pipewright.protocol.RunRequest;
import dev.pipewright.protocol.RunResult;
import dev.pipewright.runner.Cancellation;
import dev.pipewright.runner.RunEvent;
import dev.pipewright.tensorflow.TensorFlowRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;

/// Answers a workbench until it goes away. Each request has a virtual thread of its own. A node
/// that does not answer a cancel, as a native call that hangs, ends the host with it; the workbench
/// starts a new one.
public final class EngineHost implements EngineServer {

  /// The JSON-RPC error code of an error that the user can mend; its data is a `Failure`.
  public static final int USER_ERROR = 1;

  private static final Duration GRACE = Duration.ofMillis(400);

  /// So much in the heap after a run is worth a collection.
  private static final long LARGE_BYTES = 768L << 20;

  private static final Duration LAST_RESORT = Duration.ofMillis(500);

  private final ComponentRegistry registry;
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Cancellation, String> runs = new ConcurrentHashMap<>();
  private final RunQueue queue = new RunQueue();
  private final CompletableFuture<EngineClient> client = new CompletableFuture<>();
  private final CountDownLatch exit = new CountDownLatch(1);

  private EngineHost(ComponentRegistry registry) {
    this.registry = registry;
  }

  /// Serves standard input and output until the input ends or the client says `exit`, and ends the
  /// process. Runs still under way are cancelled; it is gone within two seconds, whatever native
  /// code is doing.
  public static void serveProcess(ComponentRegistry registry)
      throws IOException, InterruptedException {
    OutputStream out = ProtocolStreams.takeOutput();
    ProcessEnd end = new ProcessEnd();
    serve(registry, System.in, out, () -> end.after(LAST_RESORT));
    end.now();
  }

  /// The same over these streams.
  ///
  /// @param ending done as soon as the host is to end
  static void serve(ComponentRegistry registry, InputStream in, OutputStream out, Runnable ending)
      throws InterruptedException {
    EngineHost host = new EngineHost(registry);
    Launcher<EngineClient> launcher =
        new Launcher.Builder<EngineClient>()
            .setLocalService(host)
            .setRemoteInterface(EngineClient.class)
            .setInput(in)
            .setOutput(out)
            .create();
    host.client.complete(launcher.getRemoteProxy());
    Future<Void> listening = launcher.startListening();
    Thread.ofVirtual().start(() -> host.exitAfter(listening));
    host.exit.await();
    ending.run();
    host.runs.keySet().forEach(Cancellation::cancel);
    host.requests.shutdown();
    host.requests.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void exitAfter(Future<Void> listening) {
    try {
      listening.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("the protocol broke down", e);
    } finally {
      exit.countDown();
    }
  }

  @Override
  public CompletableFuture<EngineInfo> info() {
    return CompletableFuture.completedFuture(
        new EngineInfo(
            Version.text(),
            PROTOCOL_VERSION,
            ProcessHandle.current().pid(),
            Runtime.version().toString()));
  }

  @Override
  public CompletableFuture<EngineStatus> status() {
    return CompletableFuture.completedFuture(
        new EngineStatus(
            ResidentMemory.bytes(),
            TensorFlowRuntime.ifLoaded().map(TensorFlowRuntime::deviceSentence).orElse(null)));
  }

  @Override
  public CompletableFuture<List<ProblemMessage>> check(RunRequest request) {
    return answer(
        new Cancellation(),
        cancellation ->
            ProjectRun.of(request, registry).problems().stream().map(EngineHost::message).toList());
  }

  @Override
  public CompletableFuture<PlanMessage> plan(RunRequest request) {
    return answer(
        new Cancellation(),
        cancellation -> EventMessages.plan(ProjectRun.of(request, registry).forecast()));
  }

  @Override
  public CompletableFuture<Integer> clearCache(RunRequest request) {
    return answer(
        new Cancellation(), cancellation -> ProjectRun.of(request, registry).clearCache());
  }

  private static ProblemMessage message(Problem problem) {
    return new ProblemMessage(
        problem.severity().name().toLowerCase(Locale.ROOT),
        problem.node() == null ? null : problem.node().value(),
        problem.field().isEmpty() ? null : problem.field(),
        problem.what(),
        problem.fix());
  }

  @Override
  public CompletableFuture<RunResult> run(RunRequest request) {
    Cancellation cancellation = new Cancellation();
    runs.put(cancellation, Objects.requireNonNullElse(request == null ? null : request.run(), ""));
    CompletableFuture<RunResult> result = answer(cancellation, c -> run(request, c));
    result.whenComplete(
        (done, error) -> {
          runs.remove(cancellation);
          Thread.ofVirtual().start(EngineHost::tidyUp);
        });
    return result;
  }

  /// What a run kept in memory for its nodes grows old there, and the collector has no reason of
  /// its own to look at old objects before memory is full.
  private static void tidyUp() {
    Runtime java = Runtime.getRuntime();
    if (java.totalMemory() - java.freeMemory() > LARGE_BYTES) {
      System.gc();
    }
  }

  private RunResult run(RunRequest request, Cancellation cancellation) throws InterruptedException {
    long start = System.nanoTime();
    ProjectRun run = ProjectRun.of(request, registry);
    EventMessages messages = new EventMessages(request.run(), run.root(), InstantSource.system());
    Failures failures = new Failures();
    RunEvent.Listener listener =
        event -> {
          failures.accept(event);
          client.join().event(messages.of(event));
        };
    try {
      if (!queue.enter(cancellation, n -> client.join().event(messages.queued(n)))) {
        return EventMessages.cancelled(run.root());
      }
      var result = run.run(cancellation, listener);
      if (failures.hasStuckNode()) {
        exit.countDown();
      }
      return EventMessages.result(
          result, run.root(), Duration.ofNanos(System.nanoTime() - start), failures);
    } finally {
      queue.leave(cancellation);
    }
  }

  @Override
  public void stop(String run) {
    runs.forEach(
        (cancellation, name) -> {
          if (name.equals(run)) {
            cancellation.cancel();
          }
        });
  }

  @Override
  public void exit() {
    exit.countDown();
  }

  /// What a request does.
  @FunctionalInterface
  private interface Work<T> {
    T apply(Cancellation cancellation) throws InterruptedException;
  }

  private <T> CompletableFuture<T> answer(Cancellation cancellation, Work<T> work) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    requests.execute(
        () -> {
          try {
            answer.complete(work.apply(cancellation));
          } catch (EngineException e) {
            answer.completeExceptionally(error(e));
          } catch (InterruptedException e) {
            answer.cancel(false);
          } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
          }
        });
    answer.whenComplete(
        (done, error) -> {
          if (answer.isCancelled()) {
            cancellation.cancel();
          }
        });
    return answer;
  }

  private static ResponseErrorException error(EngineException e) {
    ResponseError error = new ResponseError(USER_ERROR, e.getMessage(), null);
    error.setData(EventMessages.failure(e.what(), e.where(), e.fix()));
    return new ResponseErrorException(error);
  }
}
