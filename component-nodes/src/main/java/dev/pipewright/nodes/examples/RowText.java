package dev.pipewright.nodes.examples;

import dev.pipewright.data.table.Cell;
import dev.pipewright.data.table.ExamplesTable;
import dev.pipewright.data.table.ExamplesTable.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Rows as texts for the clipboard.
final class RowText {

  private RowText() {}

  /// Rows with tabs between cells, under the names of the columns.
  static String table(ExamplesTable table, List<Integer> rows, List<String> features) {
    List<String> lines = new ArrayList<>();
    lines.add(features.stream().map(RowText::oneLine).collect(Collectors.joining("\t")));
    for (int row : rows) {
      lines.add(
          features.stream()
              .map(f -> oneLine(table.cell(row, f).text()))
              .collect(Collectors.joining("\t")));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String oneLine(String text) {
    return text.replace('\t', ' ').replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ');
  }

  /// A row as JSON, features by name; one that is missing is null.
  static String json(ExamplesTable table, int row) {
    return table.features().stream()
        .map(f -> "  " + quoted(f.name()) + ": " + value(table.cell(row, f.name()), f))
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  private static String value(Cell cell, Feature feature) {
    if (!cell.hasValue()) {
      return cell.isEmptyList() ? "[]" : "null";
    }
    boolean isBare =
        feature.isNumeric() && !cell.text().contains("N") && !cell.text().contains("\u221e");
    if (isBare) {
      return cell.text();
    }
    return cell.count() == 1 && !feature.isSequence()
        ? quoted(cell.text())
        : cell.texts().stream().map(RowText::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ') {
            quoted.append(String.format("\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
