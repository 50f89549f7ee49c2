package dev.pipewright.canvas;

import javafx.beans.InvalidationListener;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.input.ContextMenuEvent;

/// What a person does to a `GraphView` by mouse and keys.
final class GraphViewBehavior {

  private final GraphView view;
  private final MouseBehavior mouse;
  private final KeyBehavior keys;
  private final Desk desk;
  private final Picker picker;
  private final EventHandler<ContextMenuEvent> menuAsked = this::askMenu;
  private final EventHandler<MarkdownText.AddressEvent> addressOpened = this::openAddress;
  private final InvalidationListener toolChanged;

  GraphViewBehavior(Desk desk, Picker picker) {
    this.view = desk.view();
    this.desk = desk;
    this.picker = picker;
    mouse = new MouseBehavior(desk, picker);
    keys = new KeyBehavior(desk, picker, mouse);
    toolChanged = _ -> mouse.rest();
    view.toolProperty().addListener(toolChanged);
    view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, menuAsked);
    view.addEventHandler(MarkdownText.AddressEvent.OPENED, addressOpened);
  }

  // A key asks for the menu of what is selected.
  private void askMenu(ContextMenuEvent event) {
    boolean byKey = event.isKeyboardTrigger();
    Point2D at =
        byKey ? keys.menuPoint() : view.screenToLocal(event.getScreenX(), event.getScreenY());
    GraphTarget target =
        byKey && view.getSelection().isEmpty()
            ? new GraphTarget.OnCanvas()
            : picker.targetAt(at.getX(), at.getY());
    view.emit(
        new GraphIntent.ContextMenu(
            target,
            view.documentPoint(at.getX(), at.getY()),
            view.localToScreen(at.getX(), at.getY())));
    event.consume();
  }

  private void openAddress(MarkdownText.AddressEvent event) {
    view.emit(new GraphIntent.OpenAddress(event.address()));
    event.consume();
  }

  Desk desk() {
    return desk;
  }

  void documentChanged() {
    mouse.documentChanged();
    keys.documentChanged();
  }

  void dispose() {
    view.toolProperty().removeListener(toolChanged);
    view.removeEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, menuAsked);
    view.removeEventHandler(MarkdownText.AddressEvent.OPENED, addressOpened);
    mouse.dispose();
    keys.dispose();
  }
}
