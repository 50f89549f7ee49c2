package dev.pipewright.pipeline.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;

class ExecutionTest {

  private static final Artifact MODEL =
      Artifact.of(1, ArtifactType.MODEL, Path.of("/m").toAbsolutePath(), "f", Map.of());

  /// An execution with these inputs, and nothing else of use.
  private record Inputs(Map<String, List<Artifact>> artifacts) implements Execution {
    @Override
    public NodeId node() {
      return new NodeId("N");
    }

    @Override
    public long id() {
      return 1;
    }

    @Override
    public Parameters parameters() {
      return Parameters.of("N", new LinkedHashMap<>());
    }

    @Override
    public List<Artifact> inputs(String port) {
      return artifacts.getOrDefault(port, List.of());
    }

    @Override
    public Path output(String port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setProperty(String port, String name, ParameterValue value) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Path workFolder() {
      throw new UnsupportedOperationException();
    }

    @Override
    public long seed() {
      return 1;
    }

    @Override
    public ExecutorService pool() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int parallelism() {
      return 1;
    }

    @Override
    public Progress progress() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void checkCancelled() {}
  }

  @Test
  void oneArtifactIsTheInput() {
    Execution execution = new Inputs(Map.of("model", List.of(MODEL)));
    assertEquals(MODEL, execution.input("model"));
    assertEquals(Optional.of(MODEL), execution.optionalInput("model"));
    assertEquals(Optional.empty(), execution.optionalInput("baseline"));
  }

  @Test
  void noneOrSeveralArtifactsAreNotTheInput() {
    Execution execution = new Inputs(Map.of("model", List.of(MODEL, MODEL)));
    assertThrows(IllegalStateException.class, () -> execution.input("model"));
    assertThrows(IllegalStateException.class, () -> execution.input("baseline"));
  }
}
