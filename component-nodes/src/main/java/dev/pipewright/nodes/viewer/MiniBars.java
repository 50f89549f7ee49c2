package dev.pipewright.nodes.viewer;

import dev.pipewright.nodes.viewer.StatisticsTable.Bin;
import dev.pipewright.nodes.viewer.StatisticsTable.Feature;
import dev.pipewright.nodes.viewer.StatisticsTable.Numbers;
import dev.pipewright.nodes.viewer.StatisticsTable.Value;
import dev.pipewright.nodes.viewer.StatisticsTable.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// A small picture of a feature's distribution: the first split as bars, the others as outlines
/// over them; values of texts side by side.
final class MiniBars extends Region {

  private final List<Outline> outlines;
  private final double low;
  private final double high;
  private final double top;

  /// A split's bars.
  private record Outline(Path path, List<Bar> bars, boolean isFilled) {}

  /// A bar on the data's scale.
  private record Bar(double from, double to, double height) {}

  private MiniBars(List<Outline> outlines) {
    this.outlines = outlines;
    List<Bar> all = outlines.stream().flatMap(o -> o.bars().stream()).toList();
    low = all.stream().mapToDouble(Bar::from).min().orElse(0);
    high = all.stream().mapToDouble(Bar::to).max().orElse(1);
    top = all.stream().mapToDouble(Bar::height).max().orElse(0);
    getStyleClass().add("mini-bars");
    outlines.forEach(o -> getChildren().add(o.path()));
    setMouseTransparent(true);
  }

  /// Of numbers: the area of a bar is the share of values in it.
  static MiniBars ofNumbers(Feature<Numbers> feature, List<String> splits) {
    List<Outline> outlines = new ArrayList<>();
    for (int i = 0; i < splits.size(); i++) {
      Numbers numbers = feature.splits().get(splits.get(i));
      if (numbers != null) {
        outlines.add(
            outline(
                splits.get(i),
                i,
                numbers.bins().stream().map(MiniBars::bar).toList(),
                outlines.isEmpty()));
      }
    }
    return new MiniBars(outlines);
  }

  private static Bar bar(Bin bin) {
    double width = bin.high() - bin.low();
    // A feature with a single value has a bin without width.
    return width > 0
        ? new Bar(bin.low(), bin.high(), bin.share() / width)
        : new Bar(bin.low() - 0.5, bin.low() + 0.5, bin.share());
  }

  /// Of values: those of the first split, by its frequency.
  static MiniBars ofValues(Feature<Values> feature, List<String> splits) {
    List<String> shown =
        splits.stream()
            .flatMap(s -> values(feature, s).stream())
            .map(Value::text)
            .distinct()
            .limit(26)
            .toList();
    double room = 0.8 / Math.max(1, splits.size());
    List<Outline> outlines = new ArrayList<>();
    for (int i = 0; i < splits.size(); i++) {
      int place = i;
      List<Value> values = values(feature, splits.get(i));
      List<Bar> bars =
          IntStream.range(0, shown.size())
              .mapToObj(
                  v ->
                      new Bar(
                          v + place * room,
                          v + (place + 1) * room,
                          values.stream()
                              .filter(x -> x.text().equals(shown.get(v)))
                              .mapToDouble(Value::share)
                              .findFirst()
                              .orElse(0)))
              .toList();
      outlines.add(outline(splits.get(i), i, bars, true));
    }
    return new MiniBars(outlines);
  }

  private static List<Value> values(Feature<Values> feature, String split) {
    Values values = feature.splits().get(split);
    return values == null ? List.of() : values.values();
  }

  private static Outline outline(String split, int index, List<Bar> bars, boolean isFilled) {
    Path path = new Path();
    path.setManaged(false);
    path.getStyleClass().addAll(isFilled ? "mini-fill" : "mini-line", SplitStyle.of(split, index));
    return new Outline(path, bars, isFilled);
  }

  @Override
  protected void layoutChildren() {
    for (Outline outline : outlines) {
      outline.path().getElements().clear();
      if (outline.isFilled()) {
        outline.bars().forEach(bar -> fill(outline.path(), bar));
      } else {
        trace(outline.path(), outline.bars());
      }
    }
  }

  private void fill(Path path, Bar bar) {
    double from = x(bar.from());
    double to = Math.max(from + 0.5, x(bar.to()) - 1);
    path.getElements()
        .addAll(
            new MoveTo(from, bottom()),
            new LineTo(from, y(bar.height())),
            new LineTo(to, y(bar.height())),
            new LineTo(to, bottom()),
            new ClosePath());
  }

  private void trace(Path path, List<Bar> bars) {
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      path.getElements()
          .addAll(
              i == 0
                  ? new MoveTo(x(bar.from()), y(bar.height()))
                  : new LineTo(x(bar.from()), y(bar.height())),
              new LineTo(x(bar.to()), y(bar.height())));
    }
  }

  private double x(double value) {
    return high > low ? (value - low) / (high - low) * getWidth() : 0;
  }

  private double y(double height) {
    double room = bottom() - getInsets().getTop();
    return top > 0 ? bottom() - height / top * room : bottom();
  }

  private double bottom() {
    return getHeight() - getInsets().getBottom();
  }
}
