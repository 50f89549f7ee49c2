package dev.pipewright.serving;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

/// An execution that keeps what its executor says.
final class RecordedExecution implements Execution, Progress {

  final List<String> log = new ArrayList<>();
  final SortedMap<String, ParameterValue> properties = new TreeMap<>();
  private final Path folder;
  private final Parameters parameters;
  private final Map<String, Artifact> inputs;

  RecordedExecution(Path folder, Parameters parameters, Map<String, Artifact> inputs) {
    this.folder = folder;
    this.parameters = parameters;
    this.inputs = inputs;
  }

  @Override
  public NodeId node() {
    return new NodeId("Pusher");
  }

  @Override
  public long id() {
    return 8;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public List<Artifact> inputs(String port) {
    return inputs.containsKey(port) ? List.of(inputs.get(port)) : List.of();
  }

  @Override
  public Path output(String port) {
    try {
      return Files.createDirectories(folder.resolve(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void setProperty(String port, String name, ParameterValue value) {
    properties.put(port + "." + name, value);
  }

  @Override
  public Path workFolder() {
    return output("work");
  }

  @Override
  public long seed() {
    return 1;
  }

  @Override
  public ExecutorService pool() {
    throw new AssertionError("the Pusher computes nothing");
  }

  @Override
  public int parallelism() {
    return 1;
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
  public void log(String line) {
    log.add(line);
  }

  @Override
  public void warn(String line) {
    log.add("warning: " + line);
  }
}
