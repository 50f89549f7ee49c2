package dev.pipewright.charts;

import java.util.List;
import java.util.stream.Collectors;

/// What a chart of lines says to whoever does not see it.
final class PlotText {

  private static final int DIGITS = 4;

  private PlotText() {}

  /// The latest value of each line.
  static String latest(String title, String xLabel, String empty, List<PlotLine> lines) {
    String values =
        lines.stream()
            .filter(line -> line.series().size() > 0)
            .map(line -> value(line, xLabel, line.series().size() - 1))
            .collect(Collectors.joining(", "));
    return named(title, values.isEmpty() ? empty : values);
  }

  /// The value of each line nearest to a place.
  static String at(double x, String title, String xLabel, List<PlotLine> lines) {
    String values =
        lines.stream()
            .filter(line -> line.series().size() > 0)
            .map(line -> value(line, xLabel, line.series().points().nearest(x)))
            .collect(Collectors.joining(", "));
    return named(title, values);
  }

  private static String named(String title, String values) {
    return title.isEmpty() ? values : Messages.text("plot.accessible", title, values);
  }

  private static String value(PlotLine line, String xLabel, int index) {
    Series series = line.series();
    String value = NumberText.value(series.y(index), DIGITS);
    return Messages.text(
        "plot.point", line.label(), value, xLabel, NumberText.count(series.x(index)));
  }
}
