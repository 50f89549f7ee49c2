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

/// A root: what the newest run's nodes made and where it lies, then its evaluation.
final class RootView implements View {

  private static final String EVALUATION = "ModelEvaluation";
  private static final String BLESSING = "ModelBlessing";

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
            table.row(first[0], first[1], first[2], output.getKey(), place(path, artifact));
            first = new Object[] {"", "", ""};
            if (artifact.type().equals(EVALUATION) || artifact.type().equals(BLESSING)) {
              results.add(Path.of(artifact.uri()));
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

  private static String place(Path root, ArtifactRecord artifact) {
    Path uri = Path.of(artifact.uri());
    return (uri.startsWith(root) ? root.relativize(uri) : uri).toString();
  }
}
