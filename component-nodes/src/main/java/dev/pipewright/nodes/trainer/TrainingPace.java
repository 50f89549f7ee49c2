package dev.pipewright.nodes.trainer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// How fast a training goes, measured over its last seconds: it is slower in the beginning, while
/// data is read and the graph is made.
final class TrainingPace {

  private static final Duration WINDOW = Duration.ofSeconds(5);

  private final Deque<Point> points = new ArrayDeque<>();

  private record Point(Duration elapsed, double step) {}

  /// Takes note of how far the training is; a step before the last one is another training.
  void add(Duration elapsed, double step) {
    Point last = points.peekLast();
    if (last != null && (step < last.step || elapsed.compareTo(last.elapsed) < 0)) {
      points.clear();
    }
    if (last == null || points.isEmpty() || step > last.step) {
      points.addLast(new Point(elapsed, step));
    }
    while (points.size() > 2 && elapsed.minus(points.getFirst().elapsed).compareTo(WINDOW) > 0) {
      points.removeFirst();
    }
  }

  /// Forgets what it saw.
  void clear() {
    points.clear();
  }

  /// How many steps a second are done; NaN while that is not known.
  double stepsPerSecond() {
    if (points.size() < 2) {
      return Double.NaN;
    }
    double steps = points.getLast().step - points.getFirst().step;
    double seconds = points.getLast().elapsed.minus(points.getFirst().elapsed).toNanos() / 1e9;
    return seconds > 0 ? steps / seconds : Double.NaN;
  }
}
