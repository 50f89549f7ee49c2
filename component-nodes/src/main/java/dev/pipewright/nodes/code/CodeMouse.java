package dev.pipewright.nodes.code;

import java.util.ResourceBundle;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// The mouse in a code field: a click puts the caret, two take a word, three a line; a drag goes on
/// by the same.
final class CodeMouse {

  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("dev.pipewright.nodes.code.messages");

  private final CodeField field;
  private final CodeFieldSkin skin;
  private final EventHandler<MouseEvent> onPressed = this::pressed;
  private final EventHandler<MouseEvent> onDragged = this::dragged;
  private final EventHandler<ContextMenuEvent> onMenu = this::menu;

  private boolean isPressing;

  CodeMouse(CodeField field, CodeFieldSkin skin) {
    this.field = field;
    this.skin = skin;
    field.addEventHandler(MouseEvent.MOUSE_PRESSED, onPressed);
    field.addEventHandler(MouseEvent.MOUSE_DRAGGED, onDragged);
    field.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, onMenu);
  }

  void dispose() {
    field.removeEventHandler(MouseEvent.MOUSE_PRESSED, onPressed);
    field.removeEventHandler(MouseEvent.MOUSE_DRAGGED, onDragged);
    field.removeEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, onMenu);
  }

  /// Whether the field gets the keys by the mouse, which says where the caret goes.
  boolean isPressing() {
    return isPressing;
  }

  private void pressed(MouseEvent event) {
    isPressing = true;
    field.requestFocus();
    isPressing = false;
    if (event.getButton() == MouseButton.PRIMARY) {
      int offset = skin.offset(event.getX(), event.getY());
      switch (event.getClickCount()) {
        case 1 -> {
          if (event.isShiftDown()) {
            field.selectPositionCaret(offset);
          } else {
            field.positionCaret(offset);
          }
        }
        case 2 -> word(offset);
        default -> {
          int line = field.lines().at(offset);
          field.selectRange(field.lines().start(line), field.lines().end(line));
        }
      }
    }
    event.consume();
  }

  private void word(int offset) {
    String text = field.getText();
    int start = offset;
    int end = offset;
    while (start > 0 && isWord(text.charAt(start - 1))) {
      start--;
    }
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    field.selectRange(start, end);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private void dragged(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() <= 1) {
      field.selectPositionCaret(skin.offset(event.getX(), event.getY()));
    }
    event.consume();
  }

  private void menu(ContextMenuEvent event) {
    ContextMenu menu = new ContextMenu();
    boolean isEditable = field.isEditable();
    boolean hasSelection = field.getSelection().getLength() > 0;
    menu.getItems()
        .setAll(
            item("undo", isEditable && field.isUndoable(), field::undo),
            item("redo", isEditable && field.isRedoable(), field::redo),
            new SeparatorMenuItem(),
            item("cut", isEditable && hasSelection, field::cut),
            item("copy", hasSelection, field::copy),
            item("paste", isEditable && Clipboard.getSystemClipboard().hasString(), field::paste),
            item("delete", isEditable && hasSelection, () -> field.replaceSelection("")),
            new SeparatorMenuItem(),
            item("select", field.getLength() > 0, field::selectAll));
    if (event.isKeyboardTrigger()) {
      Point2D at = skin.caretPoint();
      menu.show(field, Side.TOP, at.getX(), at.getY() + skin.rowHeight());
    } else {
      menu.show(field, event.getScreenX(), event.getScreenY());
    }
    event.consume();
  }

  private static MenuItem item(String key, boolean isEnabled, Runnable action) {
    MenuItem item = new MenuItem(TEXTS.getString(key));
    item.setDisable(!isEnabled);
    item.setOnAction(event -> action.run());
    return item;
  }
}
