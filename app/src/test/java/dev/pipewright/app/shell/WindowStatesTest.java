package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.engine.EngineConnection;
import dev.pipewright.app.engine.FakeHost;
import dev.pipewright.app.run.Told;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.protocol.EngineServer;
import dev.pipewright.protocol.Failure;
import dev.pipewright.protocol.OutputMessage;
import dev.pipewright.protocol.RunResult;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What the status bar, the banners and the inspector say while a host does what the test says.
@ExtendWith(FxToolkit.class)
class WindowStatesTest {

  private static final NodeId GEN = new NodeId("CsvExampleGen");
  private static final OutputMessage OUTPUT =
      new OutputMessage(5, "Examples", "/root/gen/examples/3", 1, 100);

  @TempDir private Path folder;
  private final List<FakeHost> hosts = new CopyOnWriteArrayList<>();
  private OpenWindow window;
  private PipelineTab tab;

  @BeforeEach
  void open() {
    window = OpenWindow.of(folder, this::start);
    tab = window.penguins(folder);
  }

  private EngineConnection start() {
    FakeHost host = new FakeHost(EngineServer.PROTOCOL_VERSION);
    hosts.add(host);
    return host;
  }

  private FakeHost host() {
    return hosts.getLast();
  }

  private Told began() {
    Fx.run(() -> tab.run().run());
    Fx.await("a request", () -> !hosts.isEmpty() && !host().requests.isEmpty());
    Told told = new Told(host().requests.getFirst().run());
    host().tell(told.started(3, GEN.value(), "StatisticsGen"));
    host().tell(told.nodeStarted(GEN.value()));
    Fx.await("the start", () -> state(GEN) == State.RUNNING);
    Fx.settle();
    return told;
  }

  private State state(NodeId node) {
    return tab.run().nodes().get(node).status().get().state();
  }

  private boolean isOn(String action) {
    return Fx.call(
        () ->
            window.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> action.equals(node.getId()))
                .anyMatch(node -> !node.isDisabled()));
  }

  private List<String> shown(String style) {
    return Fx.call(
        () ->
            window.scene().getRoot().lookupAll(style).stream()
                .filter(WindowStatesTest::isShown)
                .map(node -> ((Label) node).getText())
                .toList());
  }

  private static boolean isShown(Node node) {
    return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
  }

  private List<String> banners() {
    return shown(".banner .semibold");
  }

  @Test
  void theStatusBarFollowsARunToItsEnd() {
    assertEquals(List.of(), shown(".status-bar .status-value"));
    assertEquals(List.of("Saved"), shown(".status-bar .status-word"));
    Told told = began();
    assertTrue(window.says("Run 3 · CsvExampleGen"));
    assertTrue(window.says("0/2"));
    assertTrue(isOn("run.stop"));

    host().tell(told.cached(GEN.value(), OUTPUT));
    host()
        .tell(
            told.failed(
                "StatisticsGen", new Failure("No such column.", null, 0, null, "Name another.")));
    host().answers.getLast().complete(new RunResult("failed", "/root", 10, List.of()));
    Fx.await("the end", () -> tab.run().canRun().get());
    Fx.settle();
    assertTrue(window.says("Run 3"));
    assertTrue(window.says("2/2"));
    List<String> values = shown(".status-bar .status-value");
    // The run, its count, how many failed, the time, the cache hits, the memory.
    assertEquals(List.of("Run 3", "2/2", "1"), values.subList(0, 3));
    assertEquals("1", values.get(4));
    assertFalse(isOn("run.stop"));
    assertEquals(List.of(), banners());
  }

  @Test
  void theStatusBarSaysWhatIsNotSaved(Hands hands) {
    Fx.run(() -> tab.project().edit(new Edit.SetSeed(9)));
    assertEquals("Unsaved changes", shown(".status-bar .status-word").getFirst());
    hands.press(KeyCode.CONTROL, KeyCode.S);
    Fx.await("saved", () -> shown(".status-bar .status-word").getFirst().equals("Saved"));
    Fx.run(() -> window.workbench.close(tab));
    Fx.settle();
    assertEquals(List.of(), shown(".status-bar .status-word"));
  }

  @Test
  void aDeadEngineIsToldWithItsLastWordsAndMayBeStartedAgain(Hands hands) throws IOException {
    began();
    host().print("malloc: no luck");
    Fx.await("the line", () -> tab.run().log().stream().anyMatch(l -> l.text().contains("luck")));
    host().die(139);
    Fx.await("the banner", () -> banners().equals(List.of("The engine has ended.")));
    assertEquals(State.FAILED, Fx.call(() -> state(GEN)));

    Fx.settle();
    hands.click(window.labelled("Copy details"));
    String copied = Fx.call(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(copied.contains("malloc: no luck"), copied);
    assertTrue(window.says("Restart"));
  }

  @Test
  void aFileThatIsChangedByAnotherProgramIsToldAndReadAgain(Hands hands) throws IOException {
    Path file = folder.resolve("penguins.pipewright");
    Files.writeString(file, Files.readString(file).replace("\"seed\": 1", "\"seed\": 123456"));
    Fx.run(window.workbench::checkFiles);
    Fx.await(
        "the banner",
        () -> banners().equals(List.of("penguins.pipewright was changed by another program.")));
    Fx.settle(); // The banner has its place only now.
    hands.click(window.labelled("Read it again"));
    Fx.await("the change", () -> tab.project().document().get().seed() == 123456);
    Fx.await("no banner", () -> banners().isEmpty());
  }

  @Test
  void aFileThatIsGoneIsToldAndWrittenAgain(Hands hands) throws IOException {
    Files.delete(folder.resolve("penguins.pipewright"));
    Fx.run(window.workbench::checkFiles);
    Fx.await(
        "the banner", () -> banners().equals(List.of("penguins.pipewright is no longer there.")));
    Fx.settle();
    hands.click(window.labelled("Save"));
    Fx.await("no banner", () -> banners().isEmpty());
    assertTrue(Files.exists(folder.resolve("penguins.pipewright")));
  }

  @Test
  void theInspectorShowsTheSelectedNodeAndKeepsItsTab(Hands hands) {
    assertTrue(window.says("Runtime parameters"));
    select("Trainer");
    assertFalse(window.says("Runtime parameters"));
    assertEquals(List.of("Trainer"), shown(".node-name"));
    hands.click(window.labelled("Inputs & Outputs"));
    assertTrue(window.says("Transform.transform_graph"));
    select("StatisticsGen");
    assertEquals(List.of("StatisticsGen"), shown(".node-name"));
    assertTrue(window.says("CsvExampleGen.examples"));
    hands.click(window.labelled("CsvExampleGen.examples"));
    assertEquals(GEN, Fx.call(() -> tab.selected().get()));
    assertTrue(window.says("not made yet"));
    hands.click(window.labelled("Runs"));
    Fx.await("no runs", () -> window.says("No runs yet"));
  }

  private void select(String node) {
    Fx.run(() -> tab.canvas().reveal(new NodeId(node)));
    Fx.settle();
  }

  @Test
  void aNameThatIsLookedAtAndLeftChangesNothing(Hands hands) {
    select("SchemaGen");
    hands.click(window.find(".rename-button"));
    hands.press(KeyCode.ENTER);
    assertFalse(Fx.call(() -> tab.project().dirty().get()));
    assertFalse(isOn("edit.undo"));
    hands.click(window.find(".rename-button"));
    hands.press(KeyCode.CONTROL, KeyCode.A);
    hands.type("Trainer");
    hands.press(KeyCode.ENTER);
    hands.press(KeyCode.ESCAPE);
    assertEquals(List.of("SchemaGen"), shown(".node-name"));
    assertFalse(Fx.call(() -> tab.project().dirty().get()));
  }
}
