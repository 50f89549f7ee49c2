package dev.pipewright.app.shell;

import dev.pipewright.app.engine.EngineConnection;
import dev.pipewright.app.engine.EngineStarter;
import dev.pipewright.app.engine.FakeHost;
import dev.pipewright.app.run.Told;
import dev.pipewright.app.settings.Preferences;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.protocol.EngineServer;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.Hands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// A person at a new window, on the way to something that is to be seen.
final class Visit {

  static final Path ARTIFACTS =
      Path.of("..", "component-nodes", "src", "test", "resources", "artifacts", "penguins");

  final Path folder;
  final Hands hands = new Hands();
  final List<FakeHost> hosts = new CopyOnWriteArrayList<>();
  final OpenWindow window;
  private PipelineTab tab;

  Visit(Path folder, Look look) {
    this(folder, look, null);
  }

  /// A visit to a window whose engine is started so; by default, one that does what it is told.
  Visit(Path folder, Look look, EngineStarter starter) {
    this.folder = folder;
    window = OpenWindow.of(folder, starter == null ? this::host : starter);
    look.on(window);
  }

  private EngineConnection host() {
    FakeHost host = new FakeHost(EngineServer.PROTOCOL_VERSION);
    hosts.add(host);
    return host;
  }

  PipelineTab tab() {
    return Objects.requireNonNull(tab);
  }

  Preferences preferences() {
    return window.workbench.preferences();
  }

  Visit penguins() {
    tab = window.penguins(folder);
    return this;
  }

  /// The penguins, of which the part was run that knows its data.
  Visit penguinsWithData() {
    penguins();
    DataRun.of(tab);
    tab = DataRun.reopened(window, tab);
    return this;
  }

  Visit open(Path path) throws Exception {
    Fx.call(() -> window.workbench.open(path)).get(20, TimeUnit.SECONDS);
    Fx.settle();
    tab = Fx.call(() -> window.workbench.activeNow().orElse(null));
    return this;
  }

  Visit open(String content) throws Exception {
    return open(Files.writeString(folder.resolve("p.pipewright"), content));
  }

  static Path artifact(String name) throws IOException {
    try (Stream<Path> files = Files.walk(ARTIFACTS)) {
      return files
          .filter(file -> file.getFileName().toString().equals(name))
          .findFirst()
          .orElseThrow()
          .toAbsolutePath()
          .normalize();
    }
  }

  Visit reveal(String node) {
    Fx.run(() -> tab.canvas().reveal(new NodeId(node)));
    Fx.settle();
    return this;
  }

  Visit select(String... nodes) {
    Fx.run(() -> graph().getSelection().selectNodes(List.of(nodes)));
    Fx.settle();
    return this;
  }

  Visit edit(Edit... edits) {
    Fx.run(() -> tab.project().edit(new Edit.Sequence(List.of(edits))));
    Fx.settle();
    return this;
  }

  Pipeline document() {
    return Fx.call(() -> tab.project().document().get());
  }

  GraphView graph() {
    return (GraphView) window.find(".graph-view");
  }

  Visit press(KeyCode... keys) {
    hands.press(keys);
    Fx.settle();
    return this;
  }

  Visit type(String text) {
    hands.type(text);
    Fx.settle();
    return this;
  }

  Visit click(String words) {
    hands.click(window.labelled(words));
    Fx.settle();
    return this;
  }

  Visit click(Node node) {
    hands.click(node);
    Fx.settle();
    return this;
  }

  Visit await(String words) {
    Fx.await(words, () -> window.says(words));
    Fx.settle();
    return this;
  }

  Visit awaitNot(String words) {
    Fx.await("no " + words, () -> !window.says(words));
    Fx.settle();
    return this;
  }

  FakeHost last() {
    return hosts.getLast();
  }

  /// Begins a run of all nodes, of which the first is at work.
  Told run() {
    Fx.run(() -> tab.run().run());
    Fx.await("a request", () -> !hosts.isEmpty() && !last().requests.isEmpty());
    Told told = new Told(last().requests.getLast().run());
    String[] nodes =
        document().nodes().stream().map(node -> node.id().value()).toArray(String[]::new);
    last().tell(told.started(3, nodes));
    last().tell(told.nodeStarted("CsvExampleGen"));
    awaitState("CsvExampleGen", State.RUNNING);
    return told;
  }

  void awaitState(String node, State state) {
    Fx.await(
        node + " " + state,
        () -> tab.run().nodes().get(new NodeId(node)).status().get().state() == state);
    Fx.settle();
  }
}
