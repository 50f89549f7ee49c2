package dev.pipewright.tensorflow;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.DataException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs a graph, and holds its variables and tables. What is added to the graph later can be run
/// too.
///
/// One thread prepares steps and uses the short ways ([#run], [#fetch], [#read], [#assign]);
/// prepared steps may run on others. [#cancel] may be called from any thread.
public final class GraphSession implements AutoCloseable {

  private final GraphBuilder graph;
  private final NativeSession session;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Step> assignments = new HashMap<>();

  private GraphSession(GraphBuilder graph, SessionSettings settings) {
    this.graph = new GraphBuilder(graph.graph(), "", List.of(), "");
    this.session = new NativeSession(graph.graph(), settings);
  }

  /// A session on the graph. Nothing is initialized yet.
  public static GraphSession open(GraphBuilder graph, SessionSettings settings) {
    return new GraphSession(graph, settings);
  }

  /// Prepares a run.
  ///
  /// @param feeds the values to be fed
  /// @param fetches the values to be returned
  /// @param targets operations to run besides
  public Step step(List<Value> feeds, List<Value> fetches, List<Operation> targets) {
    Step step = new Step(session, feeds, fetches, targets);
    steps.add(step);
    return step;
  }

  /// Gives variables their first values, restores imported ones, and fills tables.
  public void initialize() {
    List<Operation> first =
        graph.variables().stream().map(Variable::initializer).distinct().toList();
    if (!first.isEmpty()) {
      step(List.of(), List.of(), first).run().close();
    }
    initializeTables();
  }

  /// The same without the variables that were not imported, for a caller who restores them.
  public void initializeTables() {
    for (RestoredPart part : graph.graph().restored) {
      restore(part);
      run(part.copies());
    }
    List<Asset> assets = graph.assets();
    HostTensor[] paths =
        assets.stream()
            .map(asset -> HostTensor.scalar(asset.file().toAbsolutePath().toString()))
            .toArray(HostTensor[]::new);
    try {
      // One after the other: the initializers of an imported part may need what came before.
      for (Operation initializer : graph.initializers()) {
        step(assets.stream().map(Asset::path).toList(), List.of(), List.of(initializer))
            .run(paths)
            .close();
      }
    } finally {
      for (HostTensor path : paths) {
        path.close();
      }
    }
  }

  private void restore(RestoredPart part) {
    Step restoring = step(List.of(part.prefix()), List.of(), List.of(part.restore()));
    Optional<Fetches> restored;
    try (HostTensor path = HostTensor.scalar(part.variables().toString())) {
      restored = restoring.runUnlessEnded(path);
    } catch (ArtifactException | DataException e) {
      throw part.damaged(e);
    }
    // A file that is too short ends before all is read.
    restored.orElseThrow(() -> part.damaged(null)).close();
  }

  /// Runs one operation.
  public void run(Operation target) {
    step(List.of(), List.of(), List.of(target)).run().close();
  }

  /// One value that needs no feeds; the caller closes it.
  public HostTensor fetch(Value value) {
    return step(List.of(), List.of(value), List.of()).run().get(0);
  }

  /// A variable's value now; the caller closes it.
  public HostTensor read(Variable variable) {
    return fetch(variable.read());
  }

  /// Sets a variable.
  ///
  /// @throws dev.pipewright.pipeline.DataException if the shapes differ
  public void assign(Variable variable, HostTensor value) {
    assignments.computeIfAbsent(variable.name(), name -> assignment(variable)).run(value).close();
  }

  private Step assignment(Variable variable) {
    GraphBuilder within = graph.scope("assign");
    Value fed = within.placeholder("value", variable.dtype(), variable.shape());
    Operation assign =
        within
            .op("AssignVariableOp")
            .inputs(variable.handle(), fed)
            .attr("dtype", variable.dtype())
            .operation();
    return step(List.of(fed), List.of(), List.of(assign));
  }

  /// Ends what runs within milliseconds (as soon as the running operations return); its run and all
  /// later ones throw a CancellationException. May be called from any thread.
  public void cancel() {
    session.cancel();
  }

  /// Frees the session with its variables and tables.
  @Override
  public void close() {
    session.close();
    steps.forEach(Step::free);
    steps.clear();
  }
}
