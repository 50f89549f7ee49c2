package dev.pipewright.charts;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The points of a chart's lines as they were, to be written on any thread.
public final class PlotTable {

  private static final String END = "\r\n";

  private record Column(String label, Points points) {}

  private final String xLabel;
  private final List<Column> columns;

  /// Keeps the points that the lines have now.
  PlotTable(String xLabel, List<PlotLine> lines) {
    this.xLabel = xLabel;
    columns =
        lines.stream()
            .map(line -> new Column(line.label(), line.series().points().snapshot()))
            .toList();
  }

  /// Writes every point as a record `series,<x>,value` of CSV (RFC 4180, UTF-8), line by line,
  /// whole or not at all. Values that are no numbers are `NaN`, `Infinity` and `-Infinity`; steps
  /// are written without a fraction.
  ///
  /// @throws IOException if the file cannot be written
  public void write(Path file) throws IOException {
    WholeFile.write(
        file,
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          writeRecords(writer);
          writer.flush();
        });
  }

  private void writeRecords(Writer out) throws IOException {
    out.append("series,").append(quoted(xLabel)).append(",value").append(END);
    for (Column column : columns) {
      String label = quoted(column.label());
      Points points = column.points();
      for (int index = 0; index < points.size(); index++) {
        out.append(label).append(',').append(number(points.x(index))).append(',');
        out.append(number(points.y(index))).append(END);
      }
    }
  }

  private static String number(double value) {
    boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return isWhole ? Long.toString((long) value) : Double.toString(value);
  }

  private static String quoted(String text) {
    boolean isPlain =
        text.chars().noneMatch(each -> each == ',' || each == '"' || each == '\r' || each == '\n');
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
