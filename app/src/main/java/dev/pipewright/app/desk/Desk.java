package dev.pipewright.app.desk;

import dev.pipewright.app.desk.Place.Group;
import dev.pipewright.app.desk.Place.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The groups of tabs in a window. There is always one.
///
/// @param <T> what a tab is
public final class Desk<T> {

  private final ReadOnlyObjectWrapper<Place<T>> root;
  private Group<T> focused;

  Desk() {
    focused = new Group<>();
    root = new ReadOnlyObjectWrapper<>(focused);
  }

  /// All of it.
  public ReadOnlyObjectProperty<Place<T>> root() {
    return root.getReadOnlyProperty();
  }

  /// The group that was worked in last.
  public Group<T> focused() {
    return focused;
  }

  /// Its groups, from the left and the top.
  public List<Group<T>> groups() {
    return root.get().groups().toList();
  }

  /// Its tabs, from the left and the top.
  public Stream<T> tabs() {
    return root.get().groups().flatMap(group -> group.tabs().stream());
  }

  /// Whether it has no tabs.
  public boolean isEmpty() {
    return tabs().findAny().isEmpty();
  }

  void focus(Group<T> group) {
    focused = group;
  }

  void setRoot(Place<T> place) {
    root.set(place);
    if (place.groups().noneMatch(group -> group == focused)) {
      focused = place.groups().findFirst().orElseThrow();
    }
  }

  /// A new group at a side of another.
  Group<T> split(Group<T> at, Side side) {
    Group<T> made = new Group<>();
    setRoot(beside(root.get(), at, side, made));
    return made;
  }

  private static <T> Place<T> beside(Place<T> place, Group<T> at, Side side, Group<T> made) {
    return switch (place) {
      case Group<T> group when group == at ->
          new Split<>(
              side.orientation(),
              side.isFirst() ? List.of(made, at) : List.of(at, made),
              List.of(0.5, 0.5));
      case Group<T> group -> group;
      case Split<T> split -> beside(split, at, side, made);
    };
  }

  /// Where the parts lie along the same way already, the new one is another of them.
  private static <T> Place<T> beside(Split<T> split, Group<T> at, Side side, Group<T> made) {
    List<Place<T>> parts = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int i = 0; i < split.parts().size(); i++) {
      Place<T> part = split.parts().get(i);
      double weight = split.weights().get(i);
      if (part == at && split.orientation() == side.orientation()) {
        parts.addAll(side.isFirst() ? List.of(made, at) : List.of(at, made));
        weights.addAll(List.of(weight / 2, weight / 2));
      } else {
        parts.add(beside(part, at, side, made));
        weights.add(weight);
      }
    }
    return new Split<>(split.orientation(), parts, weights);
  }

  /// Removes a group that has no tabs, unless it is the last.
  void prune(Group<T> group) {
    if (group.tabs().isEmpty() && groups().size() > 1) {
      without(root.get(), group).ifPresent(this::setRoot);
    }
  }

  private static <T> Optional<Place<T>> without(Place<T> place, Group<T> gone) {
    return switch (place) {
      case Group<T> group -> group == gone ? Optional.empty() : Optional.of(group);
      case Split<T> split -> {
        List<Place<T>> parts = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < split.parts().size(); i++) {
          double weight = split.weights().get(i);
          without(split.parts().get(i), gone)
              .ifPresent(
                  part -> {
                    parts.add(part);
                    weights.add(weight);
                  });
        }
        yield parts.size() < 2
            ? parts.stream().findFirst()
            : Optional.of(new Split<>(split.orientation(), parts, weights));
      }
    };
  }
}
