package dev.pipewright.pipeline.component;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// An execution for the tests of executors: outputs are folders below one, and what the executor
/// says is kept. It is cancelled by [#cancel], [#cancelAfter] or an interrupt of the thread.
public final class RecordedExecution implements Execution, Progress, AutoCloseable {

  /// A metric that was told.
  public record Metric(String tag, long step, double value) {}

  private final Path folder;
  private final Parameters parameters;
  private final Map<String, List<Artifact>> inputs = new TreeMap<>();
  private final Map<String, Object> kept = new TreeMap<>();
  private final int threads;
  private final ExecutorService pool;
  private final SortedMap<String, ParameterValue> properties = new TreeMap<>();
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
  private final List<Double> fractions = Collections.synchronizedList(new ArrayList<>());
  private final List<Metric> metrics = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger checksLeft = new AtomicInteger(Integer.MAX_VALUE);
  private volatile Consumer<Metric> onMetric = metric -> {};

  /// An execution of the node that owns the parameters, with a pool of this many threads.
  public RecordedExecution(
      Path folder, Parameters parameters, Map<String, Artifact> inputs, int threads) {
    this.folder = folder;
    this.parameters = parameters;
    inputs.forEach((port, artifact) -> this.inputs.put(port, List.of(artifact)));
    this.threads = threads;
    this.pool = Executors.newFixedThreadPool(threads);
  }

  /// The parameters of a component: those set, and the defaults of the others.
  public static Parameters parameters(Component component, Map<String, ParameterValue> set) {
    ComponentSpec spec = component.spec();
    var fields = new ParameterValue.Fields(new LinkedHashMap<>(set));
    return Bindings.of(Map.of()).bind(spec.name(), spec.parameters(), fields);
  }

  /// Runs a component with two threads in the folder of its name below this one; its first output.
  public static Artifact run(
      Path folder,
      Component component,
      Map<String, Artifact> inputs,
      Map<String, ParameterValue> set)
      throws IOException, InterruptedException {
    Path own = folder.resolve(component.spec().name());
    try (var execution = new RecordedExecution(own, parameters(component, set), inputs, 2)) {
      return execution.run(component);
    }
  }

  /// Runs a component; its first output.
  public Artifact run(Component component) throws IOException, InterruptedException {
    ((Executor) component.behavior()).execute(this);
    PortSpec port = component.spec().outputs().getFirst();
    String prefix = port.name() + ".";
    var own = new TreeMap<String, ParameterValue>();
    properties.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            own.put(name.substring(prefix.length()), value);
          }
        });
    return new Artifact(1, port.type(), output(port.name()), "", own);
  }

  /// Links these artifacts to an input, instead of those it had.
  public void link(String port, Artifact... artifacts) {
    inputs.put(port, List.of(artifacts));
  }

  /// Cancels it: the next check throws.
  public void cancel() {
    cancelAfter(0);
  }

  /// Cancels it after so many checks more.
  public void cancelAfter(int checks) {
    checksLeft.set(checks);
  }

  /// Calls this for each metric from now on, in the thread that tells it.
  public void onMetric(Consumer<Metric> listener) {
    onMetric = listener;
  }

  /// The folder that its outputs are in.
  public Path folder() {
    return folder;
  }

  /// The properties that were set, by `port.name`.
  public SortedMap<String, ParameterValue> properties() {
    return properties;
  }

  /// The lines of the log, with those of `warnings` after `warning: `.
  public List<String> log() {
    return log;
  }

  /// The warnings.
  public List<String> warnings() {
    return warnings;
  }

  /// The fractions that were reported.
  public List<Double> fractions() {
    return fractions;
  }

  /// The metrics that were told.
  public List<Metric> metrics() {
    return metrics;
  }

  @Override
  public NodeId node() {
    return new NodeId(parameters.owner());
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
    return inputs.getOrDefault(port, List.of());
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
  public synchronized void setProperty(String port, String name, ParameterValue value) {
    properties.put(port + "." + name, value);
  }

  @Override
  public void keep(String port, Object content) {
    kept.put(port, content);
  }

  /// What the executor kept of an output, or was given of an input with `keep`.
  @Override
  public <T> Optional<T> kept(String port, Class<T> type) {
    return Optional.ofNullable(kept.get(port)).map(type::cast);
  }

  @Override
  public Path workFolder() {
    return output("work");
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
    return threads;
  }

  @Override
  public Progress progress() {
    return this;
  }

  @Override
  public void checkCancelled() throws InterruptedException {
    if (Thread.interrupted() || checksLeft.getAndDecrement() <= 0) {
      cancel();
      throw new InterruptedException();
    }
  }

  @Override
  public void report(double fraction, String message) {
    fractions.add(fraction);
  }

  @Override
  public void metric(String tag, long step, double value) {
    var metric = new Metric(tag, step, value);
    metrics.add(metric);
    onMetric.accept(metric);
  }

  @Override
  public void log(String line) {
    log.add(line);
  }

  @Override
  public void warn(String line) {
    log.add("warning: " + line);
    warnings.add(line);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
