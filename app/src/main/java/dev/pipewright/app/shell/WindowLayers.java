package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.desk.Desk;
import dev.pipewright.app.error.NoticesView;
import dev.pipewright.app.export.ExportCard;
import dev.pipewright.app.start.DropFrame;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// What is in a window, and what comes over it: the command search, the card of pictures, notices
/// while the window is worked in, and a frame while files are dragged there.
class WindowLayers extends StackPane {

  private final Workbench workbench;
  private final ActionControls controls;
  private final Desk<Tab> desk;
  private final NoticesView notices;
  private final Lazy<CommandSearch> search = new Lazy<>(this::makeSearch);
  private final Lazy<ExportCard> export = new Lazy<>(this::makeExport);
  private final Subscription subscription;

  /// @param content what is below
  WindowLayers(Workbench workbench, ActionControls controls, Desk<Tab> desk, Node content) {
    this.workbench = workbench;
    this.controls = controls;
    this.desk = desk;
    notices = new NoticesView(workbench.errors());
    notices.setAlignment(Pos.BOTTOM_RIGHT);
    DropFrame drops =
        new DropFrame(
            this, () -> workbench.engine().prepare(), files -> workbench.arrivals().dropped(files));
    getStyleClass().add("workbench");
    getChildren().setAll(content, notices, drops);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    subscription = workbench.desks().subscribe(this::showNotices);
    showNotices();
  }

  /// Fields of text would take the keys that lead from tab to tab.
  private void pressed(KeyEvent event) {
    for (String id : List.of("window.next", "window.previous")) {
      if (controls.shortcuts().of(id).stream().anyMatch(keys -> keys.match(event))) {
        controls.catalog().get(id).perform();
        event.consume();
      }
    }
  }

  private void showNotices() {
    notices.setVisible(workbench.desks().focused() == desk);
  }

  final ActionControls controls() {
    return controls;
  }

  /// Opens the command search.
  final void search() {
    search.get().open();
  }

  /// Asks for a picture of the canvas that is worked on.
  final void export() {
    workbench
        .activeNow()
        .ifPresent(
            tab ->
                tab.canvas()
                    .edit(view -> export.get().open(view, workbench.layout().theme().get())));
  }

  private CommandSearch makeSearch() {
    CommandSearch made = new CommandSearch(new CommandIndex(workbench, controls));
    getChildren().add(getChildren().size() - 1, made);
    return made;
  }

  private ExportCard makeExport() {
    ExportCard made =
        new ExportCard(
            new ExportCard.Requests(
                workbench.fx(),
                workbench.questions()::fileToExport,
                workbench.errors()::tell,
                workbench.errors()::report));
    getChildren().add(getChildren().size() - 1, made);
    return made;
  }

  /// Lets go of the workbench.
  void dispose() {
    subscription.unsubscribe();
    notices.dispose();
  }
}
