package dev.pipewright.nodes.examples;

import dev.pipewright.data.table.ColumnSummary;
import dev.pipewright.nodes.examples.ExamplesModel.Distribution;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import org.jspecify.annotations.Nullable;

/// What is in a column as bars on a log scale: of all rows in grey, of those that are shown in blue
/// over them, and one that is marked.
final class DistributionBars extends Region {

  private final Path all = path("bars-all");
  private final Path some = path("bars-some");
  private final Path mark = path("bars-mark");
  private @Nullable Distribution distribution;
  private int marked = -1;
  private int from = -1;
  private int to = -1;

  DistributionBars() {
    getStyleClass().add("distribution-bars");
    getChildren().addAll(all, some, mark);
  }

  private static Path path(String style) {
    Path path = new Path();
    path.getStyleClass().add(style);
    path.setManaged(false);
    path.setMouseTransparent(true);
    return path;
  }

  void show(@Nullable Distribution shown) {
    if (shown != distribution) {
      distribution = shown;
      requestLayout();
    }
  }

  /// Marks a bar; -1 for none.
  void mark(int bar) {
    if (bar != marked) {
      marked = bar;
      requestLayout();
    }
  }

  /// Marks what is being chosen.
  void choose(int first, int last) {
    from = first;
    to = last;
    requestLayout();
  }

  int count() {
    return distribution == null ? 0 : distribution.all().counts().length;
  }

  /// The bar at a place; -1 where there are none.
  int barAt(double x) {
    int count = count();
    return count == 0 ? -1 : Math.clamp((int) (x / getWidth() * count), 0, count - 1);
  }

  @Override
  protected void layoutChildren() {
    Distribution now = distribution;
    if (now == null) {
      all.getElements().clear();
      some.getElements().clear();
      mark.getElements().clear();
      return;
    }
    long[] counts = now.all().counts();
    ColumnSummary part = now.some();
    double top = top(counts);
    all.getElements()
        .setAll(part == null && marked < 0 ? List.of() : bars(counts, top, 0, counts.length));
    long[] shown = part == null ? counts : part.counts();
    some.getElements().setAll(marked < 0 ? bars(shown, top, 0, counts.length) : List.of());
    boolean isChoosing = from >= 0 && to < counts.length;
    mark.getElements()
        .setAll(
            isChoosing
                ? bars(counts, top, from, to + 1)
                : marked >= 0 && marked < counts.length
                    ? bars(counts, top, marked, marked + 1)
                    : List.of());
  }

  private static double top(long[] counts) {
    long most = 0;
    for (long count : counts) {
      most = Math.max(most, count);
    }
    return Math.log1p(most);
  }

  private List<PathElement> bars(long[] counts, double top, int first, int end) {
    List<PathElement> elements = new ArrayList<>();
    double step = getWidth() / Math.max(1, counts.length);
    double gap = step > 3 ? 1 : step * 0.3;
    double bottom = getHeight();
    for (int i = first; i < end && i < counts.length; i++) {
      if (counts[i] > 0) {
        double height = Math.max(1, Math.log1p(counts[i]) / top * (bottom - 1));
        double x = i * step;
        elements.add(new MoveTo(x, bottom));
        elements.add(new LineTo(x, bottom - height));
        elements.add(new LineTo(x + step - gap, bottom - height));
        elements.add(new LineTo(x + step - gap, bottom));
        elements.add(new ClosePath());
      }
    }
    return elements;
  }
}
