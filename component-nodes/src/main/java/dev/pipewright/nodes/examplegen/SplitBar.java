package dev.pipewright.nodes.examplegen;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import javafx.geometry.Insets;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A bar divided as data is divided into splits: train blue and eval orange, as in all charts.
final class SplitBar extends Region {

  private static final double GAP = 2;

  private final List<Long> sizes;
  private final List<Region> parts = new ArrayList<>();

  /// @param splits the size of each split, from the left
  SplitBar(SequencedMap<String, Long> splits) {
    getStyleClass().add("split-bar");
    VBox.setMargin(this, new Insets(4, 0, 2, 0));
    sizes = List.copyOf(splits.values());
    int other = 3;
    for (String name : splits.keySet()) {
      Region part = new Region();
      boolean hasColour = name.equals("train") || name.equals("eval");
      part.getStyleClass().addAll("part", "split-" + (hasColour ? name : other++));
      parts.add(part);
    }
    parts.getFirst().getStyleClass().add("first");
    parts.getLast().getStyleClass().add("last");
    getChildren().setAll(parts);
  }

  @Override
  protected void layoutChildren() {
    double total = sizes.stream().mapToLong(Long::longValue).sum();
    double room = getWidth() - GAP * (parts.size() - 1);
    double x = 0;
    for (int i = 0; i < parts.size(); i++) {
      boolean isLast = i == parts.size() - 1;
      double share = total == 0 ? 1.0 / parts.size() : sizes.get(i) / total;
      double width = isLast ? getWidth() - x : Math.round(room * share);
      parts.get(i).resizeRelocate(x, 0, Math.max(0, width), getHeight());
      x += width + GAP;
    }
  }
}
