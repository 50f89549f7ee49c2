package dev.pipewright.host.show;

import dev.pipewright.host.terminal.Numbers;
import dev.pipewright.host.terminal.TextTable;
import dev.pipewright.metadata.ArtifactRecord;
import dev.pipewright.metadata.MetadataReader;
import dev.pipewright.runner.RunHistory;
import dev.pipewright.runner.RunHistory.PastNode;
import dev.pipewright.runner.RunHistory.PastRun;
import dev.pipewright.runner.RunRoot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A root: what the newest run's nodes made and where it lies, then its evaluation.
final class RootView implements View {

  private static final String EVALUATION = "ModelEvaluation";
  private static final String BLESSING = "ModelBlessing";

  /// Of an artifact's folder below the root: node, output and execution.
  private static final int LEVELS = 3;

  @Override
  public boolean fits(Path path) {
    return Files.exists(new RunRoot(path).metadata());
  }

  @Override
  public void print(Path path, int limit, PrintWriter out) throws IOException {
    RunRoot root = new RunRoot(path);
    List<PastRun> runs = RunHistory.runs(root);
    if (runs.isEmpty()) {
      out.println("No run yet in " + path);
      return;
    }
    PastRun newest = runs.getFirst();
    out.println(
        "Run "
            + newest.run()
            + " of "
            + newest.pipeline()
            + ", "
            + Numbers.elapsed(newest.elapsed()));
    TextTable table = TextTable.of("node", "state", "took#", "output", "where");
    List<Path> results = new ArrayList<>();
    try (MetadataReader store = MetadataReader.open(root.metadata())) {
      for (var entry : newest.nodes().entrySet()) {
        PastNode node = entry.getValue();
        String state = node.state().name().toLowerCase(Locale.ROOT);
        Object[] first = {entry.getKey(), state, Numbers.elapsed(node.elapsed())};
        var outputs = store.outputs(node.execution());
        if (outputs.isEmpty()) {
          table.row(first);
        }
        for (var output : outputs.entrySet()) {
          for (ArtifactRecord artifact : output.getValue()) {
            Path place = place(path, Path.of(artifact.uri()));
            String shown = (place.startsWith(path) ? path.relativize(place) : place).toString();
            table.row(first[0], first[1], first[2], output.getKey(), shown);
            first = new Object[] {"", "", ""};
            if (artifact.type().equals(EVALUATION) || artifact.type().equals(BLESSING)) {
              results.add(place);
            }
          }
        }
      }
    }
    out.print(table);
    for (Path result : results) {
      var view = Files.exists(result) ? View.of(result) : Optional.<View>empty();
      if (view.isPresent()) {
        out.println();
        view.get().print(result, limit, out);
      }
    }
  }

  /// Where an artifact is now: a root may have been moved, or come from another machine. TFX keeps
  /// the folders of the nodes in one of their own, `pipeline_root`.
  private static Path place(Path root, Path uri) {
    if (Files.exists(uri) || uri.getNameCount() < LEVELS) {
      return uri;
    }
    Path tail = uri.subpath(uri.getNameCount() - LEVELS, uri.getNameCount());
    return Stream.of(root, root.resolve("pipeline_root"))
        .map(folder -> folder.resolve(tail.toString()))
        .filter(Files::exists)
        .findFirst()
        .orElse(uri);
  }
}
