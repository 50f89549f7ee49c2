package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/// Moves a knot of a link.
final class KnotDrag implements Gesture {

  private final Desk desk;
  private final String link;
  private final int index;
  private final List<Point2D> knots;

  KnotDrag(Desk desk, LinkItem link, int index) {
    this.desk = desk;
    this.link = link.key();
    this.index = index;
    knots = new ArrayList<>(link.knots());
  }

  @Override
  public void drag(Pointer at) {
    knots.set(
        index,
        at.alt()
            ? new Point2D(Math.rint(at.x()), Math.rint(at.y()))
            : new Point2D(Desk.snap(at.x()), Desk.snap(at.y())));
    carry();
  }

  @Override
  public void carry() {
    LinkItem item = desk.items().link(link);
    if (item != null) {
      desk.items().lead(item, knots);
    }
    desk.drawing().moved();
  }

  @Override
  public @Nullable GraphIntent drop(Pointer at) {
    LinkItem item = desk.items().link(link);
    return item == null || item.link().knots().equals(knots)
        ? null
        : new GraphIntent.SetKnots(link, knots);
  }

  @Override
  public boolean lives() {
    LinkItem item = desk.items().link(link);
    return item != null && item.link().knots().size() == knots.size();
  }

  @Override
  public void cancel() {}
}
