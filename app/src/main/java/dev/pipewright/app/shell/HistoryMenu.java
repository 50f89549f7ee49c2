package dev.pipewright.app.shell;

import dev.pipewright.app.project.EditList;
import dev.pipewright.app.project.Project;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import java.util.stream.IntStream;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// The list of a project's edits: choosing one takes back what came after it, or applies again what
/// led to it.
final class HistoryMenu {

  private static final Texts TEXTS = Texts.of(HistoryMenu.class);
  private static final int MOST = 24;

  private final Workbench workbench;
  private final ContextMenu menu = new ContextMenu();

  HistoryMenu(Workbench workbench) {
    this.workbench = workbench;
  }

  /// Opens the list below a control.
  void show(Node below) {
    workbench
        .activeNow()
        .ifPresent(
            tab -> {
              fill(tab.project());
              menu.show(below, Side.BOTTOM, 0, 4);
            });
  }

  /// The edits near the last that is done, the newest on top; at the bottom the beginning.
  private void fill(Project project) {
    EditList edits = project.edits();
    int newest = Math.min(edits.words().size(), Math.max(MOST, edits.position() + MOST / 2));
    int oldest = Math.max(0, newest - MOST);
    menu.getItems().clear();
    IntStream.iterate(newest, i -> i > oldest, i -> i - 1)
        .forEach(i -> add(project, i, edits.words().get(i - 1), edits.position()));
    if (oldest == 0) {
      add(project, 0, TEXTS.get("history.start"), edits.position());
    }
  }

  private void add(Project project, int position, String words, int done) {
    MenuItem item = new MenuItem(words);
    item.setMnemonicParsing(false);
    if (position == done) {
      item.setGraphic(Icons.of("mdi2c-check"));
    }
    if (position > done) {
      item.getStyleClass().add("taken-back");
    }
    item.setOnAction(event -> project.goTo(position));
    menu.getItems().add(item);
  }
}
