package dev.pipewright.nodes.examples;

import dev.pipewright.data.table.ExamplesTable.Feature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Which features are columns, in which order, how wide, and which stay at the left. Widths are
/// guessed from the first rows until a person changes them.
final class GridColumns {

  static final double NARROWEST = 48;
  private static final double WIDEST_GUESS = 240;

  /// A column.
  ///
  /// @param x where it starts, from the left of the first that is not pinned, or of the first
  ///   pinned
  record Column(Feature feature, double x, double width, boolean isPinned) {

    String name() {
      return feature.name();
    }
  }

  private final List<String> order = new ArrayList<>();
  private final Map<String, Feature> features = new HashMap<>();
  private final Map<String, Double> widths = new HashMap<>();
  private final Set<String> hidden = new HashSet<>();
  private final Set<String> pinned = new HashSet<>();
  private List<Column> columns = List.of();
  private double pinnedWidth;
  private double movingWidth;

  /// The features that there are; new ones come last.
  void setFeatures(List<Feature> all, Guess guess) {
    for (Feature feature : all) {
      if (!features.containsKey(feature.name())) {
        order.add(feature.name());
      }
      boolean isTyped =
          features.get(feature.name()) == null || features.get(feature.name()).kind() == null;
      if (isTyped) {
        widths.put(feature.name(), Math.clamp(guess.width(feature), NARROWEST + 16, WIDEST_GUESS));
      }
      features.put(feature.name(), feature);
    }
    place();
  }

  /// How wide a column is at first.
  @FunctionalInterface
  interface Guess {
    double width(Feature feature);
  }

  private void place() {
    List<Column> placed = new ArrayList<>();
    pinnedWidth = 0;
    movingWidth = 0;
    for (boolean isPinned : new boolean[] {true, false}) {
      double x = 0;
      for (String name : order) {
        if (!hidden.contains(name) && pinned.contains(name) == isPinned) {
          double width = Objects.requireNonNull(widths.get(name));
          Feature feature = Objects.requireNonNull(features.get(name));
          placed.add(new Column(feature, x, width, isPinned));
          x += width;
        }
      }
      if (isPinned) {
        pinnedWidth = x;
      } else {
        movingWidth = x;
      }
    }
    columns = List.copyOf(placed);
  }

  /// The columns that are shown, pinned ones first.
  List<Column> shown() {
    return columns;
  }

  double pinnedWidth() {
    return pinnedWidth;
  }

  double movingWidth() {
    return movingWidth;
  }

  /// All features, in the order of their columns.
  List<Feature> all() {
    return order.stream().map(name -> Objects.requireNonNull(features.get(name))).toList();
  }

  boolean isShown(String name) {
    return !hidden.contains(name);
  }

  boolean isPinned(String name) {
    return pinned.contains(name);
  }

  void setShown(String name, boolean isShown) {
    if (isShown) {
      hidden.remove(name);
    } else {
      hidden.add(name);
    }
    place();
  }

  void showAll() {
    hidden.clear();
    place();
  }

  void hideAllBut(Set<String> kept) {
    order.stream().filter(name -> !kept.contains(name)).forEach(hidden::add);
    place();
  }

  void setPinned(String name, boolean isPinned) {
    if (isPinned) {
      pinned.add(name);
    } else {
      pinned.remove(name);
    }
    place();
  }

  void setWidth(String name, double width) {
    widths.put(name, Math.max(NARROWEST, width));
    place();
  }

  /// Puts a column before another, or last.
  void move(String name, int place) {
    List<String> visible = columns.stream().map(Column::name).toList();
    List<String> moved = new ArrayList<>(visible);
    moved.remove(name);
    int to = Math.clamp(place > visible.indexOf(name) ? place - 1 : place, 0, moved.size());
    moved.add(to, name);
    // Hidden ones stay behind the column that they stood behind.
    Map<String, Integer> ranks = new HashMap<>();
    int rank = 0;
    for (String each : order) {
      if (moved.contains(each)) {
        rank = moved.indexOf(each);
      }
      ranks.put(each, 2 * rank + (moved.contains(each) ? 0 : 1));
    }
    order.sort(Comparator.comparing(ranks::get));
    place();
  }

  /// As it was at first: by name, all shown, none pinned.
  void reset() {
    hidden.clear();
    pinned.clear();
    Collections.sort(order);
    place();
  }
}
