package dev.pipewright.app.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Orientation;

/// How tabs were laid out, by their names.
///
/// @param windows what each window held, the first one first
/// @param worked the tab that was worked in; empty for one that cannot be opened again
public record DeskLayout(List<Part> windows, String worked) {

  /// Nothing was open.
  public static final DeskLayout EMPTY = new DeskLayout(List.of(), "");

  public DeskLayout {
    windows = List.copyOf(windows);
  }

  /// A part of a window.
  public sealed interface Part {

    /// The same with those tabs alone; empty where there are none.
    Optional<Part> only(Predicate<String> wanted);
  }

  /// A group.
  ///
  /// @param names its tabs, from the left
  /// @param shown the one that was shown; empty for one that cannot be opened again
  public record Tabs(List<String> names, String shown) implements Part {
    public Tabs {
      names = List.copyOf(names);
    }

    @Override
    public Optional<Part> only(Predicate<String> wanted) {
      List<String> left = names.stream().filter(wanted).toList();
      return left.isEmpty() ? Optional.empty() : Optional.of(new Tabs(left, shown));
    }
  }

  /// Parts beside or below each other.
  public record Parts(Orientation orientation, List<Part> parts, List<Double> weights)
      implements Part {
    /// @throws IllegalArgumentException when there are not as many weights as parts
    public Parts {
      parts = List.copyOf(parts);
      weights = List.copyOf(weights);
      if (parts.size() < 2
          || parts.size() != weights.size()
          || weights.stream().anyMatch(weight -> !(weight > 0 && weight < 1e6))) {
        throw new IllegalArgumentException(parts.size() + " parts of " + weights);
      }
    }

    @Override
    public Optional<Part> only(Predicate<String> wanted) {
      List<Part> left = new ArrayList<>();
      List<Double> sizes = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        double size = weights.get(i);
        parts
            .get(i)
            .only(wanted)
            .ifPresent(
                part -> {
                  left.add(part);
                  sizes.add(size);
                });
      }
      return left.size() < 2
          ? left.stream().findFirst()
          : Optional.of(new Parts(orientation, left, sizes));
    }
  }

  /// The same, with another tab worked in.
  public DeskLayout withWorked(String name) {
    return new DeskLayout(windows, name);
  }

  static <T> Part of(Place<T> place, Function<T, Optional<String>> naming) {
    return switch (place) {
      case Place.Group<T> group -> {
        T shown = group.shown().get();
        yield new Tabs(
            group.tabs().stream().flatMap(tab -> naming.apply(tab).stream()).toList(),
            shown == null ? "" : naming.apply(shown).orElse(""));
      }
      case Place.Split<T> split ->
          new Parts(
              split.orientation(),
              split.parts().stream().map(part -> of(part, naming)).toList(),
              split.weights().stream().map(weight -> Math.max(weight, 0.001)).toList());
    };
  }

  /// The names of all tabs.
  public List<String> names() {
    List<String> names = new ArrayList<>();
    windows.forEach(
        part ->
            part.only(
                name -> {
                  names.add(name);
                  return true;
                }));
    return names;
  }
}
