package dev.pipewright.app.graph;

import dev.pipewright.canvas.GraphFrame;
import dev.pipewright.canvas.GraphIntent;
import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Which frame something is in, where frames lie in frames.
final class Homes {

  private static final double PAD = 16;

  private Homes() {}

  /// The innermost frame that is, or is around, each of these; empty for none.
  static String shared(Layout layout, List<String> homes) {
    List<String> shared = null;
    for (String home : homes) {
      List<String> way = new ArrayList<>();
      if (!home.isEmpty()) {
        way.add(home);
        way.addAll(layout.outers(home));
      }
      if (shared == null) {
        shared = way;
      } else {
        shared.retainAll(way);
      }
    }
    return shared == null || shared.isEmpty() ? "" : shared.getFirst();
  }

  /// The layout with the frames around a frame so large that it lies in them.
  static Layout grown(Layout layout, String inner) {
    Layout grown = layout;
    String id = inner;
    for (String outer : layout.outers(inner)) {
      Area area = grown.frame(id).orElseThrow().area();
      Frame around = grown.frame(outer).orElseThrow();
      grown = grown.withFrame(around.withArea(around(around.area(), area)));
      id = outer;
    }
    return grown;
  }

  /// The layout with a frame, and those around it, so large that a card lies in them.
  static Layout grown(Layout layout, String frame, Area card) {
    Frame around = layout.frame(frame).orElseThrow();
    return grown(layout.withFrame(around.withArea(around(around.area(), card))), frame);
  }

  /// The area, as much larger as is needed for another to lie in it, below the title.
  static Area around(Area area, Area inner) {
    double left = Math.min(area.x(), inner.x() - PAD);
    double top = Math.min(area.y(), inner.y() - PAD - GraphFrame.TITLE);
    double right = Math.max(area.x() + area.width(), inner.x() + inner.width() + PAD);
    double bottom = Math.max(area.y() + area.height(), inner.y() + inner.height() + PAD);
    return new Area(left, top, right - left, bottom - top);
  }

  /// The layout with what a person has in a frame now; what was in it and is not any more is in the
  /// frame that it lies in.
  static Layout holding(Layout layout, Frame frame, GraphIntent.ResizeFrame asked) {
    List<NodeId> nodes = CanvasEdits.ids(asked.nodes());
    Layout held = layout.withFrame(frame.withNodes(nodes).withNotes(asked.notes()));
    if (held.frame(frame.outer()).orElse(null) instanceof Frame outer) {
      held =
          held.withFrame(
              outer
                  .withNodes(with(outer.nodes(), left(frame.nodes(), nodes)))
                  .withNotes(with(outer.notes(), left(frame.notes(), asked.notes()))));
    }
    return held.withFrames(
        held.frames().stream()
            .map(
                f ->
                    asked.frames().contains(f.id())
                        ? f.withOuter(frame.id())
                        : f.outer().equals(frame.id()) ? f.withOuter(frame.outer()) : f)
            .toList());
  }

  private static <T> Stream<T> left(List<T> before, List<T> now) {
    return before.stream().filter(each -> !now.contains(each));
  }

  private static <T> List<T> with(List<T> list, Stream<T> more) {
    return Stream.concat(list.stream(), more).toList();
  }
}
