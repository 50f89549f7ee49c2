package dev.pipewright.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ArtifactException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
  void cannotBeReadOnceItIsClosed() {
    Path saved = saved(1f, "");
    CheckpointReader reader = Checkpoint.read(saved);
    reader.close();
    reader.close();
    assertEquals(
        "the checkpoint is closed",
        assertThrows(IllegalStateException.class, reader::names).getMessage());
    assertThrows(IllegalStateException.class, () -> reader.tensor("a"));
  }

  @Test
  void keepsTheCallersNotes() {
    assertEquals("step 7, größer", Checkpoint.notes(saved(1f, "step 7, größer")));
    ArtifactException none =
        assertThrows(ArtifactException.class, () -> Checkpoint.notes(folder.resolve("none")));
    assertEquals("There is no checkpoint here.", none.what());
    assertEquals("Train from the start.", none.fix());
  }

  @Test
  void isNotWrittenOverAnother() {
    Path saved = saved(1f, "first");
    ArtifactException taken =
        assertThrows(ArtifactException.class, () -> save(saved, 2f, "second"));
    assertEquals("The folder to write is not empty.", taken.what());
    assertEquals("first", Checkpoint.notes(saved));
    try (CheckpointReader reader = Checkpoint.read(saved);
        HostTensor value = reader.tensor("a")) {
      assertEquals(1f, value.floatValue());
    }
  }

  @Test
  void saysWhichVariableItHasNotAndThatItsDataIsCutOff() throws IOException {
    Path saved = saved(1f, "");
    try (CheckpointReader reader = Checkpoint.read(saved)) {
      ArtifactException missing =
          assertThrows(ArtifactException.class, () -> reader.tensor("b").close());
      assertTrue(missing.what().startsWith("The checkpoint cannot be read: "), missing::what);
      assertTrue(missing.what().contains("b"), missing::what);
    }
    try (Stream<Path> files = Files.list(saved)) {
      Path data = files.filter(f -> f.toString().contains(".data-")).findFirst().orElseThrow();
      Files.write(data, new byte[0]);
    }
    try (CheckpointReader reader = Checkpoint.read(saved)) {
      assertThrows(ArtifactException.class, () -> reader.tensor("a").close());
    }
    Files.write(saved.resolve("variables.index"), new byte[10]);
    assertThrows(ArtifactException.class, () -> Checkpoint.read(saved).close());
  }

  private Path saved(float value, String notes) {
    Path saved = folder.resolve("saved");
    save(saved, value, notes);
    return saved;
  }

  private static void save(Path saved, float value, String notes) {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.singleThreaded())) {
      graph.variable("a", Variable.Role.TRAINABLE, graph.constant(value));
      session.initialize();
      new Checkpoint(graph, session).save(saved, notes);
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
