package dev.pipewright.nodes.form;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/// The grip at the left of a row: a drag takes the row to another place, a click offers to move it
/// up or down, as do Alt and the arrows anywhere in the row.
final class RowGrip extends Button {

  private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
  private static final PseudoClass BEFORE = PseudoClass.getPseudoClass("drop-before");
  private static final PseudoClass AFTER = PseudoClass.getPseudoClass("drop-after");

  /// A hand that shakes drags nothing.
  private static final double SLACK = 4;

  private final Pane rows;
  private final Node row;
  private final Mover mover;
  private double pressedY;
  private boolean isDragging;

  /// Moves an item.
  interface Mover {
    /// The place that an item dropped at another's comes to: that place, or its own where it may
    /// not go there.
    int place(int from, int to);

    /// Moves an item to a place.
    void move(int from, int to);
  }

  /// @param rows what the row stands in with all others
  RowGrip(Pane rows, Node row, String name, Mover mover) {
    super("", Buttons.glyph("mdi2d-drag-vertical"));
    this.rows = rows;
    this.row = row;
    this.mover = mover;
    getStyleClass().addAll("flat", "icon-button", "small", "list-grip");
    setAccessibleText(name);
    setTooltip(new javafx.scene.control.Tooltip(name));
    setOnAction(event -> menu().show(this, Side.BOTTOM, 0, 0));
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    row.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private int index() {
    return rows.getChildren().indexOf(row);
  }

  private ContextMenu menu() {
    MenuItem up = new MenuItem(Messages.text("move.up"));
    up.setDisable(!moves(-1));
    up.setOnAction(event -> by(-1));
    MenuItem down = new MenuItem(Messages.text("move.down"));
    down.setDisable(!moves(1));
    down.setOnAction(event -> by(1));
    return new ContextMenu(up, down);
  }

  private boolean moves(int by) {
    int to = index() + by;
    return to >= 0 && to < rows.getChildren().size() && mover.place(index(), to) == to;
  }

  private void by(int by) {
    if (moves(by)) {
      mover.move(index(), index() + by);
    }
  }

  private void key(KeyEvent event) {
    boolean isUp = event.getCode() == KeyCode.UP;
    if (event.isAltDown() && (isUp || event.getCode() == KeyCode.DOWN)) {
      by(isUp ? -1 : 1);
      event.consume();
    }
  }

  private void pressed(MouseEvent event) {
    pressedY = event.getSceneY();
    isDragging = false;
  }

  private void dragged(MouseEvent event) {
    isDragging |= Math.abs(event.getSceneY() - pressedY) > SLACK;
    if (isDragging) {
      disarm();
      row.pseudoClassStateChanged(DRAGGED, true);
      mark(target(event));
      event.consume();
    }
  }

  private void released(MouseEvent event) {
    if (!isDragging) {
      return;
    }
    isDragging = false;
    int from = index();
    int to = target(event);
    row.pseudoClassStateChanged(DRAGGED, false);
    mark(from);
    disarm();
    event.consume();
    if (to != from) {
      mover.move(from, to);
    }
  }

  /// The place that the row would come to.
  private int target(MouseEvent event) {
    double y = rows.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
    List<Node> all = rows.getChildren();
    int to = 0;
    while (to < all.size() - 1 && all.get(to).getBoundsInParent().getMaxY() < y) {
      to++;
    }
    return mover.place(index(), to);
  }

  /// Shows a line where the row would come to.
  private void mark(int to) {
    int from = index();
    for (int i = 0; i < rows.getChildren().size(); i++) {
      rows.getChildren().get(i).pseudoClassStateChanged(BEFORE, i == to && to < from);
      rows.getChildren().get(i).pseudoClassStateChanged(AFTER, i == to && to > from);
    }
  }
}
