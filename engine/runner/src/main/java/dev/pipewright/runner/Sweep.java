package dev.pipewright.runner;

import dev.pipewright.metadata.ContextRecord;
import dev.pipewright.metadata.ExecutionId;
import dev.pipewright.metadata.ExecutionRecord;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.metadata.MetadataStore;
import dev.pipewright.metadata.PropertyValue;
import dev.pipewright.metadata.TfxTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Clears away what a run that was killed left: executions that seem to be at work, and their
/// half-made outputs. Only for who holds the root's lock.
final class Sweep {

  /// What a cut-off execution kept is of no use to anyone after this.
  private static final Duration KEEP_WORK = Duration.ofDays(30);

  private Sweep() {}

  static void run(RunRoot root, MetadataStore store) throws IOException {
    List<ContextRecord> pipelines = store.contextsOfType(TfxTypes.PIPELINE.name());
    if (pipelines.isEmpty()) {
      keepClearOf(root, store);
    }
    for (ContextRecord pipeline : pipelines) {
      for (ExecutionRecord dead :
          store.executionsIn(
              pipeline.id(), EnumSet.of(ExecutionState.NEW, ExecutionState.RUNNING))) {
        clear(root, dead.id().value());
        store.finish(
            dead.id(),
            ExecutionState.FAILED,
            Map.of(
                PropertyMapping.OWN + "error",
                PropertyValue.of("The process ended before the node was done.")),
            List.of(),
            new LinkedHashMap<>());
      }
    }
    Folders.delete(root.staging());
    Instant old = Instant.now().minus(KEEP_WORK);
    for (Path work : Folders.list(root.work())) {
      if (Files.getLastModifiedTime(work).toInstant().isBefore(old)) {
        Folders.delete(work);
      }
    }
  }

  /// The metadata store is new, yet outputs of executions may lie here, if somebody deleted an
  /// older one: no new execution takes the place of theirs.
  private static void keepClearOf(RunRoot root, MetadataStore store) throws IOException {
    long highest = 0;
    for (Path node : Folders.list(root.folder())) {
      for (Path port : node.equals(root.own()) ? List.<Path>of() : Folders.list(node)) {
        for (Path execution : Folders.list(port)) {
          String name = execution.getFileName().toString();
          if (name.matches("[0-9]{1,18}")) {
            highest = Math.max(highest, Long.parseLong(name));
          }
        }
      }
    }
    if (highest > 0) {
      store.startExecutionsAfter(new ExecutionId(highest));
    }
  }

  /// Outputs that were put in place, but never recorded.
  private static void clear(RunRoot root, long execution) throws IOException {
    for (Path node : Folders.list(root.folder())) {
      if (!node.equals(root.own())) {
        for (Path port : Folders.list(node)) {
          Folders.delete(port.resolve(Long.toString(execution)));
        }
      }
    }
  }
}
