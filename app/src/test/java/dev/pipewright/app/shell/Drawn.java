package dev.pipewright.app.shell;

import dev.pipewright.app.desk.Desk;
import dev.pipewright.app.desk.Place.Group;
import dev.pipewright.testing.Fx;
import java.util.stream.Collectors;

/// How the tabs of a window lie, as text: groups in brackets, a star at the tab that is shown, a
/// bar between groups, a semicolon between windows.
final class Drawn {

  private Drawn() {}

  static String tabs(OpenWindow window) {
    return Fx.call(
        () ->
            window.workbench.desks().all().stream()
                .map(Drawn::desk)
                .collect(Collectors.joining("; ")));
  }

  private static String desk(Desk<Tab> desk) {
    return desk.groups().stream().map(Drawn::group).collect(Collectors.joining(" | "));
  }

  private static String group(Group<Tab> group) {
    return group.tabs().stream()
        .map(tab -> TabStrip.title(tab) + (tab == group.shown().get() ? "*" : ""))
        .collect(Collectors.joining(" ", "[", "]"));
  }
}
