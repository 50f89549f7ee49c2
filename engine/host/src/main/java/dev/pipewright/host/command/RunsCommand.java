package dev.pipewright.host.command;

import dev.pipewright.host.terminal.Numbers;
import dev.pipewright.host.terminal.TextTable;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.runner.RunHistory;
import dev.pipewright.runner.RunHistory.PastRun;
import dev.pipewright.runner.RunRoot;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `pipewright runs PROJECT`
@Command(
    name = "runs",
    description = "Lists a project's runs, the newest first.",
    mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  @Parameters(paramLabel = "PROJECT", description = "The project file (.pipewright).")
  private Path project;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "Where its artifacts are (default: NAME.runs beside the project).")
  private @Nullable Path root;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  RunsCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    RunRoot place = root == null ? RunRoot.of(project) : new RunRoot(root);
    List<PastRun> runs = RunHistory.runs(place);
    if (runs.isEmpty()) {
      out.println(
          "No run yet in "
              + place.folder()
              + ". Start one:  "
              + CommandName.text()
              + " run "
              + project);
      return ExitCode.DONE;
    }
    TextTable table = TextTable.of("run", "started", "took#", "nodes");
    for (PastRun run : runs) {
      table.row(run.run(), TIME.format(run.start()), Numbers.elapsed(run.elapsed()), states(run));
    }
    out.print(table);
    out.println();
    out.println("Look at the newest:  " + CommandName.text() + " show " + place.folder());
    return ExitCode.DONE;
  }

  private static String states(PastRun run) {
    Map<ExecutionState, Long> counts =
        run.nodes().values().stream()
            .collect(
                Collectors.groupingBy(n -> n.state(), LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(e -> e.getValue() + " " + e.getKey().name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
