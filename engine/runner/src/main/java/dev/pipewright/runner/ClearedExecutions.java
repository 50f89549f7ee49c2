package dev.pipewright.runner;

import dev.pipewright.metadata.ContextRecord;
import dev.pipewright.metadata.ExecutionId;
import dev.pipewright.metadata.ExecutionRecord;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.metadata.MetadataReader;
import dev.pipewright.metadata.TfxTypes;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The executions whose outputs the cache must not give again: a person cleared it. What they made
/// stays where it is, for those who look at earlier runs.
///
/// @param ids their ids in ML Metadata
record ClearedExecutions(Set<Long> ids) {

  ClearedExecutions {
    ids = Set.copyOf(ids);
  }

  boolean contains(ExecutionId id) {
    return ids.contains(id.value());
  }

  /// Those of a root; a line that is no number is passed over.
  static ClearedExecutions read(RunRoot root) throws IOException {
    Path file = file(root);
    return new ClearedExecutions(
        Files.exists(file)
            ? Files.readAllLines(file).stream()
                .filter(line -> line.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toSet())
            : Set.of());
  }

  private static Path file(RunRoot root) {
    return root.own().resolve("cleared");
  }

  /// Clears the cache of a node: all that it made or took, whichever node made it.
  ///
  /// @return how many executions are cleared that were not
  static int clear(RunRoot root, MetadataReader store, String pipeline, NodeId node)
      throws IOException {
    ClearedExecutions before = read(root);
    Set<Long> ids = new TreeSet<>(before.ids());
    ContextRecord context =
        store.context(TfxTypes.NODE.name(), TfxTypes.nodeName(pipeline, node.value())).orElse(null);
    if (context == null) {
      return 0;
    }
    Set<ExecutionState> states = EnumSet.of(ExecutionState.COMPLETE, ExecutionState.CACHED);
    for (ExecutionRecord execution : store.executionsIn(context.id(), states)) {
      store.contextsOf(execution.id()).stream()
          .filter(c -> c.type().equals(TfxTypes.EXECUTION_CACHE.name()))
          .flatMap(c -> store.executionsIn(c.id(), EnumSet.of(ExecutionState.COMPLETE)).stream())
          .forEach(same -> ids.add(same.id().value()));
    }
    String text = ids.stream().map(id -> id + "\n").collect(Collectors.joining());
    Files.createDirectories(root.own());
    WholeFile.write(file(root), text.getBytes(StandardCharsets.UTF_8));
    return ids.size() - before.ids().size();
  }
}
