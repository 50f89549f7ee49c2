package dev.pipewright.nodes.examplegen;

import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.PayloadFormat;
import dev.pipewright.data.RecordBlocks;
import dev.pipewright.data.tfrecord.TfRecordReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// How large examples are.
///
/// @param columns how many features the first rows have; 0 for records that are no examples
/// @param splits the size of each split, train first
/// @param unit what the sizes count
public record ExampleCounts(int columns, SequencedMap<String, Long> splits, Unit unit) {

  /// What sizes count.
  public enum Unit {
    /// Rows, all of them counted.
    ROWS,
    /// Bytes of the files, where counting rows would mean reading for long.
    BYTES
  }

  /// Reading this much of compressed examples takes a second or two.
  private static final long COUNTABLE_BYTES = 256L << 20;

  private static final int CHECK_EVERY = 1 << 14;

  /// The sizes of the examples in a folder.
  ///
  /// @param countableBytes how large files may be for their rows to be counted
  static ExampleCounts read(Path folder, long countableBytes)
      throws IOException, InterruptedException {
    ExamplesArtifact examples = ExamplesArtifact.guess(folder);
    List<String> names = new ArrayList<>(examples.splitNames());
    // TFX's own order: train before eval.
    names.sort(Comparator.comparing((String name) -> !name.equals("train")));
    SequencedMap<String, Long> bytes = new LinkedHashMap<>();
    for (String name : names) {
      bytes.put(name, bytes(examples.files(name)));
    }
    int columns = columns(examples, names.getFirst());
    if (total(bytes) > countableBytes) {
      return new ExampleCounts(columns, bytes, Unit.BYTES);
    }
    SequencedMap<String, Long> rows = new LinkedHashMap<>();
    for (String name : names) {
      rows.put(name, rows(examples.files(name)));
    }
    return new ExampleCounts(columns, rows, Unit.ROWS);
  }

  /// The sizes of the examples in a folder; rows, unless counting them would take long.
  public static ExampleCounts read(Path folder) throws IOException, InterruptedException {
    return read(folder, COUNTABLE_BYTES);
  }

  /// The size of all splits together.
  long total() {
    return total(splits);
  }

  private static long total(SequencedMap<String, Long> sizes) {
    return sizes.values().stream().mapToLong(Long::longValue).sum();
  }

  private static int columns(ExamplesArtifact examples, String split) {
    if (examples.payloadFormat() == PayloadFormat.FORMAT_PROTO) {
      return 0;
    }
    try (RecordBlocks blocks = examples.blocks(split)) {
      return blocks.hasNext() ? blocks.next().featureNames().size() : 0;
    }
  }

  private static long bytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private static long rows(List<Path> files) throws InterruptedException {
    long rows = 0;
    for (Path file : files) {
      try (TfRecordReader reader = TfRecordReader.open(file)) {
        while (reader.next()) {
          rows++;
          if (rows % CHECK_EVERY == 0 && Thread.interrupted()) {
            throw new InterruptedException();
          }
        }
      }
    }
    return rows;
  }
}
