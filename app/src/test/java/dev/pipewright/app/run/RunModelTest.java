package dev.pipewright.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.pipewright.app.engine.Engine;
import dev.pipewright.app.engine.EngineState;
import dev.pipewright.app.engine.FakeHost;
import dev.pipewright.app.project.Project;
import dev.pipewright.app.project.Projects;
import dev.pipewright.app.run.RunProgress.Outcome;
import dev.pipewright.app.thread.FxQueue;
import dev.pipewright.app.thread.Patience;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.protocol.EngineServer;
import dev.pipewright.protocol.Failure;
import dev.pipewright.protocol.OutputMessage;
import dev.pipewright.protocol.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs on a host that does what the test says.
class RunModelTest {

  private static final NodeId A = new NodeId("A");
  private static final NodeId B = new NodeId("B");
  private static final OutputMessage OUTPUT =
      new OutputMessage(5, "Examples", "/root/A/out/3", 1, 100);

  @TempDir private Path folder;
  private final FxQueue fx = new FxQueue();
  private final List<FakeHost> hosts = new CopyOnWriteArrayList<>();
  private final RunQueue queue = new RunQueue();
  private Engine engine;
  private Project project;
  private RunModel run;

  @BeforeEach
  void open() throws Exception {
    Path file = folder.resolve("p.pipewright");
    Files.writeString(
        file,
        """
        {"format": 1, "name": "p", "nodes": [
          {"id": "A", "component": "X"},
          {"id": "B", "component": "X", "inputs": {"in": "A.out"}}]}
        """);
    ComponentRegistry registry = ComponentRegistry.of(List.of());
    engine =
        new Engine(
            fx.executor(),
            () -> {
              FakeHost host = new FakeHost(EngineServer.PROTOCOL_VERSION);
              hosts.add(host);
              return host;
            });
    project = new Projects(fx.executor(), registry, folder.resolve("settings"), e -> {}).open(file);
    run = new RunModel(project, registry, engine, queue, fx.executor());
  }

  @Test
  void followsARunFromItsStartToItsEnd() {
    run.run();
    assertEquals(RunState.STARTING, run.state().get());
    assertFalse(run.canRun().get());
    Told told = began();
    assertEquals(RunState.RUNNING, run.state().get());
    assertEquals(State.WAITING, status(A).state());
    assertEquals("Waiting for A", status(B).message());
    host().tell(told.nodeStarted("A"));
    host().tell(told.progress("A", 0.5, "half"));
    fx.runUntil(() -> status(A).fraction() == 0.5);
    assertEquals("half", status(A).message());
    assertEquals(List.of(A), run.progress().get().running());
    host().tell(told.done("A", OUTPUT));
    fx.runUntil(() -> status(A).state() == State.DONE);
    assertEquals(3, status(A).run());
    assertEquals(Duration.ofMillis(1_500), status(A).elapsed());
    assertEquals(Map.of("out", Path.of("/root/A/out/3")), node(A).outputs().get());
    assertEquals("", status(B).message());
    host().tell(told.cached("B", OUTPUT));
    answer("done");
    assertEquals(RunState.IDLE, run.state().get());
    RunProgress end = run.progress().get();
    assertEquals(new RunProgress(Outcome.DONE, 3, 2, 2, 1, 0, List.of(), end.elapsed()), end);
    assertEquals(List.of(A, B), run.artifacts().stream().map(ArtifactRow::node).toList());
    assertTrue(run.canRun().get());
  }

  @Test
  void runsTheDocumentAsItIsShown() {
    project.edit(new Edit.SetSeed(77));
    run.runTo(A);
    fx.runUntil(() -> requests() == 1);
    var request = host().requests.getFirst();
    assertEquals(project.file().get().toString(), request.project());
    assertTrue(Objects.requireNonNull(request.text()).contains("\"seed\": 77"));
    assertEquals(List.of("A"), request.to());
    assertNull(request.from());
    assertTrue(project.dirty().get());
  }

  @Test
  void aFaceAsksForARunToItsNodeAndForOtherThings() {
    List<NodeRequest> heard = new ArrayList<>();
    run.setOnRequest(heard::add);
    node(B).request(new NodeRequest.ShowLog(B));
    node(B).request(new NodeRequest.RunTo(B));
    fx.runUntil(() -> requests() == 1);
    assertEquals(List.of("B"), host().requests.getFirst().to());
    assertEquals(List.of(new NodeRequest.ShowLog(B)), heard);
  }

  @Test
  void onlyOneRunIsAtWork() {
    run.run();
    run.run();
    fx.runUntil(() -> requests() == 1);
    fx.runFor(Duration.ofMillis(50));
    assertEquals(1, requests());
  }

  private long seed(int request) {
    String text = Objects.requireNonNull(host().requests.get(request).text());
    return dev.pipewright.pipeline.file.ProjectFile.parse(
            text.getBytes(java.nio.charset.StandardCharsets.UTF_8), null)
        .seed();
  }

  private void queued(long seed) {
    project.edit(new Edit.SetSeed(seed));
    run.enqueue();
  }

  @Test
  void runsThatWaitBeginInTheirOrderWithTheDocumentTheyWereAskedFor() {
    run.run();
    began();
    queued(10);
    queued(20);
    queued(30);
    assertEquals(3, queue.waiting().size());
    fx.runFor(Duration.ofMillis(50));
    assertEquals(1, requests());

    queue.cancel(queue.waiting().get(0));
    queue.move(queue.waiting().get(1), -1);
    project.edit(new Edit.SetSeed(99));
    RunResult result = new RunResult("done", "/root", 10, List.of());
    host().answers.getLast().complete(result);
    fx.runUntil(() -> requests() == 2);
    assertEquals(30, seed(1));
    assertEquals(RunState.STARTING, run.state().get());
    host().answers.getLast().complete(result);
    fx.runUntil(() -> requests() == 3);
    assertEquals(20, seed(2));
    assertEquals(List.of(), queue.waiting());
    host().answers.getLast().complete(result);
    fx.runUntil(() -> run.state().get() == RunState.IDLE);
  }

  @Test
  void aRunWaitsForThatOfAnotherProjectAndGoesWithItsOwn() {
    RunModel other =
        new RunModel(project, ComponentRegistry.of(List.of()), engine, queue, fx.executor());
    run.run();
    began();
    other.run();
    other.run();
    assertEquals(1, queue.waiting().size());
    assertEquals(RunState.IDLE, other.state().get());
    other.close();
    assertEquals(List.of(), queue.waiting());
    answer("done");
    assertEquals(1, requests());
  }

  @Test
  void aProjectWithoutAFileCannotRun() {
    Project untitled =
        new Projects(fx.executor(), ComponentRegistry.of(List.of()), folder, e -> {}).untitled("u");
    RunModel model = new RunModel(untitled, ComponentRegistry.of(List.of()), engine, fx.executor());
    model.run();
    assertEquals(RunState.IDLE, model.state().get());
    untitled.saveAs(folder.resolve("u.pipewright"));
    fx.runUntil(() -> untitled.file().get() != null);
    model.run();
    assertEquals(RunState.STARTING, model.state().get());
  }

  @Test
  void tellsWhyANodeFailedAndWhatDependedOnIt() {
    run.run();
    Told told = began();
    host().tell(told.nodeStarted("A"));
    host().tell(told.failed("A", new Failure("No data.", "d.csv", 3, null, "Add some.")));
    host().tell(told.skipped("B", "It needs A."));
    answer("failed");
    assertEquals("No data.", Objects.requireNonNull(status(A).failure()).what());
    assertEquals(State.SKIPPED, status(B).state());
    assertEquals("It needs A.", status(B).message());
    assertEquals(Outcome.FAILED, run.progress().get().outcome());
    assertTrue(texts().contains("d.csv:3: No data. Add some."), () -> texts().toString());
    assertEquals(2, run.log().count(LogLine.Level.ERROR).get());
  }

  @Test
  void saysWhyARunCouldNotBegin() {
    run.run();
    fx.runUntil(() -> requests() == 1);
    JsonObject data = new JsonObject();
    data.addProperty("what", "Another run is using this folder.");
    data.addProperty("fix", "Wait.");
    host()
        .answers
        .getFirst()
        .completeExceptionally(new ResponseErrorException(new ResponseError(1, "", data)));
    fx.runUntil(() -> run.state().get() == RunState.IDLE);
    assertEquals("Another run is using this folder.", run.failure().get().what());
    assertEquals(State.NEW, status(A).state());
    assertEquals(Outcome.FAILED, run.progress().get().outcome());
  }

  @Test
  void showsWhatNodesMeasureInBatches() {
    run.run();
    Told told = began();
    host().tell(told.nodeStarted("A"));
    for (int step = 0; step < 500; step++) {
      host().tell(told.metric("A", "train/loss", step, step == 7 ? null : 1.0 / (step + 1)));
    }
    fx.runUntil(
        () ->
            node(A).scalars().byTag().containsKey("train/loss")
                && node(A).scalars().byTag().get("train/loss").size() == 500);
    var loss = node(A).scalars().byTag().get("train/loss");
    assertEquals(1.0, loss.y(0));
    assertTrue(Double.isNaN(loss.y(7)));
    host().tell(told.done("A", OUTPUT));
    answer("done");
    run.run();
    fx.runUntil(() -> requests() == 2);
    Told again = new Told(host().requests.get(1).run());
    host().tell(again.started(4, "A", "B"));
    host().tell(again.nodeStarted("A"));
    fx.runUntil(() -> status(A).state() == State.RUNNING);
    assertEquals(Map.of(), node(A).scalars().byTag());
    assertEquals(1, node(A).outputs().get().size());
  }

  @Test
  void logsWhatNodesAndTheEngineSay() throws Exception {
    run.run();
    Told told = began();
    host().tell(told.log("A", "hello"));
    host().tell(told.warning("A", "careful"));
    host().print("native");
    fx.runUntil(() -> run.log().size() == 4);
    assertEquals(
        new LogLine(1, LogLine.Level.WARN, A, "careful"),
        run.log().stream().filter(l -> l.text().equals("careful")).findFirst().orElseThrow());
    assertTrue(texts().contains("native"));
    assertEquals(1, run.log().count(LogLine.Level.WARN).get());
  }

  @Test
  void aDeathOfTheEngineFailsTheNodesAtWorkAndLosesNothing() {
    project.edit(new Edit.SetSeed(77));
    run.run();
    Told told = began();
    host().tell(told.nodeStarted("A"));
    fx.runUntil(() -> status(A).state() == State.RUNNING);
    host().die(137);
    Duration promised = Patience.of(Duration.ofSeconds(1));
    fx.runUntil(promised, () -> run.state().get() == RunState.IDLE);
    assertEquals(Outcome.ENGINE_ENDED, run.progress().get().outcome());
    assertEquals(State.FAILED, status(A).state());
    assertEquals(State.CANCELLED, status(B).state());
    assertTrue(run.failure().get().what().contains("SIGKILL"));
    assertInstanceOf(EngineState.Died.class, engine.state().get());
    assertEquals(77, project.document().get().seed());
    assertTrue(project.dirty().get());
    run.run();
    fx.runUntil(() -> hosts.size() == 2 && hosts.get(1).requests.size() == 1);
    assertNull(run.failure().get());
  }

  @Test
  void aRunThatIsStoppedEndsWhenTheEngineSays() {
    run.run();
    Told told = began();
    host().tell(told.nodeStarted("A"));
    run.stop();
    assertEquals(RunState.STOPPING, run.state().get());
    fx.runUntil(() -> host().stopped.equals(List.of(told.run())));
    host().tell(told.cancelled("A"));
    host().tell(told.cancelled("B"));
    answer("cancelled");
    assertEquals(Outcome.CANCELLED, run.progress().get().outcome());
    assertEquals(State.CANCELLED, status(A).state());
    fx.runFor(Duration.ofMillis(2_100));
    assertFalse(host().isDead());
  }

  @Test
  void aRunThatIsStoppedAtOnceNeverBegins() {
    run.run();
    run.stop();
    assertEquals(RunState.IDLE, run.state().get());
    assertEquals(Outcome.CANCELLED, run.progress().get().outcome());
    assertEquals(State.NEW, status(A).state());
    run.run();
    fx.runUntil(() -> requests() == 1);
  }

  @Test
  void anEngineThatDoesNotStopARunIsEnded() {
    run.run();
    Told told = began();
    host().tell(told.nodeStarted("A"));
    fx.runUntil(() -> status(A).state() == State.RUNNING);
    long start = System.nanoTime();
    run.stop();
    fx.runUntil(() -> run.state().get() == RunState.IDLE);
    assertTrue(System.nanoTime() - start >= 2_000_000_000L);
    fx.runUntil(host()::isDead);
    assertEquals(State.CANCELLED, status(A).state());
    assertEquals(State.CANCELLED, status(B).state());
    assertEquals(Outcome.CANCELLED, run.progress().get().outcome());
    assertInstanceOf(EngineState.None.class, engine.state().get());
    assertNull(run.failure().get());
  }

  @Test
  void timeTicksOnceASecondWhileARunIsAtWork() {
    run.run();
    Told told = began();
    host().tell(told.nodeStarted("A"));
    fx.runUntil(() -> status(A).elapsed().toMillis() >= 900);
    assertTrue(run.progress().get().elapsed().toMillis() >= 900);
  }

  @Test
  void aNodeKeepsItsModelUnderAnotherNameDuringARun() {
    run.run();
    Told told = began();
    NodeModel model = node(A);
    NodeId renamed = new NodeId("Renamed");
    project.edit(new Edit.RenameNode(A, renamed));
    assertSame(model, node(renamed));
    assertNull(run.nodes().get(A));
    host().tell(told.nodeStarted("A"));
    host().tell(told.done("A", OUTPUT));
    fx.runUntil(() -> status(renamed).state() == State.DONE);
    assertEquals(renamed, run.artifacts().getFirst().node());
    assertEquals("", status(B).message());
    project.undo();
    assertSame(model, node(A));
    assertEquals(A, run.artifacts().getFirst().node());
  }

  @Test
  void aNodeThatIsRemovedTakesItsArtifactsAlong() {
    run.run();
    Told told = began();
    host().tell(told.done("A", OUTPUT));
    fx.runUntil(() -> run.artifacts().size() == 1);
    project.edit(new Edit.RemoveNode(A));
    assertEquals(List.of(), run.artifacts());
    host().tell(told.done("B", OUTPUT));
    answer("done");
    assertEquals(State.DONE, status(B).state());
  }

  @Test
  void aNodeThatComesBackHasWhatItHad() {
    run.run();
    Told told = began();
    host().tell(told.done("A", OUTPUT));
    fx.runUntil(() -> run.artifacts().size() == 1);
    NodeModel model = node(A);
    project.edit(new Edit.RemoveNode(A));
    project.undo();
    assertSame(model, node(A));
    assertEquals(State.DONE, status(A).state());
    assertEquals(1, run.artifacts().size());
  }

  @Test
  void aNodeOfAnotherComponentIsAnotherNode() {
    NodeModel model = node(A);
    project.edit(new Edit.ReplaceNode(Node.of(A, "Y")));
    assertNotSame(model, node(A));
    assertEquals("Y", node(A).spec().name());
    project.undo();
    assertSame(model, node(A));
  }

  @Test
  void aComponentThatIsNotThereHasThePortsThatLinksUse() {
    assertEquals(List.of("out"), node(A).spec().outputs().stream().map(PortSpec::name).toList());
    assertEquals(List.of("in"), node(B).spec().inputs().stream().map(PortSpec::name).toList());
  }

  @Test
  void nodesKnowWhatIsWrongWithThem() {
    fx.runUntil(() -> !node(A).problems().get().isEmpty());
    assertEquals(A, node(A).problems().get().getFirst().node());
    node(A).edit(new Edit.RemoveNode(B));
    assertEquals(1, run.nodes().size());
  }

  @Test
  void aHundredRunsLeaveNothingBehind() {
    for (int i = 0; i < 20; i++) {
      runOnce(i);
    }
    long before = used();
    for (int i = 20; i < 120; i++) {
      runOnce(i);
    }
    long lines = 100 * 2_000;
    long more = used() - before;
    // Other tests' threads share the heap, and let go of what they hold when they like.
    for (int tries = 0; more >= 1_000_000 + lines && tries < 20; tries++) {
      LockSupport.parkNanos(100_000_000);
      more = Math.min(more, used() - before);
    }
    assertTrue(more < 1_000_000 + lines, more + " bytes");
    assertEquals(1, hosts.size());
  }

  private void runOnce(int number) {
    run.run();
    fx.runUntil(() -> requests() == number + 1);
    Told told = new Told(host().requests.get(number).run());
    host().tell(told.started(number + 1, "A", "B"));
    host().tell(told.nodeStarted("A"));
    for (int step = 0; step < 300; step++) {
      host().tell(told.metric("A", "train/loss", step, 1.0));
    }
    host().tell(told.done("A", OUTPUT));
    host().tell(told.cached("B", OUTPUT));
    answer("done");
    host().answers.set(number, null);
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void aHistoryThatCannotBeReadIsNoReasonNotToWork() throws Exception {
    Path root = Files.createDirectories(folder.resolve("q.runs"));
    Files.writeString(root.resolve("metadata.db"), "this is no database, but long enough for one");
    project.saveAs(folder.resolve("q.pipewright"));
    fx.runUntil(() -> run.log().count(LogLine.Level.WARN).get() == 1);
    assertTrue(texts().getFirst().contains("metadata.db"), () -> texts().toString());
    assertTrue(run.canRun().get());
  }

  @Test
  void curvesThatCannotBeReadAreSaidInTheLog() throws Exception {
    Path curves = Files.createDirectories(folder.resolve("curves"));
    Files.write(curves.resolve("events.out.tfevents.1"), new byte[100]);
    run.run();
    Told told = began();
    host().tell(told.done("A", new OutputMessage(5, "ModelRun", curves.toString(), 1, 100)));
    fx.runUntil(() -> run.log().count(LogLine.Level.WARN).get() == 1);
    assertEquals(State.DONE, status(A).state());
  }

  @Test
  void aModelThatIsClosedHearsNothingMore() {
    run.run();
    began();
    run.close();
    fx.runUntil(() -> host().stopped.size() == 1);
    project.edit(new Edit.RemoveNode(A));
    assertEquals(2, run.nodes().size());
  }

  /// The run has begun, and the model knows.
  private Told began() {
    fx.runUntil(() -> requests() == 1);
    Told told = new Told(host().requests.getFirst().run());
    host().tell(told.started(3, "A", "B"));
    fx.runUntil(() -> run.state().get() == RunState.RUNNING);
    return told;
  }

  private void answer(String outcome) {
    RunResult result = new RunResult(outcome, "/root", 10, List.of());
    host().answers.getLast().complete(result);
    fx.runUntil(() -> run.state().get() == RunState.IDLE);
  }

  private FakeHost host() {
    return hosts.getLast();
  }

  private int requests() {
    return hosts.isEmpty() ? 0 : host().requests.size();
  }

  private NodeModel node(NodeId id) {
    return run.nodes().get(id);
  }

  private NodeStatus status(NodeId id) {
    return node(id).status().get();
  }

  private List<String> texts() {
    return run.log().stream().map(LogLine::text).toList();
  }
}
