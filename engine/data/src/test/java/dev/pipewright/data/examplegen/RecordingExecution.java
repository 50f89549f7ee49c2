package dev.pipewright.data.examplegen;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An execution of one ExampleGen, outside a run; it keeps what it is told.
final class RecordingExecution implements Execution, AutoCloseable {

  final SortedMap<String, ParameterValue> properties = new TreeMap<>();
  final List<String> warnings = new ArrayList<>();
  final List<String> log = new ArrayList<>();
  final List<Double> fractions = new ArrayList<>();
  volatile int checksBeforeCancel = Integer.MAX_VALUE;

  private final Parameters parameters;
  private final Path output;
  private final int parallelism;
  private final ExecutorService pool;

  RecordingExecution(Parameters parameters, Path output, int parallelism) {
    this.parameters = parameters;
    this.output = output;
    this.parallelism = parallelism;
    this.pool = Executors.newFixedThreadPool(parallelism);
  }

  @Override
  public NodeId node() {
    return new NodeId("CsvExampleGen");
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
    return List.of();
  }

  @Override
  public Path output(String port) {
    return output;
  }

  @Override
  public void setProperty(String port, String name, ParameterValue value) {
    properties.put(name, value);
  }

  @Override
  public Path workFolder() {
    throw new IllegalStateException("not needed");
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
    return parallelism;
  }

  @Override
  public Progress progress() {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {
        fractions.add(fraction);
      }

      @Override
      public void metric(String tag, long step, double value) {}

      @Override
      public void log(String line) {
        log.add(line);
      }

      @Override
      public void warn(String line) {
        warnings.add(line);
      }
    };
  }

  @Override
  public void checkCancelled() throws InterruptedException {
    if (checksBeforeCancel-- <= 0) {
      throw new InterruptedException();
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
