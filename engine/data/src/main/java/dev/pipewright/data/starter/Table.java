package dev.pipewright.data.starter;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What is in a CSV file, as far as it was read: `MOST_ROWS` rows or about `MOST_BYTES` bytes.
///
/// @param file the file, absolute
/// @param rows how many rows were read
/// @param isWhole whether these are all
/// @param badRows rows that cannot be used and were left out: few, or there would be no table
/// @param firstBad the first of them: where it is and what is wrong; empty when there are none
/// @param columns the columns, in order
public record Table(
    Path file,
    long rows,
    boolean isWhole,
    long badRows,
    String firstBad,
    List<ColumnSummary> columns) {

  /// After so many rows the rest of a file is not looked at.
  public static final long MOST_ROWS = 100_000;

  /// After about so many bytes the rest of a file is not looked at.
  public static final long MOST_BYTES = 32 << 20;

  private static final String SIGNS = "[*?\\[\\]{}\\\\\\p{Cntrl}]";

  /// What columns to predict are called.
  private static final Set<String> LABELS =
      Set.of(
          "label",
          "target",
          "class",
          "y",
          "species",
          "tips",
          "outcome",
          "survived",
          "churn",
          "diagnosis",
          "quality",
          "price",
          "response",
          "result",
          "is_fraud",
          "fraud",
          "income");

  /// Keeps a copy.
  public Table {
    columns = List.copyOf(columns);
  }

  /// Looks into a CSV file.
  ///
  /// @throws dev.pipewright.pipeline.DataException when it cannot be read, is no CSV file in UTF-8
  ///   with a header and rows, or has one column
  public static Table read(Path file) {
    return TableReader.read(file.toAbsolutePath().normalize());
  }

  /// What to call a project for it: the file's name without its ending, and without signs that mean
  /// something in patterns, which TensorFlow takes paths for when it restores a model.
  public String name() {
    String name = file.getFileName().toString().replaceFirst("(?i)\\.(gz|zst)$", "");
    int dot = name.lastIndexOf('.');
    String plain = (dot > 0 ? name.substring(0, dot) : name).replaceAll(SIGNS, "_").strip();
    return plain.isEmpty() ? "table" : plain;
  }

  /// The column of this name.
  public Optional<ColumnSummary> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /// The column that is probably meant to be predicted: one with a name such as `label` or
  /// `target`, else the last of those that can be.
  public Optional<ColumnSummary> suggestedLabel() {
    List<ColumnSummary> possible =
        columns.stream().filter(column -> column.goal().isPresent()).toList();
    return possible.stream()
        .filter(column -> LABELS.contains(plain(column.name())))
        .findFirst()
        .or(() -> possible.reversed().stream().findFirst());
  }

  private static String plain(String name) {
    return name.replace("\"", "").strip().toLowerCase(Locale.ROOT);
  }
}
