package dev.pipewright.host.command;

import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ProjectException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `pipewright new TEMPLATE DIR`
@Command(
    name = "new",
    description = "Makes a project from a template, with its data.",
    mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {

  private static final long TAXI_ROWS = 15_000;

  /// The templates there are: the sample projects.
  enum Template {
    /// The Palmer penguins.
    PENGUINS("penguins.pipewright", "data/penguins.csv", "README.md"),
    /// Synthetic taxi trips, which are generated.
    TAXI("taxi.pipewright", "README.md");

    private final List<String> files;

    Template(String... files) {
      this.files = List.of(files);
    }

    private String folder() {
      return name().toLowerCase(Locale.ROOT);
    }

    private String project() {
      return files.getFirst();
    }
  }

  @Parameters(
      index = "0",
      paramLabel = "TEMPLATE",
      description =
          "penguins (three species by their measures) or taxi (synthetic trips and tips).")
  private Template template;

  @Parameters(index = "1", paramLabel = "DIR", description = "A new or empty folder.")
  private Path folder;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  NewCommand() {}

  @Override
  public Integer call() {
    try {
      requireEmpty();
      for (String file : template.files) {
        copy(file);
      }
    } catch (IOException e) {
      throw new EnvironmentException(
          "The project cannot be written: " + e.getMessage() + ".",
          Location.of(folder),
          "Choose a folder that you may write to, on a disk with room.",
          e);
    }
    if (template == Template.TAXI) {
      SampleCommand.writeTaxiTrips(
          folder.resolve("data").resolve("synthetic_taxi_trips.csv"), TAXI_ROWS, 1);
    }
    Path project = folder.resolve(template.project());
    spec.commandLine()
        .getOut()
        .println("Made " + project + ". Next:  " + CommandName.text() + " run " + project);
    return ExitCode.DONE;
  }

  private void requireEmpty() throws IOException {
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

  private void copy(String file) throws IOException {
    String resource = "/dev/pipewright/host/templates/" + template.folder() + "/" + file;
    Path target = folder.resolve(file);
    Files.createDirectories(target.toAbsolutePath().getParent());
    try (InputStream in = NewCommand.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      Files.copy(in, target);
    }
  }
}
