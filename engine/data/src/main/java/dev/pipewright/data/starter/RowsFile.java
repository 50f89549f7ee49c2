package dev.pipewright.data.starter;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A file of rows in a format other than CSV, and the ExampleGen that reads it.
///
/// @param file the file
/// @param component the ExampleGen's name
public record RowsFile(Path file, String component) {

  private static final Map<String, String> COMPONENTS =
      Map.of(
          "parquet", "ParquetExampleGen",
          "avro", "AvroExampleGen",
          "jsonl", "JsonExampleGen",
          "ndjson", "JsonExampleGen");

  /// What the file's name tells; empty for other files.
  public static Optional<RowsFile> of(Path file) {
    List<String> parts = parts(file);
    String component =
        parts.size() < 2 || parts.getFirst().isEmpty()
            ? null
            : COMPONENTS.get(parts.getLast().toLowerCase(Locale.ROOT));
    return Optional.ofNullable(component).map(c -> new RowsFile(file, c));
  }

  /// The name's parts between dots, without that of a compression.
  private static List<String> parts(Path file) {
    return List.of(
        String.valueOf(file.getFileName()).replaceFirst("(?i)\\.(gz|zst)$", "").split("\\."));
  }

  /// What to call a project of it.
  public String name() {
    return new Table(file, 0, false, 0, "", List.of()).name();
  }
}
