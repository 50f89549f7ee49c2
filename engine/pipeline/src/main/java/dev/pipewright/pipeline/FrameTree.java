package dev.pipewright.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts frames in the order that they are drawn in: each above the one that it lies in.
final class FrameTree {

  private final Map<String, Frame> byId = new HashMap<>();
  private final Map<String, Frame> placed = new LinkedHashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();

  private FrameTree(List<Frame> frames) {
    frames.forEach(frame -> byId.put(frame.id(), frame));
  }

  /// The frames, otherwise in their order. None names a frame that is not there, and none lies
  /// deeper than `Layout.MOST_DEEP`.
  ///
  /// @throws IllegalArgumentException when one lies in itself
  static List<Frame> ordered(List<Frame> frames) {
    if (frames.stream().allMatch(frame -> frame.outer().isEmpty())) {
      return List.copyOf(frames);
    }
    FrameTree tree = new FrameTree(frames);
    frames.forEach(tree::place);
    return List.copyOf(tree.placed.values());
  }

  private void place(Frame frame) {
    Deque<Frame> way = new ArrayDeque<>();
    Frame at = frame;
    while (at != null && !placed.containsKey(at.id())) {
      way.push(at);
      if (way.size() > byId.size()) {
        throw new IllegalArgumentException(frame.id() + " lies in itself");
      }
      at = at.outer().isEmpty() ? null : byId.get(at.outer());
    }
    way.forEach(this::settle);
  }

  private void settle(Frame frame) {
    Frame outer = frame.outer().isEmpty() ? null : placed.get(frame.outer());
    int depth = outer == null ? 0 : depths.getOrDefault(outer.id(), 0) + 1;
    boolean isTooDeep = outer != null && depth > Layout.MOST_DEEP;
    String lies = outer == null ? "" : isTooDeep ? outer.outer() : outer.id();
    placed.put(frame.id(), lies.equals(frame.outer()) ? frame : frame.withOuter(lies));
    depths.put(frame.id(), isTooDeep ? Layout.MOST_DEEP : depth);
  }
}
