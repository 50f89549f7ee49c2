package dev.pipewright.host.command;

import dev.pipewright.host.run.ProjectRun;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.protocol.RunRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// What to run: the options of `run` and `plan`.
final class RunOptions {

  @Parameters(paramLabel = "PROJECT", description = "The project file (.pipewright).")
  private Path project;

  @Option(
      names = "--to",
      paramLabel = "NODE",
      split = ",",
      description = "Run these nodes and what they need.")
  private @Nullable List<String> to;

  @Option(
      names = "--from",
      paramLabel = "NODE",
      split = ",",
      description = "Run these nodes and what depends on them, on what earlier runs made.")
  private @Nullable List<String> from;

  @Option(
      names = "--only",
      paramLabel = "NODE",
      split = ",",
      description = "Run none but these nodes, on what earlier runs made.")
  private @Nullable List<String> only;

  @Option(
      names = "--failed",
      description = "Run again what failed in the last run, and what depends on it.")
  private boolean isRetry;

  @Option(
      names = "--set",
      paramLabel = "NODE.PARAM=VALUE",
      description = "Set a node's parameter for this run; VALUE is JSON or a plain text.")
  private Map<String, String> set = Map.of();

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "Give a runtime parameter of the pipeline.")
  private Map<String, String> parameters = Map.of();

  @Option(names = "--no-cache", description = "Make everything anew.")
  private boolean isCacheIgnored;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "Where artifacts go (default: NAME.runs beside the project).")
  private @Nullable Path root;

  /// Made by picocli, which sets the fields.
  @SuppressWarnings("NullAway.Init")
  RunOptions() {}

  /// The run that the options ask for, after its problems were printed; empty when one of them is
  /// an error.
  ///
  /// @throws ParameterException when the options contradict each other
  Optional<ProjectRun> checked(CommandSpec spec) {
    ProjectRun run = ProjectRun.of(request(spec), ComponentRegistry.load());
    List<Problem> problems = run.problems();
    CheckCommand.print(spec.commandLine().getErr(), problems);
    return CheckCommand.hasErrors(problems) ? Optional.empty() : Optional.of(run);
  }

  private RunRequest request(CommandSpec spec) {
    if (root != null && root.toString().isBlank()) {
      throw new ParameterException(spec.commandLine(), "--root names no folder.");
    }
    if (isRetry && from != null) {
      throw new ParameterException(spec.commandLine(), "Give either --failed or --from.");
    }
    return new RunRequest(
        project.toAbsolutePath().toString(),
        null,
        null,
        root == null ? null : root.toAbsolutePath().toString(),
        to,
        from,
        only,
        isRetry ? "failed" : null,
        set,
        parameters,
        isCacheIgnored ? "ignore" : "use");
  }
}
