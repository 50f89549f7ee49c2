package dev.pipewright.charts;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import org.jspecify.annotations.Nullable;

/// A named sequence of points that grows: what charts draw. x is usually a step and not descending;
/// values that are not finite are kept, and shown as such. Listeners hear of new points once a
/// pulse, however many came. JavaFX thread only; without listeners no toolkit is needed.
public final class Series implements Observable {

  private final String name;
  private final Points points = new Points();
  private final List<InvalidationListener> listeners = new ArrayList<>();
  private @Nullable AnimationTimer nextPulse;
  private boolean isSignalDue;

  /// An empty series.
  public Series(String name) {
    this.name = name;
  }

  /// What the series is of, as `train/loss`.
  public String name() {
    return name;
  }

  /// Adds a point after the others.
  ///
  /// @throws IllegalArgumentException if x is not finite
  public void add(double x, double y) {
    points.add(x, y);
    if (!isSignalDue && !listeners.isEmpty()) {
      isSignalDue = true;
      nextPulse().start();
    }
  }

  /// How many points there are.
  public int size() {
    return points.size();
  }

  /// Where the point lies on the x axis.
  public double x(int index) {
    return points.x(checked(index));
  }

  /// The point's value, which may be `NaN` or infinite.
  public double y(int index) {
    return points.y(checked(index));
  }

  @Override
  public void addListener(InvalidationListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeListener(InvalidationListener listener) {
    listeners.remove(listener);
  }

  Points points() {
    return points;
  }

  private int checked(int index) {
    if (index < 0 || index >= points.size()) {
      throw new IndexOutOfBoundsException(
          "Point " + index + " of " + name + ", which has " + points.size());
    }
    return index;
  }

  private AnimationTimer nextPulse() {
    AnimationTimer timer = nextPulse;
    if (timer == null) {
      timer =
          new AnimationTimer() {
            @Override
            public void handle(long now) {
              stop();
              isSignalDue = false;
              signal();
            }
          };
      nextPulse = timer;
    }
    return timer;
  }

  private void signal() {
    // From the end, as a listener may remove itself.
    for (int index = listeners.size() - 1; index >= 0; index--) {
      listeners.get(index).invalidated(this);
    }
  }
}
