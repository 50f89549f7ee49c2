package dev.pipewright.app.action;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/// All actions, in the order of the menus.
public final class ActionCatalog {

  private final SequencedMap<String, Action> byId = new LinkedHashMap<>();
  private final List<ActionMenu> menus;

  /// A catalog of these actions under these menus. An action need not be in a menu.
  ///
  /// @throws IllegalArgumentException when two actions have one id or one shortcut, or a menu names
  ///   an action that is not there
  public ActionCatalog(List<Action> actions, List<ActionMenu> menus) {
    Set<String> shortcuts = new HashSet<>();
    for (Action action : actions) {
      if (byId.put(action.id(), action) != null) {
        throw new IllegalArgumentException("two actions are called " + action.id());
      }
      if (action.shortcut() != null && !shortcuts.add(action.shortcut())) {
        throw new IllegalArgumentException("two actions have " + action.shortcut());
      }
    }
    this.menus = List.copyOf(menus);
    this.menus.stream()
        .flatMap(menu -> menu.groups().stream())
        .flatMap(List::stream)
        .forEach(this::get);
  }

  /// The action of this id.
  ///
  /// @throws IllegalArgumentException when there is none
  public Action get(String id) {
    Action action = byId.get(id);
    if (action == null) {
      throw new IllegalArgumentException("no action is called " + id);
    }
    return action;
  }

  /// All actions.
  public Collection<Action> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /// The menus, from the left.
  public List<ActionMenu> menus() {
    return menus;
  }
}
