package dev.pipewright.host.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.protocol.EngineClient;
import dev.pipewright.protocol.EngineServer;
import dev.pipewright.protocol.EngineStatus;
import dev.pipewright.protocol.EventMessage;
import dev.pipewright.protocol.OutputMessage;
import dev.pipewright.protocol.PlanMessage;
import dev.pipewright.protocol.ProblemMessage;
import dev.pipewright.protocol.RunRequest;
import dev.pipewright.protocol.RunResult;
import dev.pipewright.tensorflow.TensorFlowRuntime;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Talks to the host as a workbench does, over streams.
@Timeout(30)
class EngineHostTest {

  @TempDir private Path folder;

  private final BlockingQueue<EventMessage> events = new LinkedBlockingQueue<>();
  private EngineServer host;
  private Thread serving;
  private OutputStream toHost;

  @BeforeEach
  void start() throws Exception {
    // Java's piped streams would take the end of a writing thread for the end of the stream.
    Pipe there = Pipe.open();
    Pipe back = Pipe.open();
    toHost = Channels.newOutputStream(there.sink());
    InputStream hostIn = Channels.newInputStream(there.source());
    OutputStream hostOut = Channels.newOutputStream(back.sink());
    InputStream fromHost = Channels.newInputStream(back.source());
    ComponentRegistry registry = ComponentRegistry.of(List.of(new Sleeper()));
    serving =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    EngineHost.serve(registry, hostIn, hostOut, () -> {});
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    Launcher<EngineServer> launcher =
        new Launcher.Builder<EngineServer>()
            .setLocalService((EngineClient) events::add)
            .setRemoteInterface(EngineServer.class)
            .setInput(fromHost)
            .setOutput(toHost)
            .create();
    host = launcher.getRemoteProxy();
    launcher.startListening();
  }

  @AfterEach
  void stop() throws Exception {
    toHost.close();
    serving.join(5_000);
  }

  @Test
  void saysWhoItIs() throws Exception {
    assertEquals(EngineServer.PROTOCOL_VERSION, host.info().get().protocolVersion());
  }

  @Test
  void runsAProjectAndTellsWhatHappens() throws Exception {
    RunResult result = host.run(request(project(1))).get(20, TimeUnit.SECONDS);
    assertEquals("done", result.outcome());
    assertEquals(List.of("Sleeper"), result.nodes().stream().map(n -> n.node()).toList());
    List<String> told = events.stream().map(EventMessage::event).toList();
    assertEquals("run-started", told.getFirst());
    assertTrue(told.contains("node-done"), told::toString);
    assertEquals("run-finished", told.getLast());
    assertTrue(events.stream().allMatch(e -> "mine".equals(e.run())), events::toString);
  }

  @Test
  void saysHowItIsDoing() throws Exception {
    EngineStatus status = host.status().get();
    assertTrue(status.residentBytes() > 50_000_000, status::toString);
    // Asking loads nothing; another test of this process may have.
    Optional<String> device = TensorFlowRuntime.ifLoaded().map(TensorFlowRuntime::deviceSentence);
    assertEquals(device.orElse(null), status.device());
  }

  @Test
  void tellsWhichRunItIsAndWhatItMade() throws Exception {
    host.run(request(project(1))).get(20, TimeUnit.SECONDS);
    EventMessage started = awaitEvent("run-started");
    assertEquals(1, started.number());
    assertTrue(Objects.requireNonNull(started.name()).startsWith("20"), started::toString);
    OutputMessage made = output(awaitEvent("node-done"));
    assertEquals("Examples", made.type());
    assertEquals(1, made.files());
    assertEquals("content".length(), made.bytes());
    assertEquals("content", Files.readString(Path.of(made.folder()).resolve("file")));
    host.run(request(project(1))).get(20, TimeUnit.SECONDS);
    assertEquals(2, awaitEvent("run-started").number());
    assertEquals(made, output(awaitEvent("node-cached")));
  }

  private static OutputMessage output(EventMessage event) {
    return Objects.requireNonNull(event.outputs()).get("examples").getFirst();
  }

  @Test
  void runsADocumentThatIsNotSaved() throws Exception {
    String text = Files.readString(project(1)).replace("Sleeper\", \"comp", "Unsaved\", \"comp");
    Path missing = folder.resolve("new.pipewright");
    RunRequest request = RunRequest.of(missing.toString()).withText(text).named("mine");
    RunResult result = host.run(request).get(20, TimeUnit.SECONDS);
    assertEquals(List.of("Unsaved"), result.nodes().stream().map(n -> n.node()).toList());
    assertEquals(folder.resolve("new.runs").toString(), result.root());
  }

  @Test
  void answersARunThatIsStopped() throws Exception {
    CompletableFuture<RunResult> run = host.run(request(project(60_000)));
    awaitEvent("node-started");
    host.stop("other");
    host.stop("mine");
    assertEquals("cancelled", run.get(2, TimeUnit.SECONDS).outcome());
  }

  @Test
  void cancelsARunWithinASecondWhenItsRequestIsCancelled() throws Exception {
    CompletableFuture<RunResult> run = host.run(request(project(60_000)));
    awaitEvent("node-started");
    long start = System.nanoTime();
    run.cancel(true);
    EventMessage end = awaitEvent("run-finished");
    assertEquals("cancelled", end.outcome());
    assertTrue(System.nanoTime() - start < 1_500_000_000L);
    assertTrue(run.isCompletedExceptionally());
  }

  @Test
  void answersAnErrorOfTheUserWithWhatToDo() {
    ExecutionException e =
        assertThrows(
            ExecutionException.class,
            () -> host.run(request(folder.resolve("missing.pipewright"))).get());
    ResponseErrorException error = assertInstanceOf(ResponseErrorException.class, e.getCause());
    assertEquals(EngineHost.USER_ERROR, error.getResponseError().getCode());
    assertTrue(error.getResponseError().getData().toString().contains("missing.pipewright"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "a\0b"})
  void aRequestWithoutAFileToReadIsAnErrorOfTheUser(String project) {
    ExecutionException e =
        assertThrows(ExecutionException.class, () -> host.check(RunRequest.of(project)).get());
    ResponseErrorException error = assertInstanceOf(ResponseErrorException.class, e.getCause());
    assertEquals(EngineHost.USER_ERROR, error.getResponseError().getCode());
  }

  @Test
  void checksAProject() throws Exception {
    Path project = folder.resolve("wrong.pipewright");
    Files.writeString(
        project,
        """
        {"format": 1, "name": "wrong", "nodes": [{"id": "A", "component": "Sleper"}]}
        """);
    List<ProblemMessage> problems = host.check(request(project)).get();
    assertEquals(1, problems.size());
    assertEquals("A", problems.getFirst().node());
    assertEquals("error", problems.getFirst().severity());
    assertTrue(problems.getFirst().fix().contains("Sleeper"), problems::toString);
  }

  @Test
  void endsWithANodeThatDoesNotStop() throws Exception {
    Path project = folder.resolve("stuck.pipewright");
    Files.writeString(
        project,
        """
        {"format": 1, "name": "stuck",
         "nodes": [{"id": "Sleeper", "component": "Sleeper",
                    "parameters": {"millis": 20000, "is_deaf": true}}]}
        """);
    CompletableFuture<RunResult> run = host.run(request(project));
    awaitEvent("node-started");
    run.cancel(true);
    assertEquals("cancelled", awaitEvent("run-finished").outcome());
    serving.join(10_000);
    assertTrue(!serving.isAlive());
  }

  @Test
  void endsWhenItsInputEnds() throws Exception {
    toHost.close();
    serving.join(10_000);
    assertTrue(!serving.isAlive());
  }

  private EventMessage awaitEvent(String kind) throws InterruptedException {
    EventMessage event;
    do {
      event = events.poll(10, TimeUnit.SECONDS);
      assertTrue(event != null, () -> "no event " + kind);
    } while (!event.event().equals(kind));
    return event;
  }

  @Test
  void forecastsWhatARunWouldDoAndForgetsWhatItIsToldTo() throws Exception {
    RunRequest request = request(project(1));
    assertEquals(
        new PlanMessage(List.of(new PlanMessage.NodePlan("Sleeper", "run", null, null))),
        host.plan(request).get());
    host.run(request).get(20, TimeUnit.SECONDS);
    assertEquals(
        new PlanMessage(List.of(new PlanMessage.NodePlan("Sleeper", "cached", null, 0.0))),
        host.plan(request).get());
    assertEquals(1, host.clearCache(request.only(List.of("Sleeper"))).get());
    assertEquals("run", host.plan(request).get().nodes().getFirst().action());
    assertEquals(0, host.clearCache(request).get());
  }

  @Test
  void runsWaitForTheirTurnAndCanBeStoppedThere() throws Exception {
    CompletableFuture<RunResult> first = host.run(request(project(60_000)).named("first"));
    awaitEvent("node-started");
    CompletableFuture<RunResult> second = host.run(request(project(1)).named("second"));
    EventMessage queued = awaitEvent("run-queued");
    assertEquals("second", queued.run());
    assertEquals(1, queued.number());
    CompletableFuture<RunResult> third = host.run(request(project(2)).named("third"));
    assertEquals(2, awaitEvent("run-queued").number());
    host.stop("second");
    assertEquals(
        new RunResult("cancelled", folder.resolve("root").toString(), 0, List.of()),
        second.get(10, TimeUnit.SECONDS));
    host.stop("first");
    assertEquals("cancelled", first.get(10, TimeUnit.SECONDS).outcome());
    assertEquals("done", third.get(20, TimeUnit.SECONDS).outcome());
  }

  @Test
  void runsAgainWhatFailed() throws Exception {
    ExecutionException none =
        assertThrows(
            ExecutionException.class, () -> host.run(request(project(1)).retryingFailed()).get());
    assertTrue(none.getMessage().contains("No node failed in the last run."), none::toString);
    CompletableFuture<RunResult> cut = host.run(request(project(60_000)));
    awaitEvent("node-started");
    host.stop("mine");
    assertEquals("cancelled", cut.get(10, TimeUnit.SECONDS).outcome());
    RunResult again = host.run(request(project(1)).retryingFailed()).get(20, TimeUnit.SECONDS);
    assertEquals("done", again.outcome());
  }

  private RunRequest request(Path project) {
    return RunRequest.of(project.toString())
        .named("mine")
        .withRoot(folder.resolve("root").toString());
  }

  private Path project(int millis) throws Exception {
    Path project = folder.resolve("sleep.pipewright");
    Files.writeString(
        project,
        """
        {"format": 1, "name": "sleep",
         "nodes": [{"id": "Sleeper", "component": "Sleeper", "parameters": {"millis": %d}}]}
        """
            .formatted(millis));
    return project;
  }

  /// Sleeps, and makes a file.
  private static final class Sleeper implements Component {
    @Override
    public ComponentSpec spec() {
      return new ComponentSpec(
          "Sleeper",
          ComponentSpec.Category.DATA,
          1,
          "Sleeps.",
          List.of(),
          List.of(PortSpec.one("examples", ArtifactType.EXAMPLES, "A file.")),
          List.of(
              ParameterSpec.withDefault(
                  "millis", new ParameterType.Int(0, 100_000), ParameterValue.of(1), "How long."),
              ParameterSpec.withDefault(
                  "is_deaf",
                  new ParameterType.Bool(),
                  ParameterValue.of(false),
                  "Whether it sleeps on when it is interrupted.")),
          ComponentSpec.Resources.LIGHT);
    }

    @Override
    public Behavior behavior() {
      return (Executor)
          execution -> {
            sleep(
                execution.parameters().integer("millis").orElseThrow(),
                execution.parameters().flag("is_deaf"));
            Files.writeString(execution.output("examples").resolve("file"), "content");
          };
    }

    private static void sleep(long millis, boolean isDeaf) throws InterruptedException {
      long end = System.nanoTime() + millis * 1_000_000;
      while (System.nanoTime() < end) {
        try {
          Thread.sleep(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        } catch (InterruptedException e) {
          if (!isDeaf) {
            throw e;
          }
        }
      }
    }
  }
}
