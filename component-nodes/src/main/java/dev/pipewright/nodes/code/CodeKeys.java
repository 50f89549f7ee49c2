package dev.pipewright.nodes.code;

import java.util.Locale;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.control.skin.TextInputControlSkin.Direction;
import javafx.scene.control.skin.TextInputControlSkin.TextUnit;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of a code field: those of any text field, and in several lines those of an editor.
final class CodeKeys {

  private static final boolean IS_MAC =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
  private static final String INDENT = "  ";

  private final CodeField field;
  private final CodeFieldSkin skin;
  private final EventHandler<KeyEvent> onPressed = this::pressed;
  private final EventHandler<KeyEvent> onTyped = this::typed;

  /// The column that the caret returns to on its way over short lines; negative for its own.
  private double wantedX = -1;

  CodeKeys(CodeField field, CodeFieldSkin skin) {
    this.field = field;
    this.skin = skin;
    field.addEventHandler(KeyEvent.KEY_PRESSED, onPressed);
    field.addEventHandler(KeyEvent.KEY_TYPED, onTyped);
  }

  void dispose() {
    field.removeEventHandler(KeyEvent.KEY_PRESSED, onPressed);
    field.removeEventHandler(KeyEvent.KEY_TYPED, onTyped);
  }

  private void typed(KeyEvent event) {
    String typed = event.getCharacter();
    boolean isAltGraph = event.isControlDown() && event.isAltDown();
    boolean isCommand =
        !isAltGraph
            && (event.isControlDown() || event.isMetaDown() || (event.isAltDown() && !IS_MAC));
    if (!typed.isEmpty() && !isCommand && !Character.isISOControl(typed.charAt(0))) {
      if (field.isEditable()) {
        field.replaceSelection(typed);
      }
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code != KeyCode.UP && code != KeyCode.DOWN) {
      wantedX = -1;
    }
    boolean isTaken =
        moves(event, code) || edits(event, code) || (event.isShortcutDown() && commands(event));
    boolean isPlain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    if (isTaken || (isPlain && isText(code))) {
      event.consume();
    }
  }

  /// Whether the key types something, so that it is no shortcut of the window.
  private static boolean isText(KeyCode code) {
    return !code.isFunctionKey()
        && !code.isModifierKey()
        && code != KeyCode.ESCAPE
        && code != KeyCode.TAB
        && code != KeyCode.ENTER
        && code != KeyCode.CONTEXT_MENU;
  }

  private boolean moves(KeyEvent event, KeyCode code) {
    boolean isWord = IS_MAC ? event.isAltDown() : event.isControlDown();
    boolean isFar = event.isShortcutDown();
    boolean select = event.isShiftDown();
    if (event.isAltDown() && !IS_MAC) {
      return false;
    }
    switch (code) {
      case LEFT, KP_LEFT -> sideways(Direction.LEFT, isWord, IS_MAC && isFar, select);
      case RIGHT, KP_RIGHT -> sideways(Direction.RIGHT, isWord, IS_MAC && isFar, select);
      case UP, KP_UP -> move(TextUnit.LINE, Direction.UP, select);
      case DOWN, KP_DOWN -> move(TextUnit.LINE, Direction.DOWN, select);
      case PAGE_UP -> move(TextUnit.PAGE, Direction.UP, select);
      case PAGE_DOWN -> move(TextUnit.PAGE, Direction.DOWN, select);
      case HOME -> to(isFar ? 0 : lineStart(), select);
      case END -> to(isFar ? field.getLength() : lineEnd(), select);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void sideways(Direction direction, boolean isWord, boolean isFar, boolean select) {
    boolean isLeft = direction == Direction.LEFT;
    if (isFar) {
      to(isLeft ? lineStart() : lineEnd(), select);
    } else if (isWord && isLeft) {
      run(select, field::selectPreviousWord, field::previousWord);
    } else if (isWord) {
      run(select, field::selectNextWord, field::nextWord);
    } else if (isLeft) {
      run(select, field::selectBackward, field::backward);
    } else {
      run(select, field::selectForward, field::forward);
    }
  }

  private static void run(boolean select, Runnable selecting, Runnable moving) {
    (select ? selecting : moving).run();
  }

  private void to(int offset, boolean select) {
    if (select) {
      field.selectPositionCaret(offset);
    } else {
      field.positionCaret(offset);
    }
  }

  /// Moves the caret by lines or pages, up or down; from the first line to its start and from the
  /// last to its end.
  void move(TextUnit unit, Direction direction, boolean select) {
    boolean isUp = direction == Direction.UP || direction == Direction.BEGINNING;
    int steps = unit == TextUnit.PAGE ? skin.page() : 1;
    Point2D at = skin.caretPoint();
    double x = wantedX < 0 ? at.getX() : wantedX;
    int offset = skin.offset(x, at.getY() + (isUp ? -1 : 1) * steps * skin.rowHeight());
    boolean isEdge = skin.offset(x, at.getY()) == offset;
    to(isEdge ? (isUp ? 0 : field.getLength()) : offset, select);
    wantedX = x;
  }

  private int lineStart() {
    return field.mode() == CodeField.Lines.WRAPPED
        ? skin.offset(0, skin.caretPoint().getY())
        : field.lines().start(field.lines().at(field.getCaretPosition()));
  }

  private int lineEnd() {
    return field.mode() == CodeField.Lines.WRAPPED
        ? skin.offset(field.getWidth(), skin.caretPoint().getY())
        : field.lines().end(field.lines().at(field.getCaretPosition()));
  }

  private boolean edits(KeyEvent event, KeyCode code) {
    boolean isWord = IS_MAC ? event.isAltDown() : event.isControlDown();
    switch (code) {
      case BACK_SPACE -> edit(() -> delete(isWord, Direction.LEFT));
      case DELETE -> {
        if (event.isShiftDown()) {
          edit(field::cut);
        } else {
          edit(() -> delete(isWord, Direction.RIGHT));
        }
      }
      case INSERT -> {
        if (event.isShiftDown()) {
          edit(field::paste);
        } else if (event.isShortcutDown()) {
          field.copy();
        }
      }
      case ENTER -> {
        if (field.mode() != CodeField.Lines.MANY || event.isShortcutDown()) {
          return false;
        }
        edit(this::breakLine);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void edit(Runnable change) {
    if (field.isEditable()) {
      change.run();
    }
  }

  private void delete(boolean isWord, Direction direction) {
    boolean isLeft = direction == Direction.LEFT;
    if (isWord && field.getSelection().getLength() == 0) {
      run(isLeft, field::selectPreviousWord, field::selectNextWord);
      field.replaceSelection("");
    } else if (isLeft) {
      field.deletePreviousChar();
    } else {
      field.deleteNextChar();
    }
  }

  /// The new line begins where the one before does, and further in after a bracket that opens.
  private void breakLine() {
    int start = field.getSelection().getStart();
    String before = field.getText(field.lines().start(field.lines().at(start)), start);
    String blank = before.substring(0, before.length() - before.stripLeading().length());
    boolean isOpen = before.stripTrailing().endsWith("{") || before.stripTrailing().endsWith("[");
    field.replaceSelection("\n" + blank + (isOpen ? INDENT : ""));
  }

  private boolean commands(KeyEvent event) {
    switch (event.getCode()) {
      case A -> field.selectAll();
      case C -> field.copy();
      case X -> edit(field::cut);
      case V -> edit(field::paste);
      case Z -> {
        return event.isShiftDown() ? redo() : undo();
      }
      case Y -> {
        return redo();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Where the field has nothing to take back, the window has.
  private boolean undo() {
    boolean isMine = field.isUndoable();
    edit(field::undo);
    return isMine;
  }

  private boolean redo() {
    boolean isMine = field.isRedoable();
    edit(field::redo);
    return isMine;
  }
}
