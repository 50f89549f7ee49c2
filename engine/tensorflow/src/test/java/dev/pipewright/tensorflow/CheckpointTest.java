package dev.pipewright.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.pipeline.ArtifactException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

  @TempDir Path folder;

  @Test
  void aRestoredSessionHoldsEveryVariableBitForBit() {
    Path saved = folder.resolve("step-1");
    try (GraphBuilder graph = GraphBuilder.create()) {
      Variable kernel =
          graph.variable(
              "kernel", Variable.Role.TRAINABLE, graph.constant(new float[] {.1f, .2f, .3f}));
      Variable step = graph.variable("step", Variable.Role.TRAINING, graph.constant(1L));
      try (GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded());
          HostTensor trained = HostTensor.of(new float[] {Float.MIN_VALUE, -0f, 1e30f})) {
        session.initialize();
        session.assign(kernel, trained);
        new Checkpoint(graph, session).save(saved);
      }
      try (GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded())) {
        session.initialize();
        new Checkpoint(graph, session).restore(saved);
        try (HostTensor value = session.read(kernel);
            HostTensor count = session.read(step)) {
          assertArrayEquals(new float[] {Float.MIN_VALUE, -0f, 1e30f}, value.toFloats());
          assertEquals(1L, count.longValue());
        }
      }
    }
    try (CheckpointReader reader = Checkpoint.read(saved)) {
      assertEquals(List.of("kernel", "step"), reader.names());
    }
  }

  @Test
  void refusesTheCheckpointOfAnotherGraph() {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded())) {
      graph.variable("a", Variable.Role.TRAINABLE, graph.constant(1f));
      session.initialize();
      new Checkpoint(graph, session).save(folder.resolve("a"));
    }
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded())) {
      graph.variable("b", Variable.Role.TRAINABLE, graph.constant(1f));
      session.initialize();
      Checkpoint checkpoint = new Checkpoint(graph, session);
      assertThrows(ArtifactException.class, () -> checkpoint.restore(folder.resolve("a")));
      assertThrows(ArtifactException.class, () -> checkpoint.restore(folder.resolve("none")));
    }
  }
}
