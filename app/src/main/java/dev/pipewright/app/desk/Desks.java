package dev.pipewright.app.desk;

import dev.pipewright.app.desk.Place.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The windows with their groups of tabs. Follows the list of all tabs, and which one is worked in:
/// a new one comes into the group of that, and one that is chosen is shown in its group. JavaFX
/// thread only.
///
/// @param <T> what a tab is
public final class Desks<T> {

  private final ObservableList<T> tabs;
  private final ObjectProperty<@Nullable T> selected;
  private final Desk<T> main = new Desk<>();
  private final ObservableList<Desk<T>> desks = FXCollections.observableArrayList();
  private final ObservableList<Desk<T>> readOnly = FXCollections.unmodifiableObservableList(desks);
  private Desk<T> focused = main;
  private final List<Runnable> listeners = new ArrayList<>();

  /// @param tabs all tabs there are; who opens and closes them changes this list
  /// @param selected the tab that is worked in
  public Desks(ObservableList<T> tabs, ObjectProperty<@Nullable T> selected) {
    this.tabs = tabs;
    this.selected = selected;
    desks.add(main);
    tabs.subscribe(this::follow);
    follow();
    selected.subscribe(this::show);
  }

  /// Has it told, until it is unsubscribed, that tabs, groups or windows are others.
  public Subscription subscribe(Runnable told) {
    listeners.add(told);
    return () -> listeners.remove(told);
  }

  private void changed() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  /// The first window's.
  public Desk<T> main() {
    return main;
  }

  /// The first window's, then those of windows of tabs that were taken out of it.
  public ObservableList<Desk<T>> all() {
    return readOnly;
  }

  /// The one of the window that is worked in.
  public Desk<T> focused() {
    return focused;
  }

  /// All groups, window by window.
  public List<Group<T>> groups() {
    return desks.stream().flatMap(desk -> desk.groups().stream()).toList();
  }

  /// The group that a tab is in.
  public Optional<Group<T>> groupOf(T tab) {
    return groups().stream().filter(group -> isIn(tab, group)).findFirst();
  }

  private static <T> boolean isIn(T tab, Group<T> group) {
    return group.tabs().stream().anyMatch(each -> each == tab);
  }

  /// The window that a group is in.
  public Desk<T> deskOf(Group<T> group) {
    return desks.stream()
        .filter(desk -> desk.groups().contains(group))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a group of no window"));
  }

  private void follow() {
    for (Group<T> group : groups()) {
      List<T> gone = group.tabs().stream().filter(tab -> !tabs.contains(tab)).toList();
      gone.forEach(tab -> take(tab, group));
    }
    for (T tab : tabs) {
      if (groupOf(tab).isEmpty()) {
        Group<T> group = focused.focused();
        group.tabs().add(tab);
        if (group.shown().get() == null) {
          group.shown().set(tab);
        }
      }
    }
    tidy();
  }

  private void show(@Nullable T tab) {
    if (tab == null) {
      return;
    }
    groupOf(tab)
        .ifPresent(
            group -> {
              focused = deskOf(group);
              focused.focus(group);
              group.shown().set(tab);
              changed();
            });
  }

  /// A window is worked in: what it shows is selected.
  public void focus(Desk<T> desk) {
    if (desk != focused && desks.contains(desk)) {
      focused = desk;
      selected.set(desk.focused().shown().get());
      changed();
    }
  }

  /// A group is worked in: what it shows is selected.
  public void focus(Group<T> group) {
    if (groups().contains(group)) {
      focused = deskOf(group);
      focused.focus(group);
      selected.set(group.shown().get());
    }
  }

  /// The tab to show when this one closes: its neighbour in its group, else what another group of
  /// the window or the first window shows.
  public Optional<T> after(T tab) {
    Group<T> group = groupOf(tab).orElse(main.focused());
    int at = group.tabs().indexOf(tab);
    if (group.tabs().size() > 1) {
      return Optional.of(group.tabs().get(at + 1 < group.tabs().size() ? at + 1 : at - 1));
    }
    return Stream.concat(Stream.of(deskOf(group), main), desks.stream())
        .flatMap(desk -> desk.groups().stream())
        .filter(other -> other != group)
        .map(other -> other.shown().get())
        .flatMap(shown -> Optional.ofNullable(shown).stream())
        .findFirst();
  }

  private void take(T tab, Group<T> group) {
    int at = group.tabs().indexOf(tab);
    group.tabs().remove(at);
    if (group.shown().get() == tab) {
      group
          .shown()
          .set(
              group.tabs().isEmpty()
                  ? null
                  : group.tabs().get(Math.min(at, group.tabs().size() - 1)));
    }
  }

  /// Moves a tab, within its group or to another; it is selected.
  ///
  /// @param index where in the group, as its tabs are before; beyond them for the end
  public void move(T tab, Group<T> to, int index) {
    Group<T> from = groupOf(tab).orElseThrow();
    int at = from.tabs().indexOf(tab);
    if (from == to && (index == at || index == at + 1)) {
      selected.set(tab);
      return;
    }
    int before = from == to && at < index ? index - 1 : index;
    take(tab, from);
    to.tabs().add(Math.clamp(before, 0, to.tabs().size()), tab);
    arrived(tab, to);
  }

  private void arrived(T tab, Group<T> group) {
    group.shown().set(tab);
    tidy();
    focused = deskOf(group);
    focused.focus(group);
    if (selected.get() == tab) {
      changed();
    } else {
      selected.set(tab);
    }
  }

  /// Whether a tab can leave its group for a new one there: not when it is alone in it.
  public boolean canSplit(T tab, Group<T> at) {
    return groupOf(tab).filter(from -> from != at || from.tabs().size() > 1).isPresent();
  }

  /// Moves a tab to a new group at a side of one.
  public void split(T tab, Group<T> at, Side side) {
    if (canSplit(tab, at)) {
      Group<T> made = deskOf(at).split(at, side);
      take(tab, groupOf(tab).orElseThrow());
      made.tabs().add(tab);
      arrived(tab, made);
    }
  }

  /// Moves a tab to the next group, of this or another window.
  public void moveOn(T tab) {
    List<Group<T>> all = groups();
    Group<T> from = groupOf(tab).orElseThrow();
    Group<T> to = all.get((all.indexOf(from) + 1) % all.size());
    if (to != from) {
      move(tab, to, to.tabs().size());
    }
  }

  /// Moves a tab to a window of its own.
  ///
  /// @return that window's
  public Desk<T> detach(T tab) {
    Desk<T> made = new Desk<>();
    desks.add(made);
    take(tab, groupOf(tab).orElseThrow());
    made.focused().tabs().add(tab);
    arrived(tab, made.focused());
    return made;
  }

  /// Moves all tabs of a window back to the first one.
  public void dock(Desk<T> desk) {
    Group<T> to = main.focused();
    for (T tab : desk.tabs().toList()) {
      move(tab, to, to.tabs().size());
    }
  }

  /// Groups and windows without tabs end, but for the first.
  private void tidy() {
    for (Desk<T> desk : List.copyOf(desks)) {
      desk.groups().forEach(desk::prune);
      if (desk != main && desk.isEmpty()) {
        desks.remove(desk);
        if (focused == desk) {
          focused = main;
        }
      }
    }
    changed();
  }

  /// What is to be kept of windows and groups.
  ///
  /// @param naming names a tab that can be opened again, else is empty
  public DeskLayout layout(Function<T, Optional<String>> naming) {
    @Nullable T worked = selected.get();
    return new DeskLayout(
        desks.stream().map(desk -> DeskLayout.of(desk.root().get(), naming)).toList(),
        worked == null ? "" : naming.apply(worked).orElse(""));
  }

  /// Puts the tabs that are there where they were, and selects the one that was worked in. Those
  /// that the layout does not name stay where they are; groups and windows of which no tab is there
  /// are left out.
  public void restore(DeskLayout layout, Function<T, Optional<String>> naming) {
    @Nullable T before = selected.get();
    for (int i = 0; i < layout.windows().size(); i++) {
      Desk<T> desk = i == 0 ? main : new Desk<>();
      part(layout, i, naming)
          .ifPresent(
              part -> {
                fill(desk, part, naming);
                if (desk != main) {
                  desks.add(desk);
                }
              });
    }
    groups().stream()
        .filter(group -> !group.tabs().contains(group.shown().get()))
        .forEach(
            group -> group.shown().set(group.tabs().isEmpty() ? null : group.tabs().getFirst()));
    tidy();
    find(layout.worked(), naming)
        .or(() -> Optional.ofNullable(before))
        .ifPresent(
            worked -> {
              selected.set(null);
              selected.set(worked);
            });
  }

  /// Whether a window of the layout comes back: it holds a tab that is there.
  public boolean comesBack(DeskLayout layout, int window, Function<T, Optional<String>> naming) {
    return part(layout, window, naming).isPresent();
  }

  private Optional<DeskLayout.Part> part(
      DeskLayout layout, int window, Function<T, Optional<String>> naming) {
    return layout.windows().get(window).only(name -> find(name, naming).isPresent());
  }

  private Optional<T> find(String name, Function<T, Optional<String>> naming) {
    return tabs.stream()
        .filter(tab -> naming.apply(tab).filter(name::equals).isPresent())
        .findFirst();
  }

  private void fill(Desk<T> desk, DeskLayout.Part part, Function<T, Optional<String>> naming) {
    List<T> left = desk.tabs().toList();
    desk.setRoot(place(part, naming));
    // What the layout does not name stays in the window.
    Group<T> last = desk.groups().getFirst();
    for (T tab : left) {
      if (groupOf(tab).isEmpty()) {
        last.tabs().add(tab);
      }
    }
  }

  private Place<T> place(DeskLayout.Part part, Function<T, Optional<String>> naming) {
    return switch (part) {
      case DeskLayout.Tabs(List<String> names, String shown) -> {
        Group<T> group = new Group<>();
        for (String name : names) {
          find(name, naming)
              .ifPresent(
                  tab -> {
                    // Of what is left there, nothing is shown meanwhile.
                    groupOf(tab).ifPresent(from -> from.tabs().remove(tab));
                    group.tabs().add(tab);
                    if (group.shown().get() == null || name.equals(shown)) {
                      group.shown().set(tab);
                    }
                  });
        }
        yield group;
      }
      case DeskLayout.Parts(var orientation, var parts, var weights) ->
          new Place.Split<>(
              orientation, parts.stream().map(each -> place(each, naming)).toList(), weights);
    };
  }
}
