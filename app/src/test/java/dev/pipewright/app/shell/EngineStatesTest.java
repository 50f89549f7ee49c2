package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.engine.EngineConnection;
import dev.pipewright.app.engine.FakeHost;
import dev.pipewright.app.run.Told;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.protocol.EngineServer;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Every state of an engine has its picture and its way out.
@ExtendWith(FxToolkit.class)
class EngineStatesTest {

  @TempDir private Path folder;
  private final List<FakeHost> hosts = new CopyOnWriteArrayList<>();
  private volatile Supplier<EngineConnection> starter = this::host;
  private OpenWindow window;
  private PipelineTab tab;

  @BeforeEach
  void open() {
    window = OpenWindow.of(folder, () -> starter.get());
    tab = window.penguins(folder);
  }

  private FakeHost host() {
    FakeHost host = new FakeHost(EngineServer.PROTOCOL_VERSION);
    hosts.add(host);
    return host;
  }

  private List<String> banners() {
    return Fx.call(
        () ->
            window.scene().getRoot().lookupAll(".banner .semibold").stream()
                .map(node -> ((Label) node).getText())
                .toList());
  }

  private void awaitBanner(String title) {
    Fx.await(title, () -> banners().equals(List.of(title)));
    Fx.settle();
  }

  private void awaitRun(int host) {
    Fx.await("a run", () -> hosts.size() > host && !hosts.get(host).requests.isEmpty());
  }

  @Test
  void oneThatCannotBeStartedIsTriedAgain(Hands hands) {
    starter =
        () -> {
          throw new EnvironmentException(
              "The engine cannot be started: no Java.", Location.NONE, "Install it again.", null);
        };
    hands.press(KeyCode.F5);
    awaitBanner("The engine could not be started.");
    assertTrue(window.says("The run did not begin"));
    Screens.write(window.scene(), "engine-not-started");
    starter = this::host;
    hands.click(window.labelled("Restart"));
    awaitBanner("The run was cut off.");
    Node again = window.labelled("Run again");
    Fx.await("the engine", () -> !hosts.isEmpty());
    Fx.settle();
    assertSame(again, window.labelled("Run again"));
    hands.click(again);
    awaitRun(0);
    assertEquals(List.of(), banners());
  }

  @Test
  void oneThatDoesNotAnswerYetSaysSoAndCanBeStopped(Hands hands) {
    FakeHost mute = new FakeHost(EngineServer.PROTOCOL_VERSION);
    mute.stayMute();
    starter = () -> mute;
    hands.press(KeyCode.F5);
    Fx.await("starting", () -> window.says("Starting the engine"));
    Screens.write(window.scene(), "engine-starting");
    hands.press(KeyCode.SHIFT, KeyCode.F5);
    Fx.await("stopped", () -> tab.run().canRun().get());
    assertTrue(window.says("The run did not begin"));
    assertEquals(List.of(), banners());
  }

  @Test
  void oneOfAnotherVersionIsRefused(Hands hands) {
    starter = () -> new FakeHost(1_000);
    hands.press(KeyCode.F5);
    awaitBanner("The engine could not be started.");
    assertTrue(
        window.says(
            "The engine is version 1.2.3 and speaks another protocol. Install Pipewright again."));
    assertTrue(window.says("Restart"));
  }

  @Test
  void oneThatDiesIsReplacedAndTheRunTakenUp(Hands hands) {
    Fx.run(() -> window.workbench.layout().theme().set(Theme.DARK));
    hands.press(KeyCode.F5);
    awaitRun(0);
    Told told = new Told(hosts.getFirst().requests.getFirst().run());
    hosts.getFirst().tell(told.started(3, "CsvExampleGen", "StatisticsGen"));
    hosts.getFirst().tell(told.nodeStarted("CsvExampleGen"));
    hosts.getFirst().die(137);
    awaitBanner("The engine has ended.");
    Screens.write(window.scene(), "engine-died-dark");
    hands.click(window.labelled("Restart"));
    awaitBanner("The run was cut off.");
    Screens.write(window.scene(), "engine-restarted-dark");
    hands.click(window.labelled("Dismiss"));
    assertEquals(List.of(), banners());
    hands.press(KeyCode.F5);
    awaitRun(1);
    assertFalse(hosts.get(1).isDead());
  }

  @Test
  void aRunAtWorkIsNotEndedByAClosedTabWithoutAWord(Hands hands) {
    hands.press(KeyCode.F5);
    awaitRun(0);
    hands.press(KeyCode.CONTROL, KeyCode.W);
    assertEquals(List.of("Stop the run of penguins.pipewright and close?"), window.answers.asked);
    assertEquals(1, Fx.call(() -> window.workbench.tabs().size()));
    window.answers.next.add(Questions.Consent.YES);
    hands.press(KeyCode.CONTROL, KeyCode.W);
    Fx.await("closed", () -> window.workbench.tabs().isEmpty());
    Fx.await("stopped", () -> !hosts.getFirst().stopped.isEmpty());
  }
}
