package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.thread.Patience;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Leaks;
import dev.pipewright.testing.Screens;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A pipeline of 1,000 nodes and 1,599 links in the real window.
@ExtendWith(FxToolkit.class)
class LargeProjectTest {

  private static final int CHAINS = 200;
  private static final Duration PROMISED = Duration.ofSeconds(2);

  /// So many times a table that is looked at, trained on and evaluated: five nodes with eight
  /// links, one of them from the chain before.
  private static Pipeline large() {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < CHAINS; i++) {
      String csv = "CsvExampleGen" + i + ".examples";
      String schema = "SchemaGen" + i + ".schema";
      nodes.add(node("CsvExampleGen", i));
      nodes.add(
          i == 0
              ? node("StatisticsGen", i, "examples", csv)
              : node(
                  "StatisticsGen",
                  i,
                  "examples",
                  csv,
                  "schema",
                  "SchemaGen" + (i - 1) + ".schema"));
      nodes.add(node("SchemaGen", i, "statistics", "StatisticsGen" + i + ".statistics"));
      nodes.add(node("Trainer", i, "examples", csv, "schema", schema));
      nodes.add(
          node(
              "Evaluator",
              i,
              "examples",
              csv,
              "schema",
              schema,
              "model",
              "Trainer" + i + ".model"));
    }
    Map<NodeId, Position> places = new LinkedHashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      places.put(nodes.get(i).id(), new Position(i % 40 * 240.0, i / 40 * 240.0));
    }
    return Pipeline.of("large", nodes).withLayout(Layout.EMPTY.withPositions(places));
  }

  private static Node node(String component, int i, String... inputs) {
    Node node = Node.of(new NodeId(component + i), component);
    for (int at = 0; at < inputs.length; at += 2) {
      String[] from = inputs[at + 1].split("\\.");
      node = node.withInput(inputs[at], List.of(new Source(new NodeId(from[0]), from[1])));
    }
    return node;
  }

  private static WeakReference<PipelineTab> openAndClose(OpenWindow window, Path file)
      throws Exception {
    long before = System.nanoTime();
    Fx.call(() -> window.workbench.open(file)).get(60, TimeUnit.SECONDS);
    Fx.settle();
    GraphView view = (GraphView) window.find(".graph-view");
    Fx.await("a card", () -> view.lookup(".graph-node") != null);
    Duration taken = Duration.ofNanos(System.nanoTime() - before);
    Duration allowed = Patience.of(PROMISED);
    assertTrue(taken.compareTo(allowed) < 0, "took " + taken + " of " + allowed);
    assertEquals(1000, Fx.call(() -> view.getDocument().nodes().size()));
    assertEquals(8 * CHAINS - 1, Fx.call(() -> view.getDocument().links().size()));
    PipelineTab tab = Fx.call(() -> window.workbench.activeNow().orElseThrow());
    Fx.run(() -> tab.canvas().reveal(new NodeId("Evaluator199")));
    Fx.settle();
    Screens.write(window.scene(), "large-project");
    Fx.call(() -> window.workbench.close(tab)).get(20, TimeUnit.SECONDS);
    Fx.settle();
    return new WeakReference<>(tab);
  }

  @Test
  void opensInTwoSecondsAndIsGoneWhenClosed(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("large.pipewright");
    ProjectFile.write(file, large());
    OpenWindow window = OpenWindow.of(folder);
    window.penguins(folder);
    WeakReference<PipelineTab> tab = openAndClose(window, file);
    Leaks.assertCollected("the large project", tab);
  }
}
