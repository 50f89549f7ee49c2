package dev.pipewright.host.terminal;

import java.util.ArrayList;
import java.util.List;

/// A table of text for the terminal: a header, rows, columns as wide as their widest cell up to a
/// limit.
public final class TextTable {

  private static final int WIDEST = 48;
  private static final String GAP = "  ";

  /// Where the text of a column stands.
  public enum Align {
    /// For words.
    LEFT,
    /// For numbers.
    RIGHT,
  }

  private final List<String> header;
  private final List<Align> aligns;
  private final List<List<String>> rows = new ArrayList<>();

  private TextTable(List<String> header, List<Align> aligns) {
    this.header = header;
    this.aligns = aligns;
  }

  /// A table with these columns. A name that ends with `#` is a column of numbers, and is shown
  /// without it.
  public static TextTable of(String... columns) {
    List<Align> aligns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String column : columns) {
      boolean isNumber = column.endsWith("#");
      aligns.add(isNumber ? Align.RIGHT : Align.LEFT);
      names.add(isNumber ? column.substring(0, column.length() - 1) : column);
    }
    return new TextTable(names, aligns);
  }

  /// Adds a row; missing cells at its end are empty.
  public TextTable row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      row.add(i < cells.length ? oneLine(cells[i].toString()) : "");
    }
    rows.add(row);
    return this;
  }

  /// Whether no row was added.
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /// The table as lines, each indented by two spaces; ends with a line break.
  @Override
  public String toString() {
    int[] widths = new int[header.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          Math.max(
              header.get(i).length(),
              rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0));
    }
    StringBuilder text = new StringBuilder();
    line(text, header, widths);
    List<String> rules = new ArrayList<>();
    for (int width : widths) {
      rules.add("─".repeat(width));
    }
    line(text, rules, widths);
    rows.forEach(row -> line(text, row, widths));
    return text.toString();
  }

  private void line(StringBuilder text, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String padding = " ".repeat(widths[i] - cells.get(i).length());
      line.append(GAP)
          .append(aligns.get(i) == Align.RIGHT ? padding + cells.get(i) : cells.get(i) + padding);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  /// Line breaks and tabs would draw outside the table.
  private static String oneLine(String cell) {
    String clean = Printable.text(cell).replaceAll("[\n\t]", "·");
    return clean.length() <= WIDEST ? clean : clean.substring(0, WIDEST - 1) + "…";
  }
}
