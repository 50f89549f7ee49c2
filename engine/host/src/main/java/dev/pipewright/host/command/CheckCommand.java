package dev.pipewright.host.command;

import dev.pipewright.host.terminal.Printable;
import dev.pipewright.pipeline.check.PipelineChecks;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.file.ProjectFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `pipewright check PROJECT`
@Command(
    name = "check",
    description = "Says what is wrong with a project, without running it.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PROJECT", description = "The project file (.pipewright).")
  private Path project;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  CheckCommand() {}

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    List<Problem> problems =
        PipelineChecks.check(ProjectFile.read(project), ComponentRegistry.load());
    if (problems.isEmpty()) {
      out.println(project + " is ready to run.");
      return ExitCode.DONE;
    }
    print(out, problems);
    return hasErrors(problems) ? ExitCode.WRONG : ExitCode.DONE;
  }

  static void print(java.io.PrintWriter out, List<Problem> problems) {
    for (Problem problem : problems) {
      String severity = problem.severity().name().toLowerCase(Locale.ROOT);
      out.println(severity + "  " + Printable.text(problem.toString()));
    }
  }

  static boolean hasErrors(List<Problem> problems) {
    return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
  }
}
