package dev.pipewright.host.command;

import dev.pipewright.host.run.EventMessages;
import dev.pipewright.host.run.JsonLines;
import dev.pipewright.host.run.ProgressLines;
import dev.pipewright.host.run.ProjectRun;
import dev.pipewright.host.terminal.Numbers;
import dev.pipewright.host.terminal.Terminal;
import dev.pipewright.runner.Cancellation;
import dev.pipewright.runner.RunEvent;
import dev.pipewright.runner.RunResult;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `pipewright run PROJECT`
@Command(
    name = "run",
    description = "Runs a project's pipeline; what earlier runs made is used again.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  private static final long CANCEL_SECONDS = 3;

  @Mixin private RunOptions options;

  @Option(names = "--json", description = "Print what happens as JSON, one event a line.")
  private boolean isJson;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  RunCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<ProjectRun> checked = options.checked(spec);
    if (checked.isEmpty()) {
      return ExitCode.WRONG;
    }
    ProjectRun run = checked.get();
    long start = System.nanoTime();
    RunResult result = runUntilCancelled(run, listener(run, out));
    if (!isJson) {
      summary(out, run, result, Duration.ofNanos(System.nanoTime() - start));
    }
    return switch (result.outcome()) {
      case DONE -> ExitCode.DONE;
      case FAILED -> ExitCode.NODE_FAILED;
      case CANCELLED -> ExitCode.CANCELLED;
    };
  }

  private RunEvent.Listener listener(ProjectRun run, PrintWriter out) {
    InstantSource clock = InstantSource.system();
    return isJson
        ? new JsonLines(new EventMessages(null, run.root(), clock), out)
        : new ProgressLines(Terminal.ofProcess(out), clock);
  }

  /// Ctrl+C or a kill cancels the run; the process waits for it, so that the run is recorded as
  /// cancelled.
  private static RunResult runUntilCancelled(ProjectRun run, RunEvent.Listener listener) {
    Cancellation cancellation = new Cancellation();
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook =
        Thread.ofPlatform()
            .unstarted(
                () -> {
                  cancellation.cancel();
                  try {
                    ended.await(CANCEL_SECONDS, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return run.run(cancellation, listener);
    } finally {
      ended.countDown();
      if (!cancellation.isCancelled()) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    }
  }

  private static void summary(PrintWriter out, ProjectRun run, RunResult result, Duration took) {
    String end =
        switch (result.outcome()) {
          case DONE -> "Done";
          case FAILED -> "Failed";
          case CANCELLED -> "Cancelled";
        };
    out.println();
    out.println(
        end + " in " + Numbers.elapsed(took) + ". The results are in " + run.root().folder());
    out.println("Look at them:  " + CommandName.text() + " show " + run.root().folder());
  }
}
