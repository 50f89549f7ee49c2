package dev.pipewright.data.examplegen;

import dev.pipewright.data.OrderedTasks;
import dev.pipewright.data.PayloadFormat;
import dev.pipewright.data.json.JsonBlock;
import dev.pipewright.data.json.JsonBlocks;
import dev.pipewright.data.json.JsonTypes;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Executor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Does the work of `JsonExampleGen`: reads all lines for the features' types, and again for their
/// values.
final class JsonExampleGenExecutor implements Executor {

  @Override
  public void execute(Execution execution) throws IOException, InterruptedException {
    FileConversion.run(
        execution,
        PayloadFormat.FORMAT_TF_EXAMPLE,
        (files, shares) -> {
          write(execution, files, shares, infer(execution, files));
          return 0;
        });
  }

  private static JsonTypes infer(Execution execution, List<Path> files)
      throws IOException, InterruptedException {
    List<JsonTypes> seen = new ArrayList<>(List.of(JsonTypes.NONE));
    try (JsonBlocks blocks = new JsonBlocks(files);
        OrderedTasks<JsonTypes> tasks =
            new OrderedTasks<>(
                execution.pool(),
                execution.parallelism(),
                types -> seen.set(0, seen.getFirst().or(types)))) {
      for (Optional<JsonBlock> next = blocks.next(); next.isPresent(); next = blocks.next()) {
        execution.checkCancelled();
        tasks.add(next.get()::types);
        execution.progress().report(blocks.progress() / 2, "looking at the types");
      }
      tasks.finish();
    }
    return seen.getFirst();
  }

  private static void write(Execution execution, List<Path> files, Shares shares, JsonTypes types)
      throws IOException, InterruptedException {
    try (JsonBlocks blocks = new JsonBlocks(files);
        FileRows rows = new FileRows(execution, shares, types.untyped())) {
      for (Optional<JsonBlock> next = blocks.next(); next.isPresent(); next = blocks.next()) {
        JsonBlock block = next.get();
        rows.add(block.file(), () -> block.toBatch(types), 0.5 + blocks.progress() / 2);
      }
      rows.finish(files);
    }
  }
}
