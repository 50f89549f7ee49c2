package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// The open frames, or the notes, of the document as they are drawn, found by key and by place.
///
/// @param <T> what the document has
/// @param <I> its item
final class BoxItems<T, I extends BoxItem> {

  private final Function<T, String> key;
  private final Function<T, I> make;
  private final BiConsumer<I, T> set;
  private final Function<I, T> get;
  private final Map<String, I> items = new LinkedHashMap<>();
  private final SpatialGrid<I> grid = new SpatialGrid<>();
  private final List<I> near = new ArrayList<>();

  private BoxItems(
      Function<T, String> key, Function<T, I> make, Function<I, T> get, BiConsumer<I, T> set) {
    this.key = key;
    this.make = make;
    this.get = get;
    this.set = set;
  }

  static BoxItems<GraphFrame, FrameItem> frames() {
    return new BoxItems<>(GraphFrame::key, FrameItem::new, FrameItem::frame, FrameItem::frame);
  }

  static BoxItems<GraphNote, NoteItem> notes() {
    return new BoxItems<>(GraphNote::key, NoteItem::new, NoteItem::note, NoteItem::note);
  }

  Collection<I> all() {
    return items.values();
  }

  @Nullable I get(String itemKey) {
    return items.get(itemKey);
  }

  /// Follows a new document.
  ///
  /// @param gone told of those that have left
  void follow(List<T> next, Consumer<I> gone) {
    Map<String, T> kept = new HashMap<>();
    next.forEach(one -> kept.put(key.apply(one), one));
    items
        .values()
        .removeIf(
            item -> {
              boolean leaves = !kept.containsKey(item.key());
              if (leaves) {
                grid.remove(item);
                gone.accept(item);
              }
              return leaves;
            });
    int order = 0;
    for (T one : next) {
      I item = items.computeIfAbsent(key.apply(one), _ -> make.apply(one));
      if (!get.apply(item).equals(one)) {
        set.accept(item, one);
        Box box = item.box();
        if (box != null) {
          box.update();
        }
      }
      item.order(order++);
    }
  }

  /// Puts all where the document has them.
  void settle() {
    for (I item : items.values()) {
      item.settle();
      grid.put(item);
    }
  }

  /// Puts one somewhere for now, as while it is dragged.
  void place(I item, Rectangle2D bounds) {
    item.bounds(bounds);
    grid.put(item);
  }

  void in(double x1, double y1, double x2, double y2, List<I> into) {
    into.clear();
    grid.find(x1, y1, x2, y2, into);
  }

  /// The topmost whose bounds, or the edge just outside them, have a point.
  @Nullable I at(double x, double y, double margin) {
    return at(x, y, margin, _ -> true);
  }

  /// The topmost of some whose bounds, or the edge just outside them, have a point.
  @Nullable I at(double x, double y, double margin, Predicate<I> isOne) {
    in(x - margin, y - margin, x + margin, y + margin, near);
    I top = null;
    for (I item : near) {
      boolean hit =
          x >= item.x() - margin
              && x <= item.x() + item.width() + margin
              && y >= item.y() - margin
              && y <= item.y() + item.height() + margin;
      if (hit && (top == null || item.order() > top.order()) && isOne.test(item)) {
        top = item;
      }
    }
    return top;
  }
}
