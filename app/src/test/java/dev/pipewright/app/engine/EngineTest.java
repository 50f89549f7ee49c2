package dev.pipewright.app.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.pipewright.app.thread.FxQueue;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.protocol.EngineServer;
import dev.pipewright.protocol.RunRequest;
import dev.pipewright.protocol.RunResult;
import dev.pipewright.runner.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.junit.jupiter.api.Test;

class EngineTest {

  private final FxQueue fx = new FxQueue();
  private final List<FakeHost> hosts = new CopyOnWriteArrayList<>();
  private final List<RunEnd> ends = new ArrayList<>();
  private int protocol = EngineServer.PROTOCOL_VERSION;
  private final Engine engine =
      new Engine(
          fx.executor(),
          () -> {
            FakeHost host = new FakeHost(protocol);
            hosts.add(host);
            return host;
          });

  @Test
  void isStartedByTheFirstRun() {
    assertInstanceOf(EngineState.None.class, engine.state().get());
    run("one");
    assertInstanceOf(EngineState.Starting.class, engine.state().get());
    fx.runUntil(() -> requests(0) == 1);
    EngineState.Ready ready = assertInstanceOf(EngineState.Ready.class, engine.state().get());
    assertEquals("1.2.3", ready.info().version());
    fx.runUntil(() -> engine.status().get() != null);
    assertEquals("a CPU", engine.status().get().device());
    run("two");
    fx.runUntil(() -> requests(0) == 2);
    assertEquals(1, hosts.size());
  }

  @Test
  void tellsHowARunEnded() {
    run("one");
    fx.runUntil(() -> requests(0) == 1);
    RunResult result = new RunResult("done", "/root", 5, List.of());
    hosts.get(0).answers.get(0).complete(result);
    fx.runUntil(() -> !ends.isEmpty());
    assertEquals(List.of(new RunEnd.Ended(result)), ends);
  }

  @Test
  void tellsWhyARunDidNotBegin() {
    run("one");
    fx.runUntil(() -> requests(0) == 1);
    JsonObject data = new JsonObject();
    data.addProperty("what", "Wrong.");
    data.addProperty("file", "p.pipewright");
    data.addProperty("line", 3);
    data.addProperty("fix", "Mend it.");
    ResponseError error = new ResponseError(1, "Wrong.", data);
    hosts.get(0).answers.get(0).completeExceptionally(new ResponseErrorException(error));
    fx.runUntil(() -> !ends.isEmpty());
    Failure failure = new Failure("Wrong.", Location.of("p.pipewright", 3), "Mend it.");
    assertEquals(List.of(new RunEnd.Refused(failure)), ends);
  }

  @Test
  void tellsAnErrorOfTheEnginesOwn() {
    run("one");
    fx.runUntil(() -> requests(0) == 1);
    hosts.get(0).answers.get(0).completeExceptionally(new IllegalStateException("a bug"));
    fx.runUntil(() -> !ends.isEmpty());
    RunEnd.Refused refused = assertInstanceOf(RunEnd.Refused.class, ends.getFirst());
    assertTrue(refused.failure().fix().contains("report"), refused::toString);
  }

  @Test
  void tellsItsDeathWithTheLastLines() throws Exception {
    List<String> printed = new CopyOnWriteArrayList<>();
    engine.addPrintListener(printed::add);
    run("one");
    fx.runUntil(() -> requests(0) == 1);
    for (int i = 0; i < 30; i++) {
      hosts.get(0).print("line " + i);
    }
    hosts.get(0).die(139);
    fx.runUntil(() -> !ends.isEmpty());
    RunEnd.EngineDied died = assertInstanceOf(RunEnd.EngineDied.class, ends.getFirst());
    assertTrue(died.death().reason().contains("SIGSEGV"), died::toString);
    assertEquals(EngineDeath.Phase.WORK, died.death().phase());
    assertEquals(20, died.death().lastLines().size());
    assertEquals("line 29", died.death().lastLines().getLast());
    assertEquals(30, printed.size());
    assertEquals(new EngineState.Died(died.death()), engine.state().get());
    assertNull(engine.status().get());
  }

  @Test
  void theNextRunStartsAnother() {
    run("one");
    fx.runUntil(() -> requests(0) == 1);
    hosts.get(0).die(1);
    fx.runUntil(() -> ends.size() == 1);
    run("two");
    fx.runUntil(() -> hosts.size() == 2 && requests(1) == 1);
    assertEquals("two", hosts.get(1).requests.getFirst().run());
  }

  @Test
  void aHostThatHasClosedItsOutputIsEnded() throws Exception {
    run("one");
    fx.runUntil(() -> requests(0) == 1);
    hosts.get(0).fallSilent();
    fx.runUntil(() -> !ends.isEmpty());
    assertTrue(hosts.get(0).isDead());
    assertInstanceOf(RunEnd.EngineDied.class, ends.getFirst());
  }

  @Test
  void refusesAHostOfAnotherVersion() {
    protocol = 1;
    run("one");
    fx.runUntil(() -> !ends.isEmpty());
    RunEnd.EngineDied died = assertInstanceOf(RunEnd.EngineDied.class, ends.getFirst());
    assertTrue(died.death().reason().contains("1.2.3"), died::toString);
    assertTrue(hosts.get(0).isDead());
  }

  @Test
  void saysThatAHostCannotBeStarted() {
    Engine broken =
        new Engine(
            fx.executor(),
            () -> {
              throw new EnvironmentException("No Java.", Location.NONE, "Install it.");
            });
    broken.run(request("one"), event -> {}, ends::add);
    fx.runUntil(() -> !ends.isEmpty());
    EngineState.Died died = assertInstanceOf(EngineState.Died.class, broken.state().get());
    assertEquals("No Java. Install it.", died.death().reason());
    assertEquals(EngineDeath.Phase.START, died.death().phase());
  }

  @Test
  void endsAHostThatNeverAnswers() {
    FakeHost mute = new FakeHost(protocol);
    mute.stayMute();
    Engine waiting = new Engine(fx.executor(), () -> mute, Duration.ofMillis(200));
    waiting.run(request("one"), event -> {}, ends::add);
    assertInstanceOf(EngineState.Starting.class, waiting.state().get());
    fx.runUntil(() -> !ends.isEmpty());
    EngineState.Died died = assertInstanceOf(EngineState.Died.class, waiting.state().get());
    assertTrue(died.death().reason().contains("did not answer"), died::toString);
    assertEquals(EngineDeath.Phase.START, died.death().phase());
    assertTrue(mute.isDead());
  }

  @Test
  void isEndedOnPurposeWithoutComplaint() {
    run("one");
    fx.runUntil(() -> requests(0) == 1);
    engine.kill();
    assertEquals(List.of(new RunEnd.EngineEnded()), ends);
    fx.runUntil(hosts.get(0)::isDead);
    assertInstanceOf(EngineState.None.class, engine.state().get());
    engine.restart();
    fx.runUntil(() -> engine.state().get() instanceof EngineState.Ready);
    assertEquals(2, hosts.size());
  }

  @Test
  void takesARunUpAgainThatCameTooLateForAHost() {
    run("one");
    fx.runUntil(() -> requests(0) == 1);
    // As a host does that ends with a node that nothing else could stop.
    hosts.get(0).die(0);
    fx.runUntil(() -> hosts.size() == 2 && requests(1) == 1);
    assertEquals(List.of(), ends);
  }

  @Test
  void asksToStopARun() {
    run("one");
    fx.runUntil(() -> requests(0) == 1);
    engine.stop("one");
    fx.runUntil(() -> hosts.get(0).stopped.equals(List.of("one")));
    assertEquals(List.of(), ends);
  }

  @Test
  void aRunThatIsStoppedBeforeItsHostAnswersHasEnded() {
    run("one");
    engine.stop("one");
    assertEquals(List.of(new RunEnd.NotBegun()), ends);
    fx.runUntil(() -> engine.state().get() instanceof EngineState.Ready);
    assertEquals(0, requests(0));
  }

  private int requests(int host) {
    return hosts.size() <= host ? 0 : hosts.get(host).requests.size();
  }

  private void run(String name) {
    engine.run(request(name), event -> {}, ends::add);
  }

  private static RunRequest request(String name) {
    return RunRequest.of("/p").named(name);
  }
}
