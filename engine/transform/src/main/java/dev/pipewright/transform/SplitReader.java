package dev.pipewright.transform;

import dev.pipewright.data.Accumulator;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.Fold;
import dev.pipewright.data.RecordBlock;
import dev.pipewright.data.RecordBlocks;
import dev.pipewright.pipeline.component.Execution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads splits one after the other.
///
/// @param execution whose pool decodes
/// @param examples what is read
/// @param splits the splits, in order
record SplitReader(Execution execution, ExamplesArtifact examples, List<String> splits) {

  /// Folds these features of all rows.
  <A, R> R fold(Set<String> features, Accumulator<ExampleBatch, A, R> accumulator)
      throws InterruptedException {
    try (RecordBlocks blocks = blocks()) {
      return Fold.over(
          blocks,
          accumulator.after((RecordBlock block) -> block.decode(features)),
          execution.pool(),
          execution.parallelism());
    }
  }

  /// The records; the caller closes them.
  RecordBlocks blocks() {
    List<Path> files = new ArrayList<>();
    splits.forEach(split -> files.addAll(examples.files(split)));
    return RecordBlocks.of(files, examples.payloadFormat());
  }
}
