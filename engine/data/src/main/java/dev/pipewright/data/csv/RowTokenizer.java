package dev.pipewright.data.csv;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts a row into cells, as Python's `csv.reader` does for the lines that TFX's CsvExampleGen
/// groups until their quotes are even: commas, double quotes doubled inside quotes, quoted line
/// ends, text after a closing quote is part of the cell, a quote inside an unquoted cell is itself.
final class RowTokenizer {

  /// What became of an attempt to read a row.
  enum Outcome {
    /// The row can be kept.
    ROW,
    /// The line is blank.
    BLANK,
    /// The data ends before the row does.
    INCOMPLETE,
    /// `problem` says what is wrong.
    BAD,
  }

  private final int columns;

  /// Whether the file ends where the data does.
  boolean isAtEnd;

  private byte[] data = {};
  private int limit;
  private int[] cells = {};
  private int used;
  private int rowStart;
  private int rowCells;
  private int quotes;
  private int escaped;
  private int at;

  /// Where the next row starts.
  int next;

  /// How many lines end in the row that was read.
  int lines;

  /// The first thing wrong with the row.
  @Nullable String problem;

  /// What to do about it.
  String fix = "";

  /// A tokenizer for rows of this many cells.
  RowTokenizer(int columns) {
    this.columns = columns;
  }

  /// Begins a block: rows are read from the bytes of `newData` before `newLimit`; there is room for
  /// one more.
  void start(byte[] newData, int newLimit) {
    data = newData;
    limit = newLimit;
    cells = new int[Math.max(2 * columns, used + (used >> 3))];
    used = 0;
  }

  /// The rows read since the start.
  CsvBlock block() {
    return new CsvBlock(data, cells, rowCount(), columns);
  }

  /// Adds the row that was read to the block. From then on its bytes are no longer those of the
  /// file: doubled quotes are gone.
  void keep() {
    if (escaped > 0) {
      unescape();
    }
    used += 2 * columns;
  }

  /// Leaves out the row that was read, because it is not text.
  Outcome reject() {
    wrong(
        "The row is not UTF-8; it may be Latin-1 (Windows-1252).",
        "Save the file as text in UTF-8.");
    return Outcome.BAD;
  }

  int rowCount() {
    return used / (2 * columns);
  }

  /// Reads the row at `start`.
  Outcome read(int start) {
    // Ends every scan; at the end of a file, the last row too.
    data[limit] = '\n';
    at = start;
    rowStart = start;
    rowCells = 0;
    quotes = 0;
    escaped = 0;
    lines = 0;
    problem = null;
    boolean isComplete = true;
    do {
      isComplete = data[at] == '"' ? quotedCell() : plainCell(at, at);
    } while (isComplete && data[at - 1] == ',');
    return isComplete ? finish(start) : incomplete();
  }

  private Outcome finish(int start) {
    next = Math.min(at, limit);
    if (rowCells == 1 && problem == null && isBlank(start)) {
      return Outcome.BLANK;
    }
    if ((quotes & 1) != 0) {
      resynchronize(
          "A quote stands alone in the row.",
          "Close it, or double a quote that is part of a cell.");
    } else if (problem == null && rowCells != columns) {
      wrong(
          "The row has " + rowCells + " cells, but the header has " + columns + " columns.",
          "Add or remove cells; put cells with a comma in quotes.");
    }
    return problem == null ? Outcome.ROW : Outcome.BAD;
  }

  private boolean isBlank(int start) {
    byte first = data[start];
    return first == '\n' || first == '\r';
  }

  private Outcome incomplete() {
    if (!isAtEnd) {
      return Outcome.INCOMPLETE;
    }
    resynchronize("A quote is never closed.", "Close it before the end of the file.");
    return Outcome.BAD;
  }

  /// The row is wrong beyond its own line: goes on with the next one, rather than where a stray
  /// quote would let the row end.
  private void resynchronize(String what, String newFix) {
    problem = what;
    fix = newFix;
    int end = rowStart;
    while (data[end] != '\n') {
      end++;
    }
    next = Math.min(end + 1, limit);
    lines = 1;
  }

  /// Sees to it that a row that is too long is bad as well.
  Outcome tooLong(int start, int maxBytes) {
    rowStart = start;
    resynchronize(
        "The row is longer than " + (maxBytes >> 20) + " MB, or a quote in it is never closed.",
        "Close the quote, or shorten the row.");
    return Outcome.BAD;
  }

  private void wrong(String what, String newFix) {
    if (problem == null) {
      problem = what;
      fix = newFix;
    }
  }

  /// Goes on from `from` with a cell that began at `cellStart`; false when the data ends first.
  private boolean plainCell(int cellStart, int from) {
    int i = from;
    while (true) {
      // All bytes that mean something are at most a comma.
      while (data[i] > ',') {
        i++;
      }
      switch (data[i]) {
        case ',' -> {
          return end(cellStart, i, i + 1);
        }
        case '\n' -> {
          return endRow(cellStart, i, i);
        }
        case '\r' -> {
          int after = i + 1;
          while (data[after] == '\r') {
            after++;
          }
          if (data[after] == '\n') {
            return endRow(cellStart, i, after);
          }
          wrong(
              "A carriage return stands in a cell without quotes.",
              "End lines with a line feed, and put cells with line ends in quotes.");
          i = after;
        }
        case '"' -> {
          quotes++;
          i++;
        }
        case 0 -> {
          wrong("There is a NUL byte in the row.", "Save the file as text in UTF-8.");
          i++;
        }
        default -> i++;
      }
    }
  }

  private boolean endRow(int cellStart, int cellEnd, int newline) {
    if (newline == limit && !isAtEnd) {
      return false;
    }
    lines++;
    return end(cellStart, cellEnd, newline + 1);
  }

  private boolean end(int cellStart, int cellEnd, int after) {
    if (rowCells < columns) {
      int slot = used + 2 * rowCells;
      if (slot + 2 > cells.length) {
        cells = Arrays.copyOf(cells, cells.length * 2);
      }
      cells[slot] = cellStart;
      cells[slot + 1] = cellEnd;
    }
    rowCells++;
    at = after;
    return true;
  }

  /// Reads a cell that begins with a quote; false when the data ends before the cell does.
  private boolean quotedCell() {
    int open = at;
    int before = quotes++;
    int i = open + 1;
    while (true) {
      while (data[i] != '"' && data[i] != '\n' && data[i] != 0) {
        i++;
      }
      if (i == limit) {
        return false;
      }
      if (data[i] == '\n') {
        lines++;
        if ((quotes & 1) == 0) {
          quotes++;
          return end(open, i, i + 1);
        }
      } else if (data[i] == 0) {
        wrong("There is a NUL byte in the row.", "Save the file as text in UTF-8.");
      } else {
        quotes++;
        if (data[i + 1] != '"' || i + 1 == limit) {
          return endQuoted(open, i, quotes == before + 2);
        }
        quotes++;
        i++;
      }
      i++;
    }
  }

  /// The quote at `close` ends the quoted part, which is plain when it has no quotes in it.
  private boolean endQuoted(int open, int close, boolean isPlain) {
    int after = close + 1;
    if (after == limit && !isAtEnd) {
      return false;
    }
    if (isPlain && data[after] == ',') {
      return end(open + 1, close, after + 1);
    }
    if (isPlain && data[after] == '\n') {
      return endRow(open + 1, close, after);
    }
    escaped++;
    return plainCell(~open, after);
  }

  /// Takes the quotes out of the row's cells that were marked; in place, since they get shorter.
  private void unescape() {
    for (int slot = used; slot < used + 2 * columns; slot += 2) {
      if (cells[slot] < 0) {
        int start = ~cells[slot];
        cells[slot] = start;
        cells[slot + 1] = unescape(start, cells[slot + 1]);
      }
    }
  }

  private int unescape(int start, int end) {
    int to = start;
    int i = start + 1;
    boolean isQuoted = true;
    while (i < end) {
      if (isQuoted && data[i] == '"') {
        boolean isDoubled = i + 1 < end && data[i + 1] == '"';
        isQuoted = isDoubled;
        i++;
        if (!isDoubled) {
          continue;
        }
      }
      data[to++] = data[i++];
    }
    return to;
  }
}
