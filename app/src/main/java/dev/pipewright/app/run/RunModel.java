package dev.pipewright.app.run;

import dev.pipewright.app.engine.Engine;
import dev.pipewright.app.project.Project;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.runner.Failure;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/// The runs of a project: starts and stops them on the engine, and shows the one at work, else the
/// last one, which after opening is read from where its artifacts are. JavaFX thread only. To be
/// closed.
public final class RunModel implements AutoCloseable {

  private final Project project;
  private final Engine engine;
  private final FxExecutor fx;
  private final RunNodes nodes;
  private final RunLog log = new RunLog();
  private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.IDLE);
  private final ReadOnlyObjectWrapper<RunProgress> progress =
      new ReadOnlyObjectWrapper<>(RunProgress.NONE);
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final ObservableList<ArtifactRow> artifacts = FXCollections.observableArrayList();
  private final ObservableList<ArtifactRow> readOnlyArtifacts =
      FXCollections.unmodifiableObservableList(artifacts);
  private final BooleanBinding canRun;
  private Consumer<NodeRequest> requests = request -> {};

  /// The runs of a project.
  ///
  /// @param engine the window's engine; closing this leaves it open
  public RunModel(Project project, ComponentRegistry registry, Engine engine, FxExecutor fx) {
    this.project = project;
    this.engine = engine;
    this.fx = fx;
    this.nodes = new RunNodes(registry, project::edit, this::request);
    this.canRun =
        Bindings.createBooleanBinding(
            () -> state.get() == RunState.IDLE && project.file().get() != null,
            state,
            project.file());
    nodes.update(project.document().get(), null);
  }

  /// The project.
  public Project project() {
    return project;
  }

  /// The engine that runs it.
  public Engine engine() {
    return engine;
  }

  /// The nodes of the document by name, in its order. A node keeps its model when it is renamed.
  public ObservableMap<NodeId, NodeModel> nodes() {
    return nodes.models();
  }

  /// Whether a run is at work.
  public ReadOnlyObjectProperty<RunState> state() {
    return state.getReadOnlyProperty();
  }

  /// How far the run at work is, else how the last one ended.
  public ReadOnlyObjectProperty<RunProgress> progress() {
    return progress.getReadOnlyProperty();
  }

  /// Why the last run could not begin, or why its engine ended; null when neither was so.
  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// Whether a run can be started now: none is at work, and the project has a file, which artifacts
  /// lie beside and relative paths start from.
  public BooleanBinding canRun() {
    return canRun;
  }

  /// The lines of the runs since the project was opened.
  public RunLog log() {
    return log;
  }

  /// What the nodes have made or found last, in the order of the document.
  public ObservableList<ArtifactRow> artifacts() {
    return readOnlyArtifacts;
  }

  /// Has faces' and panels' wishes heard, but for `RunTo`, which is fulfilled here.
  public void setOnRequest(Consumer<NodeRequest> handler) {
    requests = handler;
  }

  private void request(NodeRequest request) {
    if (request instanceof NodeRequest.RunTo(NodeId node)) {
      runTo(node);
    } else {
      requests.accept(request);
    }
  }

  /// Runs the document as it is shown, saved or not. Does nothing while `canRun` is false.
  public void run() {}

  /// Runs a node and what it needs. Does nothing while `canRun` is false.
  public void runTo(NodeId node) {}

  /// Runs a node and what depends on it, on artifacts of earlier runs. Does nothing while `canRun`
  /// is false.
  public void runFrom(NodeId node) {}

  /// Stops the run at work; an engine that has not stopped it after two seconds is ended.
  public void stop() {}

  /// Ends the engine, with what is at work on it, and starts another.
  public void restartEngine() {
    engine.restart();
  }

  /// Lets go of the project and the engine. A run at work is stopped.
  @Override
  public void close() {
    stop();
  }
}
