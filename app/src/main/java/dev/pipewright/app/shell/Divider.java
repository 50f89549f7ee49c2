package dev.pipewright.app.shell;

import javafx.beans.property.DoubleProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The line between two panels: dragging it, or arrow keys on it, change the size of one of them.
final class Divider extends StackPane {

  private static final double GRIP = 7;
  private static final double STEP = 16;

  private final Orientation orientation;
  private final DoubleProperty size;
  private final Limits limits;
  private final Side side;
  private double grabbed;
  private double before;

  /// On which side of the line the panel lies whose size changes.
  enum Side {
    /// At the left or above.
    FIRST,
    /// At the right or below.
    SECOND
  }

  /// How small and how large the panel may be.
  record Limits(double least, double most) {}

  /// @param orientation of the line
  /// @param size of the panel
  /// @param side where the panel lies
  Divider(Orientation orientation, DoubleProperty size, Side side, Limits limits, String name) {
    this.orientation = orientation;
    this.size = size;
    this.side = side;
    this.limits = limits;
    getStyleClass().add("divider");
    setViewOrder(-1);
    Region grip = new Region();
    grip.setManaged(false);
    boolean isVertical = orientation == Orientation.VERTICAL;
    grip.setCursor(isVertical ? Cursor.H_RESIZE : Cursor.V_RESIZE);
    setMinSize(isVertical ? 1 : 0, isVertical ? 0 : 1);
    setPrefSize(isVertical ? 1 : 0, isVertical ? 0 : 1);
    setMaxSize(isVertical ? 1 : Double.MAX_VALUE, isVertical ? Double.MAX_VALUE : 1);
    getChildren().setAll(grip);
    layoutBoundsProperty().subscribe(bounds -> place(grip));
    grip.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    grip.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    setFocusTraversable(true);
    setAccessibleText(name);
  }

  private void place(Region grip) {
    if (orientation == Orientation.VERTICAL) {
      grip.resizeRelocate(-GRIP / 2, 0, GRIP, getHeight());
    } else {
      grip.resizeRelocate(0, -GRIP / 2, getWidth(), GRIP);
    }
  }

  private double at(MouseEvent event) {
    Point2D at = getParent().sceneToLocal(event.getSceneX(), event.getSceneY());
    return orientation == Orientation.VERTICAL ? at.getX() : at.getY();
  }

  private void pressed(MouseEvent event) {
    grabbed = at(event);
    before = size.get();
    event.consume();
  }

  private void dragged(MouseEvent event) {
    set(before + sign() * (at(event) - grabbed));
    event.consume();
  }

  private void keyPressed(KeyEvent event) {
    boolean isVertical = orientation == Orientation.VERTICAL;
    KeyCode more = isVertical ? KeyCode.RIGHT : KeyCode.DOWN;
    KeyCode less = isVertical ? KeyCode.LEFT : KeyCode.UP;
    if (event.getCode() == more || event.getCode() == less) {
      set(size.get() + sign() * (event.getCode() == more ? STEP : -STEP));
      event.consume();
    }
  }

  private int sign() {
    return side == Side.FIRST ? 1 : -1;
  }

  private void set(double value) {
    size.set(Math.rint(Math.clamp(value, limits.least(), limits.most())));
  }
}
