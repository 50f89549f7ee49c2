package dev.pipewright.charts;

/// A series as a chart shows it: under a label, in the colour that style sheets give to a style
/// class.
///
/// @param series what is drawn
/// @param label its name in legends and tips, as `train`
/// @param styleClass one of `series-train`, `series-eval`, `series-3` … `series-8`, or one of the
///   caller's own whose rule sets `-pw-line`
public record PlotLine(Series series, String label, String styleClass) {

  private static final int STYLED = 8;

  /// The line of what was measured on training data.
  public static PlotLine train(Series series) {
    return new PlotLine(series, "train", "series-train");
  }

  /// The line of what was measured on evaluation data.
  public static PlotLine eval(Series series) {
    return new PlotLine(series, "eval", "series-eval");
  }

  /// A line in the colour of its place in a list, under its series' name; colours repeat after
  /// eight.
  public static PlotLine numbered(Series series, int index) {
    String styleClass =
        switch (Math.floorMod(index, STYLED)) {
          case 0 -> "series-train";
          case 1 -> "series-eval";
          default -> "series-" + (Math.floorMod(index, STYLED) + 1);
        };
    return new PlotLine(series, series.name(), styleClass);
  }
}
