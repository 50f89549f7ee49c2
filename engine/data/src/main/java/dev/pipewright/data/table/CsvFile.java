package dev.pipewright.data.table;

import dev.pipewright.data.table.StoredColumn.Kind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/// Writes rows of a table as CSV (RFC 4180, UTF-8, with a line of names): a missing value as an
/// empty cell, several values in brackets, bytes that are no text as they are shown.
public final class CsvFile {

  private final ExamplesTable table;
  private final List<String> features;

  /// A file with these features, in this order.
  public CsvFile(ExamplesTable table, List<String> features) {
    this.table = table;
    this.features = List.copyOf(features);
  }

  /// Writes rows; the file appears whole or not at all.
  ///
  /// @param progress told how many rows were written
  /// @throws InterruptedException when the thread is interrupted; nothing is left of the file then
  public void write(Path file, Rows rows, RowFinder.Progress progress)
      throws IOException, InterruptedException {
    Path target = file.toAbsolutePath();
    Path temporary = Files.createTempFile(target.getParent(), ".writing-", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 18)) {
        write(out, rows, progress);
        out.flush();
        channel.force(true);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private void write(OutputStream out, Rows rows, RowFinder.Progress progress)
      throws IOException, InterruptedException {
    line(out, features.stream().map(CsvFile::quoted).collect(Collectors.joining(",")));
    for (int i = 0; i < rows.size(); i++) {
      if ((i & 0x3ff) == 0) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        progress.at(i);
      }
      int row = rows.row(i);
      line(
          out,
          features.stream().map(f -> field(table.cell(row, f))).collect(Collectors.joining(",")));
    }
    progress.at(rows.size());
  }

  private static void line(OutputStream out, String text) throws IOException {
    out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String field(Cell cell) {
    if (!cell.hasValue() && !cell.isEmptyList()) {
      return "";
    }
    String text = cell.text();
    boolean isEmptyText =
        text.isEmpty() && cell.column() != null && cell.column().kind() == Kind.BYTES;
    return isEmptyText && cell.count() == 1 ? "\"\"" : quoted(text);
  }

  private static String quoted(String text) {
    boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
