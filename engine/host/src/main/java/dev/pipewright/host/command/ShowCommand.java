package dev.pipewright.host.command;

import dev.pipewright.host.show.View;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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

  private static final String EVALUATION = "eval_config.json";
  private static final int LEVELS = 3;
  private static final Set<String> OF_FOLDERS =
      Set.of("saved_model.pb", "BLESSED", "NOT_BLESSED", "metadata.db", EVALUATION);

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
    Optional<View> view = View.of(absolute);
    if (view.isEmpty()) {
      throw new ArtifactException(
          "This is no artifact that can be shown.", Location.of(path), artifactBelow(absolute));
    }
    view.get().print(absolute, Math.max(0, rows), spec.commandLine().getOut());
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }

  /// The folder of a SavedModel, a blessing, a root or an evaluation, when this is a file in it
  /// that is nothing by itself.
  private static Path artifact(Path file) {
    Path folder = file.getParent();
    if (folder == null || Files.isDirectory(file)) {
      return file;
    }
    boolean isOfFolder =
        OF_FOLDERS.contains(file.getFileName().toString())
            || Files.exists(folder.resolve(EVALUATION));
    return isOfFolder ? folder : file;
  }

  /// Names an artifact below a folder that is none, as the folder of a node.
  private static String artifactBelow(Path folder) throws IOException {
    List<Path> below = List.of();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> paths = Files.walk(folder, LEVELS)) {
        below = paths.filter(p -> Files.isDirectory(p) && !p.equals(folder)).sorted().toList();
      }
    }
    for (Path candidate : below) {
      if (View.of(candidate).isPresent()) {
        return "Name a folder in it, as " + folder.relativize(candidate) + ".";
      }
    }
    return "Name a root, or the folder of an artifact in it.";
  }
}
