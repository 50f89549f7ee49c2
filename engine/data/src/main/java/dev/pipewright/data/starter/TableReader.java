package dev.pipewright.data.starter;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.csv.BadRows;
import dev.pipewright.data.csv.BadRows.Policy;
import dev.pipewright.data.csv.ColumnTypes;
import dev.pipewright.data.csv.CsvBlock;
import dev.pipewright.data.csv.CsvBlocks;
import dev.pipewright.data.csv.CsvSource;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads tables.
final class TableReader {

  /// Rows that cannot be used may be a slip; more than one in so many are not.
  private static final int BAD_ROWS_OF = 20;

  private static final Pattern MEASURE = Pattern.compile("[+-]?\\d*\\.\\d+([eE][+-]?\\d+)?|-\\d+");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

  private TableReader() {}

  static Table read(Path file) {
    requireFile(file);
    CsvSource source = CsvSource.open(List.of(file));
    requireColumns(file, source.columnNames());
    BadRows badRows = new BadRows(Policy.SKIP);
    List<CsvBlock> blocks = new ArrayList<>();
    boolean isWhole = readBlocks(source, badRows, blocks);
    long rows = blocks.stream().mapToLong(CsvBlock::rowCount).sum();
    requireRows(file, rows, badRows);
    return new Table(
        file,
        rows,
        isWhole,
        badRows.count(),
        badRows.messages().stream().findFirst().orElse(""),
        columns(source.columnNames(), blocks, rows));
  }

  /// Whether all rows were read.
  private static boolean readBlocks(CsvSource source, BadRows badRows, List<CsvBlock> into) {
    long rows = 0;
    try (CsvBlocks blocks = source.blocks(badRows)) {
      while (blocks.hasNext()) {
        if (rows >= Table.MOST_ROWS || blocks.bytesRead() >= Table.MOST_BYTES) {
          return false;
        }
        CsvBlock block = blocks.next();
        rows += block.rowCount();
        into.add(block);
      }
    }
    return true;
  }

  private static List<ColumnSummary> columns(List<String> names, List<CsvBlock> blocks, long rows) {
    ColumnTypes types =
        blocks.stream()
            .map(block -> block.types(names))
            .reduce(ColumnTypes.unknown(names), ColumnTypes::or);
    List<ColumnTally> tallies = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      tallies.add(new ColumnTally(names.get(i), types.types().get(i)));
    }
    for (CsvBlock block : blocks) {
      ExampleBatch batch =
          block.toBatch(types).orElseThrow(() -> new IllegalStateException("a cell fits no type"));
      for (int i = 0; i < names.size(); i++) {
        Column column = batch.column(names.get(i));
        if (column != null) {
          tallies.get(i).add(column);
        }
      }
    }
    return tallies.stream().map(tally -> tally.summary(rows)).toList();
  }

  private static void requireFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new DataException("This is a folder.", Location.of(file), "Choose a CSV file in it.");
    }
    if (file.getFileName().toString().startsWith(".")) {
      throw new DataException(
          "The file's name begins with a dot: CsvExampleGen does not see hidden files.",
          Location.of(file),
          "Rename it.");
    }
  }

  private static void requireColumns(Path file, List<String> names) {
    if (names.size() == 1) {
      throw oneColumn(file, names.getFirst());
    }
    boolean isValues =
        names.stream().allMatch(name -> NUMBER.matcher(name.strip()).matches())
            || names.stream().anyMatch(name -> MEASURE.matcher(name.strip()).matches());
    if (isValues) {
      throw new DataException(
          "The first line holds values, not the names of the columns.",
          Location.of(file, 1),
          "Put a line with the names of the columns before it.");
    }
  }

  private static DataException oneColumn(Path file, String name) {
    for (String[] sign : new String[][] {{";", "semicolons"}, {"\t", "tabs"}, {"|", "bars"}}) {
      if (name.contains(sign[0])) {
        return new DataException(
            "The columns are divided by " + sign[1] + ".",
            Location.of(file, 1),
            "Save the file with commas between the columns.");
      }
    }
    return new DataException(
        "There is one column only: nothing to predict it from.",
        Location.of(file, 1),
        "Use a CSV file with several columns, divided by commas.");
  }

  private static void requireRows(Path file, long rows, BadRows badRows) {
    if (rows == 0 && badRows.count() == 0) {
      throw new DataException(
          "There is a header, but no rows.",
          Location.of(file, 1),
          "Check that this is the right file.");
    }
    if (badRows.count() * BAD_ROWS_OF > rows) {
      throw tooManyBad(file, rows, badRows.count());
    }
  }

  /// Reads once more for the first row that cannot be used, with its line and what to do.
  private static DataException tooManyBad(Path file, long rows, long bad) {
    List<CsvBlock> blocks = new ArrayList<>();
    try {
      readBlocks(CsvSource.open(List.of(file)), new BadRows(Policy.FAIL), blocks);
    } catch (DataException first) {
      return new DataException(
          "%,d of the %,d rows cannot be used. The first: %s"
              .formatted(bad, rows + bad, first.what()),
          first.where(),
          first.fix().replace(" Or set bad_rows to skip, to leave out such rows.", ""),
          first);
    }
    throw new IllegalStateException("no row is bad any more");
  }
}
