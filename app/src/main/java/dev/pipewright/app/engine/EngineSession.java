package dev.pipewright.app.engine;

import dev.pipewright.app.text.Texts;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.protocol.EngineClient;
import dev.pipewright.protocol.EngineInfo;
import dev.pipewright.protocol.EngineServer;
import dev.pipewright.protocol.EngineStatus;
import dev.pipewright.protocol.EventMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.jspecify.annotations.Nullable;

/// One host from its start to its end. `happened` hears, on the JavaFX thread, when it answers and
/// when it has ended: `Died`, or `None` where it has ended in order, as it does with a node that
/// nothing else could stop.
final class EngineSession {

  private static final Texts TEXTS = Texts.of(EngineSession.class);
  private static final long EXIT_MILLIS = 500;

  private final FxExecutor fx;
  private final EngineStarter starter;
  private final Duration patience;
  private final PrintedLines prints;
  private final BiConsumer<EngineSession, EngineState> happened;
  private final Map<String, EngineRun> runs = new ConcurrentHashMap<>();

  /// A host that does not read would block who writes to it.
  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("engine sender").factory());

  private EngineDeath.Phase phase = EngineDeath.Phase.START;
  private final CompletableFuture<EngineServer> server = new CompletableFuture<>();
  private final CompletableFuture<EngineConnection> connection = new CompletableFuture<>();

  /// @param patience how long a host may take to answer
  EngineSession(
      FxExecutor fx,
      EngineStarter starter,
      Duration patience,
      Consumer<String> printed,
      BiConsumer<EngineSession, EngineState> happened) {
    this.fx = fx;
    this.starter = starter;
    this.patience = patience;
    this.prints = new PrintedLines(printed);
    this.happened = happened;
  }

  void start() {
    Thread.ofVirtual().name("engine session").start(this::live);
  }

  private void live() {
    try (sender) {
      EngineConnection host = starter.start();
      connection.complete(host);
      Thread printing = prints.read(host.prints());
      CompletableFuture<Void> listening = listen(host);
      String complaint = greet(host);
      int code = awaitEnd(host, listening);
      printing.join(EXIT_MILLIS);
      if (complaint == null && code == 0) {
        tell(new EngineState.None());
        return;
      }
      String reason = complaint == null ? ExitReason.of(code) : complaint;
      tell(died(reason, host.crashReport().orElse(null)));
    } catch (EngineException e) {
      tell(died(String.valueOf(e.getMessage()), null));
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a session", e);
    }
  }

  private EngineState died(String reason, @Nullable Path crashReport) {
    return new EngineState.Died(new EngineDeath(reason, phase, prints.last(), crashReport));
  }

  private void tell(EngineState state) {
    fx.execute(() -> happened.accept(this, state));
  }

  /// Reads what the host says until its stream ends.
  private CompletableFuture<Void> listen(EngineConnection host) {
    ExecutorService reader =
        Executors.newSingleThreadExecutor(Thread.ofVirtual().name("engine reader").factory());
    Launcher<EngineServer> launcher =
        new Launcher.Builder<EngineServer>()
            .setLocalService((EngineClient) this::event)
            .setRemoteInterface(EngineServer.class)
            .setInput(host.fromHost())
            .setOutput(host.toHost())
            .setExecutorService(reader)
            .create();
    server.complete(launcher.getRemoteProxy());
    var listening = launcher.startListening();
    return CompletableFuture.runAsync(
        () -> {
          try (reader) {
            listening.get();
          } catch (InterruptedException | ExecutionException e) {
            // The stream broke with its process, whose end is told.
            host.kill();
          }
        },
        Thread::startVirtualThread);
  }

  private void event(EventMessage event) {
    String name = event.run();
    EngineRun run = name == null ? null : runs.get(name);
    if (run != null) {
      run.event(event);
    }
  }

  /// Asks the host who it is.
  ///
  /// @return why it is of no use and was ended, or null when it is ready
  private @Nullable String greet(EngineConnection host) throws InterruptedException {
    CompletableFuture<EngineInfo> answer =
        CompletableFuture.supplyAsync(server::join, sender).thenCompose(EngineServer::info);
    try {
      CompletableFuture.anyOf(answer, host.exit()).get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!answer.isDone()) {
        return null; // It has ended, which is told in a moment.
      }
      EngineInfo info = answer.get();
      if (info.protocolVersion() == EngineServer.PROTOCOL_VERSION) {
        phase = EngineDeath.Phase.WORK;
        tell(new EngineState.Ready(info));
        return null;
      }
      host.kill();
      return TEXTS.get("engine.version", info.version());
    } catch (ExecutionException e) {
      if (exit(host).isPresent()) {
        return null; // That it ended says more than that it could not be written to.
      }
      host.kill();
      return TEXTS.get("engine.broken", String.valueOf(e.getCause()));
    } catch (TimeoutException e) {
      host.kill();
      return TEXTS.get("engine.silent", patience.toSeconds());
    }
  }

  /// Waits for the end of the process. One that has closed its streams is as good as ended.
  private static int awaitEnd(EngineConnection host, CompletableFuture<Void> listening)
      throws InterruptedException {
    CompletableFuture.anyOf(host.exit(), listening).join();
    return exit(host)
        .orElseGet(
            () -> {
              host.kill();
              return host.exit().join();
            });
  }

  /// The exit code of a host that has ended or does so in a moment.
  private static Optional<Integer> exit(EngineConnection host) throws InterruptedException {
    try {
      return Optional.of(host.exit().get(EXIT_MILLIS, TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void send(Consumer<EngineServer> message) {
    server.thenAcceptAsync(message, sender);
  }

  void run(EngineRun run) {
    runs.put(run.name(), run);
    send(
        host ->
            host.run(run.request())
                .whenComplete(
                    (result, error) -> {
                      RunEnd end = result == null ? Refusals.of(error) : new RunEnd.Ended(result);
                      fx.execute(() -> end(run, end));
                    }));
  }

  private void end(EngineRun run, RunEnd how) {
    if (runs.remove(run.name(), run)) {
      run.end(how);
    }
  }

  void stop(String run) {
    send(host -> host.stop(run));
  }

  void status(Consumer<EngineStatus> told) {
    send(host -> host.status().thenAccept(answer -> fx.execute(() -> told.accept(answer))));
  }

  /// The runs that have not ended; they are no longer the session's.
  List<EngineRun> takeRuns() {
    List<EngineRun> taken = List.copyOf(runs.values());
    runs.clear();
    return taken;
  }

  /// Ends the host at once.
  void kill() {
    connection.thenAccept(EngineConnection::kill);
  }

  /// Has the host end: the end of its input tells it to, and a watch of its own sees to it.
  void close() {
    connection.thenAcceptAsync(
        host -> {
          try {
            host.toHost().close();
          } catch (IOException e) {
            host.kill();
          }
        },
        Thread::startVirtualThread);
  }
}
