package dev.pipewright.data.examplegen;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.FeatureBuilder;
import dev.pipewright.data.PayloadFormat;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Executor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.zip.CRC32;

/// Does the work of the ExampleGens that make an example of each file, whose label is the name of
/// the folder it is in. Files come in the order of their names' checksums, so that classes are
/// mixed, the same for the same files.
///
/// @param features what is in a file
record ClassFolders(Features features) implements Executor {

  /// A batch has so many files at most.
  private static final int BATCH_FILES = 256;

  /// And about so many bytes.
  private static final long BATCH_BYTES = 1 << 23;

  private static final long MAX_FILE_BYTES = 1 << 27;

  /// Makes the features of a file, apart from its label.
  interface Features {
    /// Adds one value to each feature.
    void add(Path file, byte[] content, SequencedMap<String, FeatureBuilder> target);
  }

  @Override
  public void execute(Execution execution) throws IOException, InterruptedException {
    FileConversion.run(
        execution,
        PayloadFormat.FORMAT_TF_EXAMPLE,
        (files, shares) -> {
          write(execution, files, shares);
          return 0;
        });
  }

  private void write(Execution execution, List<Path> files, Shares shares)
      throws IOException, InterruptedException {
    List<Path> mixed =
        files.stream()
            .sorted(
                Comparator.comparingLong(ClassFolders::checksum)
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    try (FileRows rows = new FileRows(execution, shares, Set.of())) {
      List<Path> batch = new ArrayList<>();
      long bytes = 0;
      for (int i = 0; i < mixed.size(); i++) {
        batch.add(mixed.get(i));
        bytes += size(mixed.get(i));
        if (batch.size() == BATCH_FILES || bytes >= BATCH_BYTES || i == mixed.size() - 1) {
          List<Path> full = List.copyOf(batch);
          rows.add(full.getFirst(), () -> read(full), (double) i / mixed.size());
          batch.clear();
          bytes = 0;
        }
      }
      rows.finish(files);
    }
  }

  private static long checksum(Path file) {
    CRC32 crc = new CRC32();
    crc.update((label(file) + "/" + file.getFileName()).getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }

  private static String label(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? "" : String.valueOf(folder.getFileName());
  }

  private static long size(Path file) {
    try {
      long size = Files.size(file);
      if (size > MAX_FILE_BYTES) {
        throw new DataException(
            "The file is larger than 128 MB.",
            Location.of(file),
            "Make it smaller, or choose the other files by the pattern in input_config.");
      }
      return size;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static DataException unreadable(Path file, IOException e) {
    return new DataException(
        "The file cannot be read: " + e.getClass().getSimpleName() + " " + e.getMessage() + ".",
        Location.of(file),
        "Check that it is there and that you may read it.",
        e);
  }

  private ExampleBatch read(List<Path> files) {
    SequencedMap<String, FeatureBuilder> builders = new LinkedHashMap<>();
    for (Path file : files) {
      try {
        features.add(file, Files.readAllBytes(file), builders);
      } catch (IOException e) {
        throw unreadable(file, e);
      }
      add(builders, "label", label(file).getBytes(StandardCharsets.UTF_8));
      builders.values().forEach(FeatureBuilder::endRow);
    }
    SequencedMap<String, Column> columns = new LinkedHashMap<>();
    builders.forEach((name, builder) -> columns.put(name, builder.finish()));
    return new ExampleBatch(files.size(), columns);
  }

  /// Adds a value of bytes to a feature.
  static void add(SequencedMap<String, FeatureBuilder> target, String feature, byte[] value) {
    target
        .computeIfAbsent(feature, name -> new FeatureBuilder(FeatureBuilder.Kind.BYTES))
        .add(value, 0, value.length);
  }
}
