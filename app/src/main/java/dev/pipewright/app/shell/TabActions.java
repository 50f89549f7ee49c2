package dev.pipewright.app.shell;

import dev.pipewright.app.action.Action;
import dev.pipewright.app.desk.Desks;
import dev.pipewright.app.desk.Place;
import dev.pipewright.app.desk.Side;
import dev.pipewright.app.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;

/// What can be done with the tab that is worked in, and its group.
final class TabActions {

  private final Workbench workbench;
  private final Texts texts;
  private final Desks<Tab> desks;
  private final List<Action> actions = new ArrayList<>();
  private final List<Runnable> rules = new ArrayList<>();

  TabActions(Workbench workbench, Texts texts) {
    this.workbench = workbench;
    this.texts = texts;
    this.desks = workbench.desks();
    add(
        "window.split.right",
        "mdi2d-dock-right",
        "Shortcut+Alt+R",
        this::canSplit,
        tab -> split(tab, Side.RIGHT));
    add(
        "window.split.down",
        "mdi2d-dock-bottom",
        "Shortcut+Alt+D",
        this::canSplit,
        tab -> split(tab, Side.BOTTOM));
    add(
        "window.move.group",
        "mdi2t-tab",
        "Shortcut+Alt+G",
        (tab, group) -> desks.groups().size() > 1,
        desks::moveOn);
    add(
        "window.move.window",
        "mdi2o-open-in-new",
        "Shortcut+Alt+O",
        (tab, group) -> desks.focused() == desks.main() || desks.focused().tabs().count() > 1,
        tab -> workbench.detach(tab, new Point2D(180, 136)));
    add(
        "window.dock",
        "mdi2d-dock-window",
        null,
        (tab, group) -> desks.focused() != desks.main(),
        tab -> desks.dock(desks.focused()));
    add(
        "window.close.others",
        "mdi2c-close-box-multiple-outline",
        null,
        (tab, group) -> group.tabs().size() > 1,
        tab -> close(others(tab)));
    add(
        "window.close.right",
        "mdi2c-close-box-multiple-outline",
        null,
        (tab, group) -> group.tabs().getLast() != tab,
        tab -> close(rightOf(tab)));
    add(
        "window.close.group",
        "mdi2c-close-box-outline",
        "Shortcut+Shift+W",
        (tab, group) -> true,
        tab -> close(List.copyOf(group(tab).tabs())));
    add(
        "window.copypath",
        "mdi2c-content-copy",
        "Shortcut+Alt+C",
        (tab, group) -> tab.path() != null,
        tab -> copy(tab.path()));
    add(
        "window.reveal",
        "mdi2f-folder-open-outline",
        null,
        (tab, group) -> tab.path() != null,
        tab -> reveal(tab.path()));
    desks.subscribe(() -> rules.forEach(Runnable::run));
    workbench.selected().subscribe(now -> rules.forEach(Runnable::run));
  }

  List<Action> all() {
    return actions;
  }

  private boolean canSplit(Tab tab, Place.Group<Tab> group) {
    return tab.whole() != null || desks.canSplit(tab, group);
  }

  /// A project is then shown in both groups; another tab moves to the new one.
  private void split(Tab tab, Side side) {
    Place.Group<Tab> group = group(tab);
    PipelineTab project = tab.whole();
    desks.split(project == null ? tab : workbench.opening().again(project), group, side);
  }

  private Place.Group<Tab> group(Tab tab) {
    return desks.groupOf(tab).orElseThrow();
  }

  private List<Tab> others(Tab tab) {
    return group(tab).tabs().stream().filter(each -> each != tab).toList();
  }

  private List<Tab> rightOf(Tab tab) {
    List<Tab> tabs = group(tab).tabs();
    return List.copyOf(tabs.subList(tabs.indexOf(tab) + 1, tabs.size()));
  }

  private void close(List<Tab> tabs) {
    workbench.closeTabs(tabs);
  }

  private static void copy(@Nullable Path path) {
    if (path != null) {
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, path.toString()));
    }
  }

  private void reveal(@Nullable Path path) {
    if (path != null) {
      workbench.later(() -> FileManager.reveal(path), shown -> {});
    }
  }

  private void add(
      String id,
      String icon,
      @Nullable String shortcut,
      BiPredicate<Tab, Place.Group<Tab>> rule,
      Consumer<Tab> work) {
    BooleanProperty enabled = new SimpleBooleanProperty();
    rules.add(
        () -> {
          Tab tab = workbench.selected().get();
          enabled.set(
              tab != null && desks.groupOf(tab).filter(group -> rule.test(tab, group)).isPresent());
        });
    actions.add(
        new Action(
            id,
            texts.get(id),
            icon,
            shortcut,
            enabled,
            null,
            () -> {
              Tab tab = workbench.selected().get();
              if (tab != null) {
                work.accept(tab);
              }
            }));
  }
}
