package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// Finds how far a rectangle is to move to be in line with others near by, or to have equal gaps to
/// them.
///
/// @param dx how far to move to the right; 0 when nothing is near
/// @param dy how far to move down
/// @param hasX whether there is something to snap to across
/// @param hasY whether there is something to snap to down
/// @param guides what to show then
record Snapping(double dx, double dy, boolean hasX, boolean hasY, List<Guide> guides) {

  private static final double EXACT = 0.01;

  /// @param reach how far the rectangle moves at most
  static Snapping of(Rectangle2D box, Collection<Rectangle2D> others, double reach) {
    List<Span> across = spans(others, true);
    List<Span> down = spans(others, false);
    double dx = new Finder(span(box, true), across, reach).find();
    double dy = new Finder(span(box, false), down, reach).find();
    double moveX = Double.isNaN(dx) ? 0 : dx;
    double moveY = Double.isNaN(dy) ? 0 : dy;
    Rectangle2D moved =
        new Rectangle2D(
            box.getMinX() + moveX, box.getMinY() + moveY, box.getWidth(), box.getHeight());
    List<Guide> guides = new ArrayList<>();
    if (!Double.isNaN(dx)) {
      new Finder(span(moved, true), across, EXACT).guides(true, guides);
    }
    if (!Double.isNaN(dy)) {
      new Finder(span(moved, false), down, EXACT).guides(false, guides);
    }
    return new Snapping(moveX, moveY, !Double.isNaN(dx), !Double.isNaN(dy), guides);
  }

  private static List<Span> spans(Collection<Rectangle2D> boxes, boolean across) {
    return boxes.stream().map(box -> span(box, across)).toList();
  }

  private static Span span(Rectangle2D box, boolean across) {
    return across
        ? new Span(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY())
        : new Span(box.getMinY(), box.getMaxY(), box.getMinX(), box.getMaxX());
  }

  /// A rectangle along one axis, and beside it.
  private record Span(double from, double to, double low, double high) {
    double middle() {
      return (from + to) / 2;
    }

    double[] lines() {
      return new double[] {from, middle(), to};
    }

    boolean isBeside(Span other) {
      return low < other.high && high > other.low;
    }

    double apart(Span other) {
      return Math.max(0, Math.max(low - other.high, other.low - high))
          + Math.max(0, Math.max(from - other.to, other.from - to));
    }
  }

  /// Two rectangles with a gap between them.
  private record Gap(Span left, Span right) {
    double size() {
      return right.from() - left.to();
    }
  }

  private static final class Finder {
    private final Span box;
    private final List<Span> others;
    private final double reach;

    Finder(Span box, List<Span> others, double reach) {
      this.box = box;
      this.others = others;
      this.reach = reach;
    }

    double find() {
      double aligned = aligned();
      double equal = Double.NaN;
      for (double move : gapMoves()) {
        boolean nearer = Double.isNaN(equal) || Math.abs(move) < Math.abs(equal);
        if (Math.abs(move) <= reach && nearer) {
          equal = move;
        }
      }
      boolean gap =
          !Double.isNaN(equal)
              && (Double.isNaN(aligned) || Math.abs(equal) < Math.abs(aligned) - EXACT);
      return gap ? equal : aligned;
    }

    // Of what is equally near, the line of the nearest rectangle.
    private double aligned() {
      double best = Double.NaN;
      double bestAway = Double.MAX_VALUE;
      for (Span other : others) {
        for (int i = 0; i < 3; i++) {
          double move = other.lines()[i] - box.lines()[i];
          double away = Math.abs(move) + box.apart(other) / 1e4;
          if (Math.abs(move) <= reach && away < bestAway) {
            best = move;
            bestAway = away;
          }
        }
      }
      return best;
    }

    private List<Double> gapMoves() {
      List<Double> moves = new ArrayList<>();
      List<Span> row = others.stream().filter(box::isBeside).toList();
      Span left = before(row, box);
      Span right = after(row, box);
      double size = box.to() - box.from();
      if (left != null && right != null) {
        moves.add((left.to() + right.from() - size) / 2 - box.from());
      }
      if (left != null) {
        Span further = before(row, left);
        if (further != null) {
          moves.add(left.to() + new Gap(further, left).size() - box.from());
        }
      }
      if (right != null) {
        Span further = after(row, right);
        if (further != null) {
          moves.add(right.from() - new Gap(right, further).size() - box.to());
        }
      }
      return moves;
    }

    private static @Nullable Span before(List<Span> row, Span box) {
      Span nearest = null;
      for (Span other : row) {
        if (other.to() <= box.from() && (nearest == null || other.to() > nearest.to())) {
          nearest = other;
        }
      }
      return nearest;
    }

    private static @Nullable Span after(List<Span> row, Span box) {
      Span nearest = null;
      for (Span other : row) {
        if (other.from() >= box.to() && (nearest == null || other.from() < nearest.from())) {
          nearest = other;
        }
      }
      return nearest;
    }

    void guides(boolean across, List<Guide> into) {
      int before = into.size();
      for (int i = 0; i < 3; i++) {
        line(i, across, into);
      }
      if (into.size() == before) {
        gaps(across, into);
      }
    }

    // Where all three lines agree, as between cards of one width, the middle says nothing new.
    private void line(int which, boolean across, List<Guide> into) {
      double at = box.lines()[which];
      double low = box.low();
      double high = box.high();
      boolean any = false;
      for (Span other : others) {
        boolean allAgree = Math.abs(other.from() - box.from()) <= reach;
        allAgree &= Math.abs(other.to() - box.to()) <= reach;
        if (Math.abs(other.lines()[which] - at) <= reach && !(which == 1 && allAgree)) {
          low = Math.min(low, other.low());
          high = Math.max(high, other.high());
          any = true;
        }
      }
      if (any) {
        into.add(guide(Guide.Kind.ALIGNED, at, low, at, high, across));
      }
    }

    private void gaps(boolean across, List<Guide> into) {
      List<Span> row = others.stream().filter(box::isBeside).toList();
      Span left = before(row, box);
      Span right = after(row, box);
      Span furtherLeft = left == null ? null : before(row, left);
      Span furtherRight = right == null ? null : after(row, right);
      List<Gap> near = new ArrayList<>();
      if (left != null) {
        near.add(new Gap(left, box));
        if (furtherLeft != null) {
          near.add(new Gap(furtherLeft, left));
        }
      }
      if (right != null) {
        near.add(new Gap(box, right));
        if (furtherRight != null) {
          near.add(new Gap(right, furtherRight));
        }
      }
      for (Gap gap : near) {
        boolean equal =
            near.stream().anyMatch(o -> o != gap && Math.abs(o.size() - gap.size()) <= 2 * reach);
        if (equal) {
          double middle =
              (Math.max(gap.left().low(), gap.right().low())
                      + Math.min(gap.left().high(), gap.right().high()))
                  / 2;
          into.add(
              guide(Guide.Kind.GAP, gap.left().to(), middle, gap.right().from(), middle, across));
        }
      }
    }

    private static Guide guide(
        Guide.Kind kind, double a1, double b1, double a2, double b2, boolean across) {
      return across ? new Guide(kind, a1, b1, a2, b2) : new Guide(kind, b1, a1, b2, a2);
    }
  }
}
