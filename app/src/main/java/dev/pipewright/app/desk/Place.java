package dev.pipewright.app.desk;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import org.jspecify.annotations.Nullable;

/// A part of a window: a group of tabs, or several parts beside each other.
///
/// @param <T> what a tab is
public sealed interface Place<T> {

  /// The groups in it, from the left and the top.
  Stream<Group<T>> groups();

  /// Tabs of which one is shown.
  ///
  /// @param <T> what a tab is
  final class Group<T> implements Place<T> {
    private final ObservableList<T> tabs = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable T> shown = new SimpleObjectProperty<>();

    /// The tabs, from the left.
    public ObservableList<T> tabs() {
      return tabs;
    }

    /// The one that is shown; null where there is none.
    public ObjectProperty<@Nullable T> shown() {
      return shown;
    }

    @Override
    public Stream<Group<T>> groups() {
      return Stream.of(this);
    }
  }

  /// Parts beside or below each other.
  ///
  /// @param <T> what a tab is
  final class Split<T> implements Place<T> {
    private final Orientation orientation;
    private final List<Place<T>> parts;
    private List<Double> weights;

    /// @param orientation horizontal for parts beside each other
    /// @param weights how large each part is, of any sum
    Split(Orientation orientation, List<Place<T>> parts, List<Double> weights) {
      if (parts.size() < 2 || parts.size() != weights.size()) {
        throw new IllegalArgumentException(parts.size() + " parts of " + weights);
      }
      this.orientation = orientation;
      this.parts = List.copyOf(parts);
      this.weights = List.copyOf(weights);
    }

    /// Horizontal for parts beside each other.
    public Orientation orientation() {
      return orientation;
    }

    /// The parts, from the left or the top; two at least.
    public List<Place<T>> parts() {
      return parts;
    }

    /// How large each part is, of any sum.
    public List<Double> weights() {
      return weights;
    }

    /// The parts have been given other sizes.
    ///
    /// @throws IllegalArgumentException when these are not as many
    public void setWeights(List<Double> now) {
      if (now.size() != parts.size()) {
        throw new IllegalArgumentException(parts.size() + " parts of " + now);
      }
      weights = List.copyOf(now);
    }

    @Override
    public Stream<Group<T>> groups() {
      return parts.stream().flatMap(Place::groups);
    }
  }
}
