package dev.pipewright.pipeline.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ExecutionTest {

  private static final Artifact MODEL =
      Artifact.of(1, ArtifactType.MODEL, Path.of("/m").toAbsolutePath(), "f", Map.of());

  @AutoClose
  private final RecordedExecution execution =
      new RecordedExecution(
          Path.of("none"),
          Parameters.of("Pusher", new LinkedHashMap<>()),
          Map.of("model", MODEL),
          1);

  @Test
  void oneArtifactIsTheInput() {
    assertEquals(MODEL, execution.input("model"));
    assertEquals(Optional.of(MODEL), execution.optionalInput("model"));
    assertEquals(Optional.empty(), execution.optionalInput("baseline"));
  }

  @Test
  void noneOrSeveralArtifactsAreNotTheInput() {
    execution.link("models", MODEL, MODEL);
    assertEquals(
        "Pusher.models has 2 artifacts",
        assertThrows(IllegalStateException.class, () -> execution.input("models")).getMessage());
    assertEquals(
        "Pusher.baseline has 0 artifacts",
        assertThrows(IllegalStateException.class, () -> execution.input("baseline")).getMessage());
  }
}
