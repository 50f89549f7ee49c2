package dev.pipewright.host.command;

import dev.pipewright.host.run.ProjectRun;
import dev.pipewright.host.terminal.Numbers;
import dev.pipewright.host.terminal.Printable;
import dev.pipewright.host.terminal.TextTable;
import dev.pipewright.runner.Forecast;
import dev.pipewright.runner.Forecast.Action;
import dev.pipewright.runner.Forecast.NodeForecast;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `pipewright plan PROJECT`
@Command(
    name = "plan",
    description =
        "Says what a run would do, without running anything: what is cached, what is not.",
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

  @Mixin private RunOptions options;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  PlanCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<ProjectRun> run = options.checked(spec);
    if (run.isEmpty()) {
      return ExitCode.WRONG;
    }
    Forecast forecast = run.get().forecast();
    print(out, forecast);
    return isBlocked(forecast) ? ExitCode.WRONG : ExitCode.DONE;
  }

  private static boolean isBlocked(Forecast forecast) {
    return forecast.nodes().values().stream().anyMatch(n -> n.action() == Action.BLOCKED);
  }

  private static void print(PrintWriter out, Forecast forecast) {
    TextTable table = TextTable.of("node", "", "last took#");
    forecast.nodes().forEach((id, node) -> table.row(id, word(node.action()), took(node)));
    out.print(table);
    out.println();
    forecast
        .nodes()
        .forEach(
            (id, node) -> {
              if (!node.reason().isEmpty()) {
                out.println("  " + id + ": " + Printable.text(node.reason()));
              }
            });
    out.println(summary(forecast));
  }

  private static String word(Action action) {
    return switch (action) {
      case RUN -> "runs";
      case CACHED -> "cached";
      case SKIPPED -> "skipped";
      case BLOCKED -> "cannot run";
    };
  }

  private static String took(NodeForecast node) {
    Duration estimate = node.estimate();
    return node.action() != Action.RUN || estimate == null ? "" : Numbers.elapsed(estimate);
  }

  private static String summary(Forecast forecast) {
    long runs = count(forecast, Action.RUN);
    long cached = count(forecast, Action.CACHED);
    return isBlocked(forecast)
        ? "It cannot run: see above."
        : runs + (runs == 1 ? " node runs, " : " nodes run, ") + cached + " cached.";
  }

  private static long count(Forecast forecast, Action action) {
    return forecast.nodes().values().stream().filter(n -> n.action() == action).count();
  }
}
