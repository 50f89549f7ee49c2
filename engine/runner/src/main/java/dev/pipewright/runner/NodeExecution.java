package dev.pipewright.runner;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.pipeline.component.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

/// An execution at work. Outputs go to the staging folder until it has ended well.
final class NodeExecution implements Execution {

  private final Plan.Step step;
  private final long id;
  private final Map<String, List<Artifact>> inputs;
  private final SequencedMap<String, Path> outputs = new LinkedHashMap<>();
  private final Map<String, Map<String, ParameterValue>> properties = new TreeMap<>();
  private final Path work;
  private final Surroundings surroundings;
  private final NodeProgress progress;

  /// What all executions of a run share.
  record Surroundings(
      RunRoot root,
      long seed,
      ExecutorService pool,
      int parallelism,
      Cancellation cancellation,
      KeptOutputs kept) {}

  NodeExecution(
      Plan.Step step,
      long id,
      String key,
      Map<String, List<Artifact>> inputs,
      Surroundings surroundings,
      NodeProgress progress)
      throws IOException {
    this.step = step;
    this.id = id;
    this.inputs = inputs;
    this.work = surroundings.root().work(key);
    this.surroundings = surroundings;
    this.progress = progress;
    for (PortSpec port : step.spec().outputs()) {
      Path folder = surroundings.root().staging(id).resolve(port.name());
      outputs.put(port.name(), Files.createDirectories(folder));
      properties.put(port.name(), new TreeMap<>());
    }
  }

  @Override
  public NodeId node() {
    return step.id();
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public Parameters parameters() {
    return step.parameters();
  }

  @Override
  public List<Artifact> inputs(String port) {
    if (step.spec().input(port).isEmpty()) {
      throw new IllegalArgumentException(step.spec().name() + " has no input " + port);
    }
    return inputs.getOrDefault(port, List.of());
  }

  @Override
  public Path output(String port) {
    Path folder = outputs.get(port);
    if (folder == null) {
      throw noOutput(port);
    }
    return folder;
  }

  private IllegalArgumentException noOutput(String port) {
    return new IllegalArgumentException(step.spec().name() + " has no output " + port);
  }

  @Override
  public void setProperty(String port, String name, ParameterValue value) {
    synchronized (properties) {
      Map<String, ParameterValue> ofPort = properties.get(port);
      if (ofPort == null) {
        throw noOutput(port);
      }
      ofPort.put(name, value);
    }
  }

  @Override
  public void keep(String port, Object content) {
    output(port);
    surroundings.kept().put(place(port), content);
  }

  @Override
  public <T> Optional<T> kept(String port, Class<T> type) {
    return surroundings.kept().get(input(port).uri(), type);
  }

  @Override
  public Path workFolder() {
    try {
      return Files.createDirectories(work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long seed() {
    return surroundings.seed();
  }

  @Override
  public ExecutorService pool() {
    return surroundings.pool();
  }

  @Override
  public int parallelism() {
    return surroundings.parallelism();
  }

  @Override
  public Progress progress() {
    return progress;
  }

  @Override
  public void checkCancelled() throws InterruptedException {
    if (surroundings.cancellation().isCancelled() || Thread.interrupted()) {
      throw new InterruptedException("the run was cancelled");
    }
  }

  /// Reads the outputs over and brings them to the disk, once the executor is done with them.
  SequencedMap<String, Content> seal() throws IOException {
    SequencedMap<String, Content> contents = new LinkedHashMap<>();
    for (var output : outputs.entrySet()) {
      contents.put(
          output.getKey(),
          Content.of(output.getValue(), (file, attributes) -> Content.hashAndForce(file)));
    }
    return contents;
  }

  /// Puts the outputs in their places. They are the execution's once the ledger says so.
  SequencedMap<String, Ledger.Made> place(SequencedMap<String, Content> contents)
      throws IOException {
    SequencedMap<String, Ledger.Made> made = new LinkedHashMap<>();
    for (var content : contents.entrySet()) {
      String port = content.getKey();
      Path place = place(port);
      Files.createDirectories(place.getParent());
      Files.move(output(port), place, StandardCopyOption.ATOMIC_MOVE);
      ArtifactType type = step.spec().output(port).orElseThrow().type();
      made.put(port, new Ledger.Made(type, place, content.getValue(), propertiesOf(port)));
    }
    return made;
  }

  private Path place(String port) {
    return surroundings.root().output(step.id(), port, id);
  }

  private Map<String, ParameterValue> propertiesOf(String port) {
    synchronized (properties) {
      return Map.copyOf(properties.getOrDefault(port, Map.of()));
    }
  }

  /// Clears up once the outputs are recorded: there is nothing to resume any more.
  void clearUp() throws IOException {
    Folders.delete(surroundings.root().staging(id));
    Folders.delete(work);
  }

  /// Removes the outputs, which are not recorded, wherever they are by now. What was kept to resume
  /// from stays.
  void discard() throws IOException {
    Folders.delete(surroundings.root().staging(id));
    for (String port : outputs.keySet()) {
      Folders.delete(place(port));
    }
  }
}
