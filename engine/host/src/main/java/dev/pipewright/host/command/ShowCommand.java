package dev.pipewright.host.command;

import dev.pipewright.host.show.View;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `pipewright show PATH`
@Command(
    name = "show",
    description = "Shows what a run made as tables: all of a root, or one artifact.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

  private static final Set<String> OF_FOLDERS = Set.of("saved_model.pb", "BLESSED", "NOT_BLESSED");

  @Parameters(
      paramLabel = "PATH",
      description =
          "A root, or the folder or file of statistics, a schema, anomalies, an evaluation, examples,"
              + " event files or a SavedModel; ours or TFX's.")
  private Path path;

  @Option(names = "--rows", paramLabel = "N", description = "Rows of examples (default 10).")
  private int rows = 10;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  ShowCommand() {}

  @Override
  public Integer call() throws IOException {
    Path absolute = artifact(path.toAbsolutePath().normalize());
    if (!Files.exists(path)) {
      throw new ArtifactException(
          "There is nothing here.", Location.of(path), "Check the path; a run prints its root.");
    }
    View view =
        View.of(absolute)
            .orElseThrow(
                () ->
                    new ArtifactException(
                        "This is no artifact that can be shown.",
                        Location.of(path),
                        "Name a root, or the folder of an artifact in it."));
    view.print(absolute, Math.max(0, rows), spec.commandLine().getOut());
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }

  /// The folder of a SavedModel or a blessing, when this is the file in it that makes it one.
  private static Path artifact(Path file) {
    Path folder = file.getParent();
    boolean isOfFolder = folder != null && OF_FOLDERS.contains(file.getFileName().toString());
    return isOfFolder ? Objects.requireNonNull(folder) : file;
  }
}
