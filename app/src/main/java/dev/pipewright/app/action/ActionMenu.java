package dev.pipewright.app.action;

import java.util.List;

/// A menu: groups of actions, with a line between the groups.
///
/// @param name what stands in the menu bar
/// @param groups the ids of the actions
public record ActionMenu(String name, List<List<String>> groups) {

  /// Keeps copies.
  public ActionMenu {
    groups = groups.stream().map(List::copyOf).toList();
  }
}
