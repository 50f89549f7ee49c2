package dev.pipewright.app.run;

import dev.pipewright.app.engine.Engine;
import dev.pipewright.app.engine.EngineDeath;
import dev.pipewright.app.engine.RunEnd;
import dev.pipewright.app.project.Project;
import dev.pipewright.app.run.RunProgress.Outcome;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.text.Units;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.file.JsonText;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.protocol.EventMessage;
import dev.pipewright.protocol.RunRequest;
import dev.pipewright.runner.Failure;
import dev.pipewright.runner.Forecast;
import dev.pipewright.runner.RunHistory.Latest;
import dev.pipewright.runner.RunRoot;
import dev.pipewright.runner.Runner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The runs of a project: starts and stops them on the engine, and shows the one at work, else the
/// last one, which after opening is read from where its artifacts are. JavaFX thread only. To be
/// closed.
public final class RunModel implements AutoCloseable {

  private static final Texts TEXTS = Texts.of(RunModel.class);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Project project;
  private final Engine engine;
  private final FxExecutor fx;
  private final RunNodes nodes;
  private final RunLog log = new RunLog();
  private final RunTraces traces;
  private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.IDLE);
  private final ReadOnlyObjectWrapper<RunProgress> progress =
      new ReadOnlyObjectWrapper<>(RunProgress.NONE);
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final ObservableList<ArtifactRow> artifacts = FXCollections.observableArrayList();
  private final ObservableList<ArtifactRow> readOnlyArtifacts =
      FXCollections.unmodifiableObservableList(artifacts);
  private final BooleanBinding canRun;
  private final Subscription subscription;
  private Consumer<NodeRequest> requests = request -> {};
  private Function<RunModel, Optional<Map<String, ParameterValue>>> values =
      model -> Optional.of(Map.of());
  private final RunForecast forecast;
  private final LookingBack looking;
  private final RunQueue queue;
  private final ReadOnlyObjectWrapper<@Nullable Duration> remaining = new ReadOnlyObjectWrapper<>();
  private @Nullable CurrentRun current;
  private boolean isClosed;

  /// The runs of a project.
  ///
  /// @param engine the window's engine; closing this leaves it open
  public RunModel(Project project, ComponentRegistry registry, Engine engine, FxExecutor fx) {
    this(project, registry, engine, new RunQueue(), fx);
  }

  /// The runs of a project among those of others.
  ///
  /// @param queue where runs wait for their turn
  public RunModel(
      Project project, ComponentRegistry registry, Engine engine, RunQueue queue, FxExecutor fx) {
    this.project = project;
    this.queue = queue;
    this.engine = engine;
    this.fx = fx;
    this.traces = new RunTraces(fx, log);
    this.forecast = new RunForecast(project, registry, fx);
    this.nodes = new RunNodes(registry, project::edit, this::request, project.isReadOnly());
    this.looking = new LookingBack(nodes, traces, fx, this::listArtifacts);
    this.canRun =
        Bindings.createBooleanBinding(
            () -> state.get() == RunState.IDLE && !project.isReadOnly(), state);
    nodes.update(project.document().get(), null);
    this.subscription =
        Subscription.combine(
            project.document().subscribe((before, now) -> documentChanged(now)),
            project.problems().subscribe(nodes::setProblems),
            project.file().subscribe((before, now) -> readHistory()));
    readHistory();
    forecast.update();
  }

  private void documentChanged(Pipeline document) {
    nodes.update(document, project.change().get());
    nodes.setProblems(project.problems().get());
    forecast.update();
    listArtifacts();
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

  /// Whether a run can be started now: none is at work. It needs the project to have a file, which
  /// artifacts lie beside and relative paths start from.
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

  /// The run that is looked back at; null while the nodes are shown as they are.
  public ReadOnlyObjectProperty<@Nullable Latest> shown() {
    return looking.shown();
  }

  /// The lines of the run that is looked back at.
  public RunLog shownLog() {
    return looking.log();
  }

  /// Shows one run by itself: how its nodes ended, what they measured and made, its log. What is at
  /// work goes on. Does nothing where the project has no file, or there was no such run.
  ///
  /// @param number which run, from 1
  /// @param failed told when it cannot be read
  public void lookBack(int number, Consumer<EngineException> failed) {
    Path file = project.file().get();
    if (file != null) {
      looking.show(file, project.document().get(), number, failed);
    }
  }

  /// Shows the nodes as they are.
  public void lookAtLatest() {
    looking.end();
  }

  /// Has faces' and panels' wishes heard, but for `RunTo`, which is fulfilled here.
  public void setOnRequest(Consumer<NodeRequest> handler) {
    requests = handler;
  }

  /// Passes on what is asked of the workbench.
  public void request(NodeRequest request) {
    if (request instanceof NodeRequest.RunTo && project.isReadOnly()) {
      project.refuse();
    } else if (request instanceof NodeRequest.RunTo(NodeId node)) {
      runTo(node);
    } else {
      requests.accept(request);
    }
  }

  /// Runs the document as it is shown, saved or not. Does nothing while another is at work, or the
  /// project has no file.
  public void run() {
    start(all -> all, TEXTS.get("scope.all"));
  }

  /// Runs a node and what it needs. Does nothing while another is at work, or the project has no
  /// file.
  public void runTo(NodeId node) {
    start(all -> all.to(List.of(node.value())), TEXTS.get("scope.to", node));
  }

  /// Runs a node and what depends on it, on artifacts of earlier runs. Does nothing while `canRun`
  /// is false.
  public void runFrom(NodeId node) {
    start(all -> all.from(List.of(node.value())), TEXTS.get("scope.from", node));
  }

  /// Runs these nodes alone, on artifacts of earlier runs. Does nothing while another is at work,
  /// or the project has no file.
  public void runOnly(List<NodeId> chosen) {
    List<String> names = chosen.stream().map(NodeId::value).toList();
    start(all -> all.only(names), TEXTS.get("scope.only", String.join(", ", names)));
  }

  /// Runs what failed or was stopped in the last run, and what depends on it. Does nothing while
  /// `canRun` is false.
  public void runFailed() {
    start(RunRequest::retryingFailed, TEXTS.get("scope.failed"));
  }

  /// Has the next run make anew what these nodes have made, cached or not.
  ///
  /// @param cleared told how many results the cache no longer gives
  public void clearCache(
      List<NodeId> chosen, IntConsumer cleared, Consumer<EngineException> failed) {
    Path file = project.file().get();
    if (file != null && !chosen.isEmpty()) {
      String name = project.document().get().name();
      fx.call(
          () -> cleared(RunRoot.of(file), name, chosen),
          count -> {
            forecast.update();
            cleared.accept(count);
          },
          failed);
    }
  }

  private static int cleared(RunRoot root, String pipeline, List<NodeId> chosen) {
    try {
      return Runner.clearCache(root, pipeline, chosen);
    } catch (IOException e) {
      throw new EnvironmentException(
          TEXTS.get("clear.failed", String.valueOf(e.getMessage())),
          Location.of(root.folder()),
          TEXTS.get("clear.fix"),
          e);
    }
  }

  /// What a run would do now.
  public ReadOnlyObjectProperty<@Nullable Forecast> forecast() {
    return forecast.property();
  }

  /// Has somebody asked for the values of runtime parameters before a run.
  ///
  /// @param source gives the values by name, defaults left out; empty where the run is not to be
  public void setValues(Function<RunModel, Optional<Map<String, ParameterValue>>> source) {
    values = source;
  }

  /// Looks again at what a run would do: it would be given other values.
  public void valuesChanged(Map<String, ParameterValue> given) {
    forecast.give(given);
  }

  /// Runs the document as it is now, after the runs that were asked for before; of this project
  /// too. Does nothing where the project has no file.
  public void enqueue() {
    submit(all -> all, TEXTS.get("scope.all"));
  }

  /// What is left of the run at work; null where nobody knows, or none is.
  public ReadOnlyObjectProperty<@Nullable Duration> remaining() {
    return remaining.getReadOnlyProperty();
  }

  private void start(UnaryOperator<RunRequest> scope, String words) {
    if (current == null && !queue.hasWaiting(this)) {
      submit(scope, words);
    }
  }

  private void submit(UnaryOperator<RunRequest> scope, String words) {
    Path file = project.file().get();
    if (file == null) {
      return;
    }
    values
        .apply(this)
        .ifPresent(
            given -> {
              lookAtLatest();
              RunRequest request = scope.apply(request(file).withParameters(texts(given)));
              RemainingTime time =
                  RemainingTime.of(project.document().get(), forecast.property().get());
              queue.submit(
                  new RunQueue.Waiting(this, words, Instant.now(), () -> begin(request, time)));
            });
  }

  private void begin(RunRequest request, RemainingTime time) {
    CurrentRun run = new CurrentRun(UUID.randomUUID().toString(), nodes.snapshot(), time);
    EventInbox inbox = new EventInbox(fx, items -> take(run, items));
    Consumer<String> prints = inbox::printed;
    current = run;
    state.set(RunState.STARTING);
    failure.set(null);
    progress.set(run.progress(Outcome.UNDER_WAY));
    engine.addPrintListener(prints);
    engine.run(
        request.named(run.name()),
        inbox::event,
        end -> {
          engine.removePrintListener(prints);
          inbox.flush();
          ended(run, end);
        });
    tick(run);
  }

  private static Map<String, String> texts(Map<String, ParameterValue> given) {
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    given.forEach((name, value) -> texts.put(name, JsonText.compact(value)));
    return texts;
  }

  private RunRequest request(Path file) {
    String text = new String(ProjectFile.format(project.document().get()), StandardCharsets.UTF_8);
    return RunRequest.of(file.toString()).withText(text);
  }

  private void take(CurrentRun run, List<EventInbox.Item> items) {
    boolean hasMade = false;
    for (EventInbox.Item item : items) {
      switch (item) {
        case EventInbox.Item.Event(EventMessage event) -> {
          RunNode made = run.accept(event);
          if (made != null) {
            hasMade = true;
            traces.showCurves(made);
          }
        }
        case EventInbox.Item.Printed(long millis, String line) -> run.printed(millis, line);
      }
    }
    if (run == current && state.get() == RunState.STARTING && run.number() > 0) {
      state.set(RunState.RUNNING);
    }
    if (hasMade) {
      listArtifacts();
    }
    refresh(run);
  }

  private void refresh(CurrentRun run) {
    run.refresh();
    log.append(run.takeLines());
    if (run == current) {
      progress.set(run.progress(Outcome.UNDER_WAY));
      remaining.set(run.remaining().orElse(null));
    }
  }

  private void tick(CurrentRun run) {
    fx.after(
        SECOND,
        () -> {
          if (run == current) {
            refresh(run);
            tick(run);
          }
        });
  }

  private void ended(CurrentRun run, RunEnd end) {
    boolean isStopping = state.get() == RunState.STOPPING;
    Outcome outcome =
        switch (end) {
          case RunEnd.Ended(var result) -> ended(run, result.outcome());
          case RunEnd.Refused(Failure why) -> refused(run, why);
          case RunEnd.EngineDied(EngineDeath death) -> died(run, death);
          case RunEnd.NotBegun() -> Outcome.CANCELLED;
          case RunEnd.EngineEnded() when isStopping -> killed(run);
          case RunEnd.EngineEnded() -> lost(run, TEXTS.get("run.restarted"));
        };
    refresh(run);
    progress.set(run.progress(outcome));
    current = null;
    remaining.set(null);
    forecast.renew();
    state.set(RunState.IDLE);
    queue.ended(this);
  }

  private static Outcome ended(CurrentRun run, String word) {
    Outcome outcome = Outcome.valueOf(word.toUpperCase(Locale.ROOT));
    String took = Units.duration(run.progress(outcome).elapsed());
    run.log(
        outcome == Outcome.FAILED ? LogLine.Level.ERROR : LogLine.Level.INFO,
        TEXTS.get("run." + word, run.number(), took));
    return outcome;
  }

  private Outcome refused(CurrentRun run, Failure why) {
    failure.set(why);
    run.log(LogLine.Level.ERROR, TEXTS.get("run.refused", CurrentRun.text(why)));
    return Outcome.FAILED;
  }

  private Outcome died(CurrentRun run, EngineDeath death) {
    if (death.crashReport() != null) {
      run.log(LogLine.Level.INFO, TEXTS.get("run.crash", death.crashReport()));
    }
    return lost(run, death.reason());
  }

  private Outcome lost(CurrentRun run, String reason) {
    failure.set(new Failure(reason, Location.NONE, TEXTS.get("run.again")));
    run.abandon(
        new Failure(
            TEXTS.get("node.abandoned") + " " + reason, Location.NONE, TEXTS.get("node.resume")));
    run.log(LogLine.Level.ERROR, reason + " " + TEXTS.get("run.again"));
    return Outcome.ENGINE_ENDED;
  }

  private static Outcome killed(CurrentRun run) {
    run.cancel();
    run.log(LogLine.Level.WARN, TEXTS.get("run.killed", PATIENCE.toSeconds()));
    return Outcome.CANCELLED;
  }

  /// Stops the run at work; an engine that has not stopped it after two seconds is ended.
  public void stop() {
    CurrentRun run = current;
    if (run == null || state.get() == RunState.STOPPING) {
      return;
    }
    state.set(RunState.STOPPING);
    fx.after(
        PATIENCE,
        () -> {
          if (run == current) {
            engine.kill();
          }
        });
    engine.stop(run.name());
  }

  /// Ends the engine, with what is at work on it, and starts another.
  public void restartEngine() {
    engine.restart();
  }

  /// Reads what earlier runs have left, unless a run is at work here.
  private void readHistory() {
    Path file = project.file().get();
    Pipeline document = project.document().get();
    if (file == null || current != null || isClosed) {
      return;
    }
    traces.history(
        file,
        document,
        past -> {
          if (current == null && file.equals(project.file().get()) && !isClosed) {
            show(past);
          }
        });
  }

  /// Shows a run that was read elsewhere, of a project that is only looked at.
  public void show(Latest run) {
    show(new PastRuns(run, project.document().get()));
  }

  private void show(PastRuns past) {
    past.document()
        .nodes()
        .forEach(
            node -> {
              RunNode model = nodes.find(node.id());
              if (model != null) {
                model.set(past.status(node.id()));
                model.setMade(past.rows(node.id()));
                traces.showCurves(model);
              }
            });
    progress.set(past.progress());
    listArtifacts();
    if (past.isAtWork()) {
      fx.after(PATIENCE, this::readHistory);
    }
  }

  private void listArtifacts() {
    nodes.feed();
    List<ArtifactRow> rows = nodes.all().stream().flatMap(node -> node.made().stream()).toList();
    if (!rows.equals(artifacts)) {
      artifacts.setAll(rows);
    }
  }

  /// Lets go of the project and the engine. A run at work is stopped.
  @Override
  public void close() {
    queue.forget(this);
    stop();
    isClosed = true;
    subscription.unsubscribe();
    canRun.dispose();
  }
}
