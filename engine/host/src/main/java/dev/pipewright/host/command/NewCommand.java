package dev.pipewright.host.command;

import dev.pipewright.data.starter.ColumnSummary;
import dev.pipewright.data.starter.Draft;
import dev.pipewright.data.starter.Table;
import dev.pipewright.data.starter.Template;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.pipeline.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `pipewright new TEMPLATE DIR` and `pipewright new --csv FILE [--label NAME] DIR`
@Command(
    name = "new",
    description =
        "Makes a project: from a template, with its data, or for the table in a CSV file.",
    customSynopsis = {
      "pipewright new TEMPLATE DIR",
      "       pipewright new --csv FILE [--label NAME] DIR"
    },
    mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..2",
      paramLabel = "[TEMPLATE] DIR",
      description = {
        "TEMPLATE: penguins (three species by their measures), taxi (synthetic trips and tips) or"
            + " regression (synthetic house prices).",
        "DIR: a new or empty folder."
      })
  private List<String> words;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "The table to make a pipeline for; it stays where it is.")
  private @Nullable Path csv;

  @Option(
      names = "--label",
      paramLabel = "NAME",
      description =
          "The column to predict (default: the one that is probably meant). An empty name makes a"
              + " pipeline that looks at the data and trains nothing.")
  private @Nullable String label;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  NewCommand() {}

  @Override
  public Integer call() {
    Path folder = Path.of(words.getLast());
    Path table = csv;
    if (words.size() != (table == null ? 2 : 1) || (table == null && label != null)) {
      throw new ParameterException(
          spec.commandLine(), "Name either a TEMPLATE and DIR, or --csv FILE and DIR.");
    }
    try {
      Path project = table == null ? copy(template(), folder) : draft(Table.read(table), folder);
      spec.commandLine()
          .getOut()
          .println("Made " + project + ". Next:  " + CommandName.text() + " run " + project);
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new EnvironmentException(
          "The project cannot be written: " + e.getMessage() + ".",
          Location.of(folder),
          "Choose a folder that you may write to, on a disk with room.",
          e);
    }
  }

  private Template template() {
    String name = words.getFirst();
    return Arrays.stream(Template.values())
        .filter(each -> each.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "There is no template "
                        + name
                        + ". There are: "
                        + Arrays.stream(Template.values())
                            .map(Template::id)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static Path copy(Template template, Path folder) throws IOException {
    requireEmpty(folder);
    return template.copyTo(folder);
  }

  /// Writes the project for a table.
  private Path draft(Table table, Path folder) throws IOException {
    String name = table.name();
    String wanted =
        label != null ? label : table.suggestedLabel().map(ColumnSummary::name).orElse("");
    Draft draft =
        wanted.isEmpty()
            ? Draft.look(table, name, folder)
            : Draft.predict(table, name, folder, wanted);
    requireEmpty(folder);
    Files.createDirectories(folder);
    Path project = folder.resolve(name + ProjectFile.EXTENSION);
    WholeFile.write(project, ProjectFile.format(draft.pipeline()));
    if (!wanted.isEmpty()) {
      spec.commandLine().getOut().println("It predicts " + wanted + ".");
    }
    draft.notes().forEach(spec.commandLine().getOut()::println);
    return project;
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new ProjectException(
          "This is a file.", Location.of(folder), "Name a new or empty folder.");
    }
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.findAny().isPresent()) {
        throw new ProjectException(
            "The folder is not empty.", Location.of(folder), "Name a new or empty folder.");
      }
    }
  }
}
