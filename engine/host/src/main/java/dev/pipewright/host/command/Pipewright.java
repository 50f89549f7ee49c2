package dev.pipewright.host.command;

import dev.pipewright.host.about.Version;
import dev.pipewright.host.terminal.Printable;
import dev.pipewright.pipeline.EngineException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command above all others.
@Command(
    name = "pipewright",
    description = "TensorFlow pipelines from data to production, without Python.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.Provider.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      PlanCommand.class,
      CheckCommand.class,
      NewCommand.class,
      DescribeCommand.class,
      RunsCommand.class,
      ShowCommand.class,
      SampleCommand.class,
      DoctorCommand.class,
      EngineCommand.class,
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 a node failed, 2 the project or command line is wrong, 130 cancelled (143 by SIGTERM)."
    })
public final class Pipewright implements Callable<Integer> {

  @Spec private CommandSpec spec;

  /// Made by picocli, which sets the spec.
  @SuppressWarnings("NullAway.Init")
  public Pipewright() {}

  /// Runs the command that the arguments name.
  ///
  /// @return the exit code
  public static int execute(String... arguments) {
    return execute(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        arguments);
  }

  /// The same, printing there.
  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Pipewright())
        .setOut(out)
        .setErr(err)
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Pipewright::explain)
        .execute(arguments);
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }

  /// What the user can mend is told in a sentence; anything else is a bug and keeps its stack
  /// trace.
  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult result)
      throws Exception {
    if (e instanceof EngineException known) {
      command.getErr().println("pipewright: " + Printable.text(String.valueOf(known.getMessage())));
      return ExitCode.WRONG;
    }
    if (e instanceof InterruptedException) {
      return ExitCode.CANCELLED;
    }
    throw e;
  }
}
