package dev.pipewright.testing;

import com.sun.glass.ui.testheadless.Keyboard;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

/// A person's hands on mouse and keyboard: events go through the window system to whatever is
/// there, and each act returns once its effect is drawn. Points are in the screen's coordinates; a
/// node's point is its middle.
///
/// Two clicks on one spot within half a second are a double click, as they are for a person.
public final class Hands {
  private static final Set<KeyCode> KEYS_DOWN = new LinkedHashSet<>();
  private static final Set<MouseButton> BUTTONS_DOWN = new LinkedHashSet<>();
  private static final int DRAG_STEPS = 8;

  /// Moves the mouse to the middle of a node.
  public Hands moveTo(Node node) {
    return moveTo(middle(node));
  }

  /// Moves the mouse to a point of the screen.
  public Hands moveTo(Point2D point) {
    return act(robot -> robot.mouseMove(point));
  }

  /// Moves the mouse by a distance.
  public Hands moveBy(double x, double y) {
    return act(robot -> robot.mouseMove(robot.getMousePosition().add(x, y)));
  }

  /// Clicks the primary button where the mouse is.
  public Hands click() {
    return click(MouseButton.PRIMARY);
  }

  /// Clicks a button where the mouse is.
  public Hands click(MouseButton button) {
    return press(button).release(button);
  }

  /// Clicks the middle of a node.
  public Hands click(Node node) {
    return moveTo(node).click();
  }

  /// Clicks a point of the screen.
  public Hands click(Point2D point) {
    return moveTo(point).click();
  }

  /// Clicks the middle of a node twice.
  public Hands doubleClick(Node node) {
    return click(node).click();
  }

  /// Clicks the middle of a node with the secondary button, which asks for its menu.
  public Hands rightClick(Node node) {
    return moveTo(node).click(MouseButton.SECONDARY);
  }

  /// Presses a button and keeps it down.
  public Hands press(MouseButton button) {
    BUTTONS_DOWN.add(button);
    return act(robot -> robot.mousePress(button));
  }

  /// Lets a button go.
  public Hands release(MouseButton button) {
    BUTTONS_DOWN.remove(button);
    return act(robot -> robot.mouseRelease(button));
  }

  /// Drags with the primary button from one point to another, in steps, as moves are never one
  /// jump.
  public Hands drag(Point2D from, Point2D to) {
    return moveTo(from).press(MouseButton.PRIMARY).glideTo(to).release(MouseButton.PRIMARY);
  }

  /// Drags from the middle of one node to the middle of another.
  public Hands drag(Node from, Node to) {
    return drag(middle(from), middle(to));
  }

  /// Moves the mouse to a point in steps, with whatever buttons are down.
  public Hands glideTo(Point2D to) {
    Point2D from = Fx.call(() -> new Robot().getMousePosition());
    for (int step = 1; step <= DRAG_STEPS; step++) {
      moveTo(from.interpolate(to, (double) step / DRAG_STEPS));
    }
    return this;
  }

  /// Turns the wheel: a positive number of notches scrolls down (towards the end of the document).
  public Hands scroll(int notches) {
    return act(robot -> robot.mouseWheel(notches));
  }

  /// Presses keys in order and lets them go in reverse: `press(CONTROL, S)` is the shortcut.
  public Hands press(KeyCode... keys) {
    for (KeyCode key : keys) {
      hold(key);
    }
    for (KeyCode key : List.of(keys).reversed()) {
      release(key);
    }
    return this;
  }

  /// Presses a key and keeps it down.
  public Hands hold(KeyCode key) {
    KEYS_DOWN.add(key);
    return act(robot -> robot.keyPress(key));
  }

  /// Lets a key go.
  public Hands release(KeyCode key) {
    KEYS_DOWN.remove(key);
    return act(robot -> robot.keyRelease(key));
  }

  /// Types a text, capitals with Shift; characters that no key of a US keyboard has come as an
  /// input method's do.
  public Hands type(String text) {
    Fx.run(
        () -> {
          Robot robot = new Robot();
          text.chars().forEach(character -> type(robot, (char) character));
        });
    Fx.settle();
    return this;
  }

  /// The middle of a node, in the screen's coordinates.
  ///
  /// @throws AssertionError if it is not on the screen
  public static Point2D middle(Node node) {
    return Fx.call(
        () -> {
          Bounds bounds = node.localToScreen(node.getLayoutBounds());
          if (bounds == null) {
            throw new AssertionError("not on the screen: " + node);
          }
          return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
  }

  /// A point of a node, in its own coordinates, as one of the screen.
  ///
  /// @throws AssertionError if it is not on the screen
  public static Point2D pointIn(Node node, double x, double y) {
    return Fx.call(
        () -> {
          Point2D point = node.localToScreen(x, y);
          if (point == null) {
            throw new AssertionError("not on the screen: " + node);
          }
          return point;
        });
  }

  static void letGo() {
    Robot robot = new Robot();
    KEYS_DOWN.forEach(robot::keyRelease);
    BUTTONS_DOWN.forEach(robot::mouseRelease);
    KEYS_DOWN.clear();
    BUTTONS_DOWN.clear();
  }

  private Hands act(Act act) {
    Fx.run(() -> act.with(new Robot()));
    Fx.settle();
    return this;
  }

  private static void type(Robot robot, char character) {
    Keyboard.strokeFor(character)
        .ifPresentOrElse(stroke -> type(robot, stroke), () -> typeWithoutKey(character));
  }

  private static void type(Robot robot, Keyboard.Stroke stroke) {
    boolean shifted = stroke.shift() == Keyboard.Shift.DOWN;
    if (shifted) {
      robot.keyPress(KeyCode.SHIFT);
    }
    robot.keyType(stroke.key());
    if (shifted) {
      robot.keyRelease(KeyCode.SHIFT);
    }
  }

  private static void typeWithoutKey(char character) {
    Scene scene =
        Window.getWindows().stream()
            .filter(Window::isFocused)
            .map(Window::getScene)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no window has the focus"));
    String text = String.valueOf(character);
    KeyEvent typed =
        new KeyEvent(KeyEvent.KEY_TYPED, text, "", KeyCode.UNDEFINED, false, false, false, false);
    Node owner = scene.getFocusOwner();
    (owner == null ? scene.getRoot() : owner).fireEvent(typed);
  }

  private interface Act {
    void with(Robot robot);
  }
}
