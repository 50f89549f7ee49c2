package dev.pipewright.training;

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
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongPredicate;

/// An execution in a test's folder.
final class FakeExecution implements Execution, AutoCloseable {

  /// A metric that was told.
  record Metric(String tag, long step, double value) {}

  private final Path folder;
  private final Map<String, Artifact> inputs;
  private final Parameters parameters;
  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  final List<Metric> metrics = new ArrayList<>();
  final Map<String, ParameterValue> properties = new TreeMap<>();
  final List<String> warnings = new ArrayList<>();
  volatile boolean isCancelled;
  LongPredicate fails = step -> false;

  FakeExecution(Path folder, Map<String, Artifact> inputs, Map<String, ParameterValue> parameters) {
    this(folder, inputs, Samples.bound(parameters));
  }

  FakeExecution(Path folder, Map<String, Artifact> inputs, Parameters parameters) {
    this.folder = folder;
    this.inputs = Map.copyOf(inputs);
    this.parameters = parameters;
  }

  @Override
  public NodeId node() {
    return new NodeId("Trainer");
  }

  @Override
  public long id() {
    return 1;
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
    return made(folder.resolve(port));
  }

  private static Path made(Path path) {
    try {
      return Files.createDirectories(path);
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
    return made(folder.resolve("work"));
  }

  @Override
  public long seed() {
    return 17;
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
    return new Progress() {
      @Override
      public void report(double fraction, String message) {}

      @Override
      public void metric(String tag, long step, double value) {
        metrics.add(new Metric(tag, step, value));
        if (fails.test(step)) {
          throw new IllegalStateException("killed at step " + step);
        }
      }

      @Override
      public void log(String line) {}

      @Override
      public void warn(String line) {
        warnings.add(line);
      }
    };
  }

  @Override
  public void checkCancelled() throws InterruptedException {
    if (isCancelled) {
      throw new InterruptedException();
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
