package dev.pipewright.app.engine;

import dev.pipewright.protocol.EngineClient;
import dev.pipewright.protocol.EngineInfo;
import dev.pipewright.protocol.EngineServer;
import dev.pipewright.protocol.EngineStatus;
import dev.pipewright.protocol.EventMessage;
import dev.pipewright.protocol.PlanMessage;
import dev.pipewright.protocol.ProblemMessage;
import dev.pipewright.protocol.RunRequest;
import dev.pipewright.protocol.RunResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.lsp4j.jsonrpc.Launcher;

/// A host that does what a test says, behind the real protocol.
public final class FakeHost implements EngineConnection {

  /// The runs that it was asked for, in order.
  public final List<RunRequest> requests = new CopyOnWriteArrayList<>();

  /// The answers to them.
  public final List<CompletableFuture<RunResult>> answers = new CopyOnWriteArrayList<>();

  /// The runs that it was asked to stop.
  public final List<String> stopped = new CopyOnWriteArrayList<>();

  private final Pipe in = pipe();
  private final Pipe out = pipe();
  private final Pipe err = pipe();
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private final EngineClient client;
  private final int protocol;
  private volatile boolean isMute;

  /// A host of this version.
  public FakeHost(int protocol) {
    this.protocol = protocol;
    Launcher<EngineClient> launcher =
        new Launcher.Builder<EngineClient>()
            .setLocalService(new Server())
            .setRemoteInterface(EngineClient.class)
            .setInput(Channels.newInputStream(in.source()))
            .setOutput(Channels.newOutputStream(out.sink()))
            .create();
    client = launcher.getRemoteProxy();
    launcher.startListening();
  }

  private static Pipe pipe() {
    try {
      return Pipe.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Has it never say who it is.
  public void stayMute() {
    isMute = true;
  }

  /// Tells an event of the last run; what is not of its kind is null.
  public void tell(EventMessage event) {
    client.event(event);
  }

  /// Prints a line.
  public void print(String line) throws IOException {
    err.sink().write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  /// Ends with this code.
  public void die(int code) {
    try {
      err.sink().close();
      out.sink().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    exit.complete(code);
  }

  /// Whether it has ended.
  public boolean isDead() {
    return exit.isDone();
  }

  /// Closes its output, and stays.
  public void fallSilent() throws IOException {
    out.sink().close();
  }

  @Override
  public InputStream fromHost() {
    return Channels.newInputStream(out.source());
  }

  @Override
  public OutputStream toHost() {
    return Channels.newOutputStream(in.sink());
  }

  @Override
  public InputStream prints() {
    return Channels.newInputStream(err.source());
  }

  @Override
  public CompletableFuture<Integer> exit() {
    return exit;
  }

  @Override
  public Optional<Path> crashReport() {
    return Optional.empty();
  }

  @Override
  public void kill() {
    if (!isDead()) {
      die(137);
    }
  }

  /// What it answers.
  private final class Server implements EngineServer {

    @Override
    public CompletableFuture<EngineInfo> info() {
      return isMute
          ? new CompletableFuture<>()
          : CompletableFuture.completedFuture(new EngineInfo("1.2.3", protocol, 42, "25"));
    }

    @Override
    public CompletableFuture<EngineStatus> status() {
      return CompletableFuture.completedFuture(new EngineStatus(1_000, "a CPU"));
    }

    @Override
    public CompletableFuture<List<ProblemMessage>> check(RunRequest request) {
      return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<PlanMessage> plan(RunRequest request) {
      return CompletableFuture.completedFuture(new PlanMessage(List.of()));
    }

    @Override
    public CompletableFuture<Integer> clearCache(RunRequest request) {
      return CompletableFuture.completedFuture(0);
    }

    @Override
    public CompletableFuture<RunResult> run(RunRequest request) {
      CompletableFuture<RunResult> answer = new CompletableFuture<>();
      answers.add(answer);
      requests.add(request);
      return answer;
    }

    @Override
    public void stop(String run) {
      stopped.add(run);
    }

    @Override
    public void exit() {}
  }
}
