package dev.pipewright.charts;

import dev.pipewright.charts.Bar.Bin;
import dev.pipewright.charts.Bar.Category;
import java.util.List;

/// What a bar says in words.
final class BarText {

  private static final int DIGITS = 4;

  private BarText() {}

  /// The bar's range or name, its count, and its share of all.
  static String of(List<? extends Bar> bars, int index) {
    Bar bar = bars.get(index);
    double all = bars.stream().mapToDouble(Bar::count).sum();
    double percent = all == 0 ? 0 : 100 * bar.count() / all;
    return Messages.text(
        "bar.tip",
        name(bar),
        NumberText.count(bar.count()),
        NumberText.shortest(percent, percent < 99.95 ? 2 : 3));
  }

  /// How many bars there are, and the highest of them.
  static String ofAll(String title, List<? extends Bar> bars) {
    int highest = 0;
    for (int index = 1; index < bars.size(); index++) {
      highest = bars.get(index).count() > bars.get(highest).count() ? index : highest;
    }
    return bars.isEmpty()
        ? Messages.text("bar.none", title)
        : Messages.text("bar.all", title, bars.size(), of(bars, highest));
  }

  private static String name(Bar bar) {
    return switch (bar) {
      case Bin(double low, double high, double count) when low == high ->
          NumberText.shortest(low, DIGITS);
      case Bin(double low, double high, double count) ->
          Messages.text(
              "bar.range", NumberText.shortest(low, DIGITS), NumberText.shortest(high, DIGITS));
      case Category(String label, double count) -> label;
    };
  }
}
