package dev.pipewright.nodes.viewer;

import java.util.Comparator;
import java.util.List;
import javafx.scene.layout.Region;

/// How splits are told apart: train is always blue and comes first, eval always orange.
final class SplitStyle {

  private static final List<String> EVAL = List.of("eval", "validation", "val");
  private static final int SERIES = 8;

  private SplitStyle() {}

  /// The splits in the order in which they are shown.
  static List<String> ordered(List<String> splits) {
    return splits.stream()
        .sorted(
            Comparator.comparingInt((String s) -> s.equals("train") ? 0 : EVAL.contains(s) ? 1 : 2)
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /// The style class of a split's colour.
  ///
  /// @param index its place among the splits shown
  static String of(String split, int index) {
    if (EVAL.contains(split)) {
      return "series-eval";
    }
    return split.equals("train") || index == 0
        ? "series-train"
        : "series-" + (3 + (index - 1) % (SERIES - 2));
  }

  /// A square in a split's colour.
  static Region swatch(String split, int index) {
    Region swatch = new Region();
    swatch.getStyleClass().addAll("swatch", of(split, index));
    return swatch;
  }
}
