package dev.pipewright.datavalidation;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.pipeline.component.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Runs components in a folder, one folder an output, as the runner would.
final class FolderExecution implements Execution, Progress, AutoCloseable {

  final List<String> warnings = new ArrayList<>();
  private final Path folder;
  private final Component component;
  private final Map<String, Artifact> inputs;
  private final Map<String, ParameterValue> set;
  private final Map<String, Map<String, ParameterValue>> properties = new TreeMap<>();
  private final ExecutorService pool = Executors.newFixedThreadPool(2);

  FolderExecution(
      Path folder,
      Component component,
      Map<String, Artifact> inputs,
      Map<String, ParameterValue> set) {
    this.folder = folder;
    this.component = component;
    this.inputs = inputs;
    this.set = set;
  }

  /// Runs the component; its only output.
  static Artifact run(
      Path folder,
      Component component,
      Map<String, Artifact> inputs,
      Map<String, ParameterValue> set)
      throws IOException, InterruptedException {
    try (var execution = new FolderExecution(folder, component, inputs, set)) {
      return execution.run();
    }
  }

  Artifact run() throws IOException, InterruptedException {
    ((Executor) component.behavior()).execute(this);
    PortSpec port = component.spec().outputs().getFirst();
    return artifact(
        port.type(), output(port.name()), properties.getOrDefault(port.name(), Map.of()));
  }

  static Artifact artifact(ArtifactType type, Path uri, Map<String, ParameterValue> properties) {
    return Artifact.of(1, type, uri, "", properties);
  }

  @Override
  public Parameters parameters() {
    var values = new LinkedHashMap<String, ParameterValue>();
    for (ParameterSpec parameter : component.spec().parameters()) {
      if (parameter.defaultValue() != null) {
        values.put(parameter.name(), parameter.defaultValue());
      }
    }
    values.putAll(set);
    return Parameters.of(component.spec().name(), values);
  }

  @Override
  public List<Artifact> inputs(String port) {
    return inputs.containsKey(port) ? List.of(inputs.get(port)) : List.of();
  }

  @Override
  public Path output(String port) {
    try {
      return Files.createDirectories(folder.resolve(component.spec().name()).resolve(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void setProperty(String port, String name, ParameterValue value) {
    properties.computeIfAbsent(port, _ -> new TreeMap<>()).put(name, value);
  }

  @Override
  public NodeId node() {
    return new NodeId(component.spec().name());
  }

  @Override
  public long id() {
    return 1;
  }

  @Override
  public Path workFolder() {
    return folder.resolve("work");
  }

  @Override
  public long seed() {
    return 0;
  }

  @Override
  public ExecutorService pool() {
    return pool;
  }

  @Override
  public int parallelism() {
    return 2;
  }

  @Override
  public Progress progress() {
    return this;
  }

  @Override
  public void checkCancelled() {}

  @Override
  public void report(double fraction, String message) {}

  @Override
  public void metric(String tag, long step, double value) {}

  @Override
  public void log(String line) {}

  @Override
  public void warn(String line) {
    warnings.add(line);
  }

  @Override
  public void close() {
    pool.close();
  }
}
