package dev.pipewright.host.run;

import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.protocol.RunRequest;
import dev.pipewright.runner.Cancellation;
import dev.pipewright.runner.Overrides;
import dev.pipewright.runner.Plan;
import dev.pipewright.runner.RunEvent;
import dev.pipewright.runner.RunResult;
import dev.pipewright.runner.RunRoot;
import dev.pipewright.runner.RunSettings;
import dev.pipewright.runner.Runner;
import dev.pipewright.runner.Selection;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    this.selection = new Selection(node(request.from()), node(request.to()));
    String folder = request.root();
    this.root = folder == null ? RunRoot.of(project) : new RunRoot(path(folder));
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
    Path folder = Objects.requireNonNull(project.toAbsolutePath().getParent());
    Plan plan = Plan.of(pipeline, folder, registry, selection, parameters);
    RunEvent.Listener warming = new TensorFlowWarmUp(plan, listener);
    return Runner.run(plan, root, settings, cancellation, warming);
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

  private static @Nullable NodeId node(@Nullable String name) {
    if (name == null) {
      return null;
    }
    if (!NodeId.isValid(name)) {
      throw new ProjectException(
          "This cannot be the name of a node.",
          Location.subject(name),
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
