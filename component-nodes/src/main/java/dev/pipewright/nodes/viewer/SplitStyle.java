package dev.pipewright.nodes.viewer;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.scene.layout.Region;

/// How splits are told apart: train is always blue and comes first, eval always orange.
public final class SplitStyle {

  private static final List<String> EVAL = List.of("eval", "validation", "val");
  private static final int SERIES = 8;

  private SplitStyle() {}

  /// The splits in the order in which they are shown.
  public static List<String> ordered(List<String> splits) {
    return ordered(splits, Function.identity());
  }

  /// What belongs to splits, in the order in which these are shown.
  static List<String> ordered(List<String> all, Function<String, String> split) {
    return all.stream()
        .sorted(
            Comparator.comparingInt((String one) -> rank(split.apply(one)))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static int rank(String split) {
    if (split.equals("train")) {
      return 0;
    }
    return EVAL.contains(split) ? 1 : 2;
  }

  /// The style class of a split's colour.
  ///
  /// @param index its place among the splits shown
  public static String of(String split, int index) {
    if (EVAL.contains(split)) {
      return "series-eval";
    }
    return split.equals("train") || index == 0
        ? "series-train"
        : "series-" + (3 + (index - 1) % (SERIES - 2));
  }

  /// A square in a split's colour.
  public static Region swatch(String split, int index) {
    Region swatch = new Region();
    swatch.getStyleClass().addAll("swatch", of(split, index));
    return swatch;
  }
}
