package dev.pipewright.charts;

import dev.pipewright.charts.Bar.Bin;
import dev.pipewright.charts.Bar.Category;
import java.util.List;

/// Where the bars of a histogram stand, as shares of the width and the height of the room for them.
final class HistogramLayout {

  private final List<? extends Bar> bars;
  private final Histogram.Height height;
  private final AxisScale countScale;
  private final boolean isEvenlySpaced;
  private final double low;
  private final double high;
  private final double narrowest;
  private final double highest;

  private HistogramLayout(
      List<? extends Bar> bars,
      Histogram.Height height,
      AxisScale countScale,
      boolean isEvenlySpaced) {
    this.bars = bars;
    this.height = height;
    this.countScale = countScale;
    low = bars.stream().mapToDouble(HistogramLayout::low).min().orElse(0);
    high = bars.stream().mapToDouble(HistogramLayout::high).max().orElse(0);
    this.isEvenlySpaced = isEvenlySpaced || !(low < high);
    narrowest =
        bars.stream()
            .mapToDouble(bar -> high(bar) - low(bar))
            .filter(width -> width > 0)
            .min()
            .orElse(1);
    highest = bars.stream().mapToDouble(this::amount).max().orElse(0);
  }

  /// Bins where their range is on the axis; categories, and bins without an axis, side by side.
  static HistogramLayout toScale(
      List<? extends Bar> bars, Histogram.Height height, AxisScale countScale) {
    return new HistogramLayout(bars, height, countScale, false);
  }

  /// All bars side by side, equally wide.
  static HistogramLayout evenly(
      List<? extends Bar> bars, Histogram.Height height, AxisScale countScale) {
    return new HistogramLayout(bars, height, countScale, true);
  }

  /// Whether the bars stand at their values on an axis.
  boolean isToScale() {
    return !isEvenlySpaced;
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }

  /// What the highest bar shows: a count, or a density.
  double highest() {
    return highest;
  }

  double left(int index) {
    return isEvenlySpaced ? (double) index / bars.size() : share(low(bars.get(index)));
  }

  double right(int index) {
    return isEvenlySpaced ? (index + 1.0) / bars.size() : share(high(bars.get(index)));
  }

  double height(int index) {
    return heightOf(amount(bars.get(index)));
  }

  /// How high a count or a density stands.
  double heightOf(double amount) {
    if (highest == 0) {
      return 0;
    }
    return switch (countScale) {
      case LINEAR -> amount / highest;
      case LOG -> Math.log1p(amount) / Math.log1p(highest);
    };
  }

  /// The bar at a share of the width, -1 for none.
  int at(double share) {
    for (int index = bars.size() - 1; index >= 0; index--) {
      if (share >= left(index) && share <= right(index)) {
        return index;
      }
    }
    return -1;
  }

  private double amount(Bar bar) {
    return switch (bar) {
      case Bin bin when height == Histogram.Height.DENSITY -> density(bin);
      case Bin(double from, double to, double count) -> count;
      case Category(String label, double count) -> count;
    };
  }

  /// A bin of a single value is as dense as if it were as wide as the narrowest that has a width.
  private double density(Bin bin) {
    return bin.count() / Math.max(high(bin) - low(bin), narrowest);
  }

  private double share(double value) {
    return (value - low) / (high - low);
  }

  /// An end that is infinite is where the other is.
  private static double low(Bar bar) {
    return bar instanceof Bin bin ? finite(bin.low(), bin.high()) : 0;
  }

  private static double high(Bar bar) {
    return bar instanceof Bin bin ? finite(bin.high(), bin.low()) : 0;
  }

  private static double finite(double end, double other) {
    if (Double.isFinite(end)) {
      return end;
    }
    return Double.isFinite(other) ? other : 0;
  }
}
