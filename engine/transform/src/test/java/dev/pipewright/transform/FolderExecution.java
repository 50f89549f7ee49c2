package dev.pipewright.transform;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

/// An execution whose outputs are folders below one.
record FolderExecution(
    Path folder,
    Parameters parameters,
    Map<String, Path> inputPaths,
    ExecutorService pool,
    int parallelism,
    Map<String, ParameterValue> properties)
    implements Execution, Progress {

  FolderExecution(
      Path folder,
      Parameters parameters,
      Map<String, Path> inputPaths,
      ExecutorService pool,
      int parallelism) {
    this(folder, parameters, inputPaths, pool, parallelism, new HashMap<>());
  }

  @Override
  public NodeId node() {
    return new NodeId("Transform");
  }

  @Override
  public long id() {
    return 6;
  }

  @Override
  public List<Artifact> inputs(String port) {
    SortedMap<String, ParameterValue> none = new TreeMap<>();
    ArtifactType type = port.equals("schema") ? ArtifactType.SCHEMA : ArtifactType.EXAMPLES;
    return List.of(new Artifact(1, type, inputPaths.get(port).toAbsolutePath(), "", none));
  }

  @Override
  public Path output(String port) {
    return created(folder.resolve(port));
  }

  @Override
  public void setProperty(String port, String name, ParameterValue value) {
    properties.put(port + "." + name, value);
  }

  @Override
  public Path workFolder() {
    return created(folder.resolve("work"));
  }

  private static Path created(Path path) {
    try {
      return Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long seed() {
    return 0;
  }

  @Override
  public Progress progress() {
    return this;
  }

  @Override
  public void checkCancelled() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  @Override
  public void report(double fraction, String message) {}

  @Override
  public void metric(String tag, long step, double value) {}

  @Override
  public void log(String line) {}

  @Override
  public void warn(String line) {}
}
