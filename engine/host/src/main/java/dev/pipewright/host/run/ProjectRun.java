package dev.pipewright.host.run;

import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.protocol.RunRequest;
import dev.pipewright.runner.Cancellation;
import dev.pipewright.runner.Forecast;
import dev.pipewright.runner.Overrides;
import dev.pipewright.runner.Plan;
import dev.pipewright.runner.RunEvent;
import dev.pipewright.runner.RunHistory;
import dev.pipewright.runner.RunResult;
import dev.pipewright.runner.RunRoot;
import dev.pipewright.runner.RunSettings;
import dev.pipewright.runner.Runner;
import dev.pipewright.runner.Selection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A run that was asked for: the project read, what the request overrides set, its place found.
public final class ProjectRun {

  private final Path project;
  private final Pipeline pipeline;
  private final ComponentRegistry registry;
  private final Selection selection;
  private final Map<String, ParameterValue> parameters;
  private final RunRoot root;
  private final RunSettings settings;

  private ProjectRun(RunRequest request, ComponentRegistry registry) {
    this.project = path(request.project());
    this.registry = registry;
    Pipeline read = read(project, request.text());
    this.pipeline = Overrides.set(read, registry, given(request.set()));
    this.parameters = Overrides.runtime(pipeline, given(request.parameters()));
    String folder = request.root();
    this.root = folder == null ? RunRoot.of(project) : new RunRoot(path(folder));
    this.selection = selection(request);
    this.settings = RunSettings.DEFAULT.with(cache(request.cache()));
  }

  /// The run of a request.
  ///
  /// @throws dev.pipewright.pipeline.EngineException when the project or the request is wrong
  public static ProjectRun of(@Nullable RunRequest request, ComponentRegistry registry) {
    if (request == null) {
      throw noProject();
    }
    return new ProjectRun(request, registry);
  }

  /// What is wrong with it; warnings too.
  public List<Problem> problems() {
    return Plan.problems(pipeline, registry, selection, parameters);
  }

  /// Where its artifacts go.
  public RunRoot root() {
    return root;
  }

  /// Runs it.
  ///
  /// @param listener told of everything that happens
  /// @throws dev.pipewright.pipeline.EngineException when the run cannot begin
  public RunResult run(Cancellation cancellation, RunEvent.Listener listener) {
    Plan plan = plan();
    RunEvent.Listener warming = new TensorFlowWarmUp(plan, listener);
    return Runner.run(plan, root, settings, cancellation, warming);
  }

  private Plan plan() {
    Path folder = Objects.requireNonNull(project.toAbsolutePath().getParent());
    return Plan.of(pipeline, folder, registry, selection, parameters);
  }

  /// What it would do, without doing it.
  ///
  /// @throws dev.pipewright.pipeline.EngineException when the run could not begin
  public Forecast forecast() {
    try {
      return Forecast.of(plan(), root, settings.cache());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /// Has the cache give nothing of what the nodes of the request's `only` made any more; of all
  /// nodes where it names none.
  ///
  /// @return how many results that were
  public int clearCache() {
    List<NodeId> nodes =
        selection.only().isEmpty()
            ? pipeline.nodes().stream().map(Node::id).toList()
            : selection.only();
    try {
      return Runner.clearCache(root, pipeline.name(), nodes);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private EnvironmentException unreadable(IOException e) {
    return new EnvironmentException(
        "What earlier runs left cannot be read: " + e.getMessage() + ".",
        Location.of(root.folder()),
        "Check the folder's rights.",
        e);
  }

  private static Pipeline read(Path project, @Nullable String text) {
    return text == null
        ? ProjectFile.read(project)
        : ProjectFile.parse(text.getBytes(StandardCharsets.UTF_8), project.toString());
  }

  /// A client may send any text, and Gson leaves null what is not sent at all.
  private static Path path(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      throw noProject();
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new ProjectException(
          "This cannot be the name of a file: " + e.getReason() + ".",
          Location.subject(name),
          "Check the path.",
          e);
    }
  }

  private static ProjectException noProject() {
    return new ProjectException(
        "The request names no project.", Location.subject("project"), "Name a project file.");
  }

  private static Map<String, String> given(@Nullable Map<String, String> values) {
    return values == null ? Map.of() : values;
  }

  private Selection selection(RunRequest request) {
    List<NodeId> from = nodes(request.from());
    return new Selection(
        request.retry() == null ? from : failed(request.retry()),
        nodes(request.to()),
        nodes(request.only()));
  }

  private List<NodeId> failed(String retry) {
    if (!retry.equals("failed")) {
      throw new ProjectException(
          "Only nodes that failed can be run again.", Location.subject("retry"), "Say failed.");
    }
    Set<String> recorded = Set.copyOf(RunHistory.failed(root, pipeline.name()));
    List<NodeId> failed =
        pipeline.nodes().stream()
            .map(Node::id)
            .filter(id -> pipeline.nameIn(id, recorded).isPresent())
            .toList();
    if (failed.isEmpty()) {
      throw new ProjectException(
          "No node failed in the last run.", Location.NONE, "Run the pipeline, or a part of it.");
    }
    return failed;
  }

  private static List<NodeId> nodes(@Nullable List<String> names) {
    return names == null ? List.of() : names.stream().map(ProjectRun::node).toList();
  }

  private static NodeId node(@Nullable String name) {
    if (name == null || !NodeId.isValid(name)) {
      throw new ProjectException(
          "This cannot be the name of a node.",
          Location.subject(String.valueOf(name)),
          "Name a node of the project.");
    }
    return new NodeId(name);
  }

  private static RunSettings.CacheUse cache(@Nullable String use) {
    return switch (use) {
      case null -> RunSettings.CacheUse.USE;
      case "use" -> RunSettings.CacheUse.USE;
      case "ignore" -> RunSettings.CacheUse.IGNORE;
      default ->
          throw new ProjectException(
              "The cache can be used or ignored.", Location.subject("cache"), "Say use or ignore.");
    };
  }
}
