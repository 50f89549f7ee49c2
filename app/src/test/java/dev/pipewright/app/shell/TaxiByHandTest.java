package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.engine.HostCommand;
import dev.pipewright.app.run.RunProgress.Outcome;
import dev.pipewright.app.run.RunState;
import dev.pipewright.data.gallery.SyntheticTaxiTrips;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Builds the taxi pipeline from an empty canvas, runs it with the real engine and saves it: once
/// by mouse alone, once by keyboard alone.
@ExtendWith(FxToolkit.class)
class TaxiByHandTest {

  private static final Duration LONG = Duration.ofMinutes(3);
  private static final int TRIPS = 600;
  private static final String RESOLVER = "latest_blessed_model_resolver";

  /// The links, from the output to the input.
  private static final List<Map.Entry<String, String>> LINKS =
      List.of(
          Map.entry("CsvExampleGen.examples", "StatisticsGen.examples"),
          Map.entry("StatisticsGen.statistics", "SchemaGen.statistics"),
          Map.entry("StatisticsGen.statistics", "ExampleValidator.statistics"),
          Map.entry("SchemaGen.schema", "ExampleValidator.schema"),
          Map.entry("CsvExampleGen.examples", "Transform.examples"),
          Map.entry("SchemaGen.schema", "Transform.schema"),
          Map.entry("Transform.transformed_examples", "Trainer.examples"),
          Map.entry("Transform.transform_graph", "Trainer.transform_graph"),
          Map.entry("SchemaGen.schema", "Trainer.schema"),
          Map.entry("CsvExampleGen.examples", "Evaluator.examples"),
          Map.entry("Trainer.model", "Evaluator.model"),
          Map.entry(RESOLVER + ".model", "Evaluator.baseline_model"),
          Map.entry("SchemaGen.schema", "Evaluator.schema"),
          Map.entry("Trainer.model", "Pusher.model"),
          Map.entry("Evaluator.blessing", "Pusher.model_blessing"));

  @TempDir private Path folder;
  private Path file;
  private OpenWindow window;

  @BeforeAll
  static void startFast() {
    System.setProperty("pipewright.engine.flags", "-XX:TieredStopAtLevel=1");
  }

  @BeforeEach
  void open() throws IOException {
    file = folder.resolve("taxi.pipewright");
    Path trips = Files.createDirectories(folder.resolve("data")).resolve("trips.csv");
    try (OutputStream out = Files.newOutputStream(trips)) {
      SyntheticTaxiTrips.write(out, TRIPS, 1);
    }
    window = OpenWindow.of(folder, HostCommand.ofProcess(folder.resolve("settings")));
    window.answers.toSave = Optional.of(file);
  }

  @Test
  void isBuiltRunAndSavedByMouseAlone(Hands hands) throws IOException {
    TaxiMouse mouse = new TaxiMouse(window, hands, folder);
    mouse.menu("File", "New pipeline");
    Fx.await("the empty pipeline", () -> window.workbench.activeNow().isPresent());
    Fx.settle();
    mouse.menu("File", "Save");
    Fx.await("the file", () -> Files.exists(file));
    mouse.drop("CsvExampleGen", 24, 32);
    mouse.drop("StatisticsGen", 236, 32);
    mouse.drop("SchemaGen", 448, 32);
    mouse.drop("ExampleValidator", 660, 32);
    mouse.drop("Transform", 236, 200);
    mouse.drop("Trainer", 448, 200);
    mouse.drop("Resolver", 448, 436);
    mouse.drop("Evaluator", 692, 200);
    mouse.drop("Pusher", 872, 32);
    mouse.rename("Resolver", RESOLVER);
    Screens.write(window.scene(), "taxi-mouse-nodes");
    LINKS.forEach(link -> mouse.link(link.getKey(), link.getValue()));
    Screens.write(window.scene(), "taxi-mouse-links");
    mouse.fill(expected());
    mouse.select("Evaluator");

    hands.click(mouse.button("run.start"));
    awaitRun();
    mouse.menu("File", "Save");
    assertBuilt("taxi-mouse");
  }

  @Test
  void isBuiltRunAndSavedByKeyboardAlone(Hands hands) throws IOException {
    TaxiKeyboard keys = new TaxiKeyboard(window, hands);
    hands.press(KeyCode.CONTROL, KeyCode.N);
    Fx.await("the empty pipeline", () -> window.workbench.activeNow().isPresent());
    Fx.settle();
    hands.press(KeyCode.CONTROL, KeyCode.S);
    Fx.await("the file", () -> Files.exists(file));
    Fx.settle();
    keys.add("CsvExampleGen", "csv");
    keys.add("StatisticsGen", "statis");
    keys.add("SchemaGen", "schemag");
    keys.add("ExampleValidator", "examplev");
    keys.add("Transform", "transform");
    keys.add("Trainer", "trainer");
    keys.add("Resolver", "resolver");
    keys.add("Evaluator", "evaluator");
    keys.add("Pusher", "pusher");
    keys.rename("Resolver", RESOLVER);
    Screens.write(window.scene(), "taxi-keyboard-nodes");
    // Tab has linked each new node with the one before it where there was only one way to.
    assertTrue(isLinked(LINKS.getFirst()));
    for (Map.Entry<String, String> link : LINKS) {
      if (!isLinked(link)) {
        keys.link(link.getKey(), link.getValue());
      }
    }
    hands.press(KeyCode.ESCAPE);
    Layout before = document().layout();
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    Fx.await("an order", () -> !document().layout().equals(before));
    hands.press(KeyCode.CONTROL, KeyCode.DIGIT9);
    Fx.settle();
    Screens.write(window.scene(), "taxi-keyboard-links");
    keys.fill(expected());

    hands.press(KeyCode.F5);
    awaitRun();
    hands.press(KeyCode.CONTROL, KeyCode.S);
    hands.press(KeyCode.CONTROL, KeyCode.DIGIT9);
    assertBuilt("taxi-keyboard");
  }

  private Pipeline expected() throws IOException {
    String name = "taxi-by-hand.pipewright";
    try (InputStream in =
        Objects.requireNonNull(TaxiByHandTest.class.getResourceAsStream(name), name)) {
      return ProjectFile.parse(in.readAllBytes(), name);
    }
  }

  private PipelineTab tab() {
    return Fx.call(() -> window.workbench.activeNow().orElseThrow());
  }

  private Pipeline document() {
    return tab().project().document().get();
  }

  private boolean isLinked(Map.Entry<String, String> link) {
    return document().nodes().stream()
        .flatMap(Node::links)
        .anyMatch(
            made ->
                made.source().toString().equals(link.getKey())
                    && (made.node() + "." + made.port()).equals(link.getValue()));
  }

  private void awaitRun() {
    PipelineTab tab = tab();
    Fx.await("a run", LONG, () -> tab.run().progress().get().outcome() == Outcome.UNDER_WAY);
    Fx.await("its end", LONG, () -> tab.run().state().get() == RunState.IDLE);
    Fx.settle();
  }

  private void assertBuilt(String picture) throws IOException {
    Fx.await("a saved file", () -> !tab().project().dirty().get());
    Fx.frames(2);
    Screens.write(window.scene(), picture);
    assertEquals(byName(expected()), byName(ProjectFile.read(file)));
    assertEquals(
        expected().nodes().stream().collect(Collectors.toMap(Node::id, node -> State.DONE)),
        states());
    assertEquals(9, Fx.call(() -> window.scene().getRoot().lookupAll(".node-chip.done").size()));
    assertTrue(window.says("9/9"));
    List<String> said = cardTexts();
    assertTrue(said.contains("Blessed"), said.toString());
    assertTrue(said.stream().anyMatch(text -> text.startsWith("accuracy 0.")), said.toString());
    Fx.run(window.workbench::end);
  }

  private static SortedMap<String, Node> byName(Pipeline pipeline) {
    return new TreeMap<>(
        pipeline.nodes().stream()
            .collect(Collectors.toMap(node -> node.id().value(), Function.identity())));
  }

  private Map<NodeId, State> states() {
    return Fx.call(
        () ->
            tab().run().nodes().entrySet().stream()
                .collect(
                    Collectors.toMap(Map.Entry::getKey, e -> e.getValue().status().get().state())));
  }

  /// What stands on the cards.
  private List<String> cardTexts() {
    return Fx.call(
        () ->
            TaxiHands.shown(window.find(".graph-view"))
                .filter(Labeled.class::isInstance)
                .map(each -> ((Labeled) each).getText())
                .toList());
  }
}
