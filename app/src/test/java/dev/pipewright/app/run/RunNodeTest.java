package dev.pipewright.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunNodeTest {

  private static final NodeId ID = new NodeId("Trainer");

  private static RunNode node() {
    Node node = Node.of(ID, "Trainer");
    ComponentSpec spec =
        new ComponentSpec(
            "Trainer",
            ComponentSpec.Category.DATA,
            1,
            "",
            List.of(),
            List.of(),
            List.of(),
            ComponentSpec.Resources.LIGHT);
    return new RunNode(
        node, Pipeline.of("p", List.of(node)), spec, edit -> {}, request -> {}, false);
  }

  private static NodeStatus status(State state, int run) {
    return new NodeStatus(state, run, Duration.ZERO, Double.NaN, "", null);
  }

  private static List<ArtifactRow> made(String folder, int run) {
    return List.of(
        new ArtifactRow(
            1, ID, "model", ArtifactType.MODEL, Path.of(folder), 1, Instant.EPOCH, run));
  }

  @Test
  void aRunThatIsLookedBackAtStaysWhileTheNodeGoesOn() {
    RunNode node = node();
    node.set(status(State.RUNNING, 3));
    node.measured().add("train/loss", 1, 0.5);
    node.lookBack(status(State.FAILED, 1), made("/1", 1));
    node.set(status(State.DONE, 3));
    node.setMade(made("/3", 3));
    node.measured().add("train/loss", 2, 0.4);

    assertEquals(status(State.FAILED, 1), node.status().get());
    assertEquals(Map.of("model", Path.of("/1")), node.outputs().get());
    assertEquals(made("/1", 1), node.made());
    assertEquals(Map.of(), node.scalars().byTag());
    assertEquals(status(State.DONE, 3), node.now());

    node.lookAtNow();
    assertEquals(status(State.DONE, 3), node.status().get());
    assertEquals(Map.of("model", Path.of("/3")), node.outputs().get());
    assertEquals(2, node.scalars().byTag().get("train/loss").size());
    node.measured().add("train/loss", 3, 0.3);
    assertEquals(3, node.scalars().byTag().get("train/loss").size());
  }
}
