package dev.pipewright.data.csv;

import dev.pipewright.data.compression.TextFile;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// CSV files with the same header, read as one table; each may be compressed by gzip or Zstandard.
///
/// @param files the files, in the order of their rows; at least one
/// @param columnNames the names in their headers
/// @param filesWithByteOrderMark those that start with a UTF-8 byte order mark, which is not taken
///   for part of the first name (TFX would)
/// @param sizeBytes the size of all files
public record CsvSource(
    List<Path> files, List<String> columnNames, List<Path> filesWithByteOrderMark, long sizeBytes) {

  public CsvSource {
    files = List.copyOf(files);
    columnNames = List.copyOf(columnNames);
    filesWithByteOrderMark = List.copyOf(filesWithByteOrderMark);
  }

  /// Reads the headers of these files.
  ///
  /// @throws DataException when a file cannot be read, has no proper header, or another header than
  ///   the first
  public static CsvSource open(List<Path> files) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no files");
    }
    List<Path> marked = new ArrayList<>();
    List<String> names = List.of();
    long size = 0;
    for (Path file : files) {
      CsvHeader header = header(file);
      if (names.isEmpty()) {
        names = header.names();
      }
      if (!header.names().equals(names)) {
        throw new DataException(
            "The header differs from that of " + files.getFirst().getFileName() + ".",
            Location.of(file, 1),
            "Use the same columns in all files, or choose the files by the pattern in input_config.");
      }
      if (header.hasByteOrderMark()) {
        marked.add(file);
      }
      size += sizeOf(file);
    }
    return new CsvSource(files, names, marked, size);
  }

  /// The rows of all files, in blocks; to be closed.
  public CsvBlocks blocks(BadRows badRows) {
    return new CsvBlocks(this, badRows);
  }

  private static CsvHeader header(Path file) {
    try (InputStream in = TextFile.open(file)) {
      return CsvHeader.read(file, in);
    } catch (IOException e) {
      throw TextFile.unreadable(file, e);
    }
  }

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw TextFile.unreadable(file, e);
    }
  }
}
