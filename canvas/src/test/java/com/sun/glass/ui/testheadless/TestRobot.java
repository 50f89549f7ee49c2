package com.sun.glass.ui.testheadless;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.events.MouseEvent;
import com.sun.glass.ui.Application;
import com.sun.glass.ui.GlassRobot;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;

/// The mouse and the keyboard. A press holds the mouse to its window until the last button is up;
/// events carry the modifiers and the buttons held; a drag and drop under way takes the moves and
/// the release.
final class TestRobot extends GlassRobot {
  private final Desktop desktop;
  private final Set<MouseButton> held = EnumSet.noneOf(MouseButton.class);
  private int keyModifiers;
  private Pointer pointer = new Pointer(0, 0);
  private Optional<TestWindow> hovered = Optional.empty();
  private Optional<TestWindow> pressed = Optional.empty();

  TestRobot(Desktop desktop) {
    this.desktop = desktop;
  }

  @Override
  public void create() {
    Application.checkEventThread();
  }

  @Override
  public void destroy() {
    Application.checkEventThread();
  }

  @Override
  public double getMouseX() {
    return pointer.x();
  }

  @Override
  public double getMouseY() {
    return pointer.y();
  }

  @Override
  public void keyPress(KeyCode key) {
    keyModifiers |= Keyboard.modifierOf(key);
    if (key == KeyCode.ESCAPE && desktop.drag().isPresent()) {
      desktop.endDrag().ifPresent(DragSession::cancel);
      return;
    }
    char[] typed = Keyboard.typedBy(key, keyModifiers);
    toFocused(view -> view.key(KeyEvent.PRESS, key.getCode(), typed, keyModifiers));
    if (typed.length > 0) {
      toFocused(view -> view.key(KeyEvent.TYPED, KeyEvent.VK_UNDEFINED, typed, keyModifiers));
    }
  }

  @Override
  public void keyRelease(KeyCode key) {
    keyModifiers &= ~Keyboard.modifierOf(key);
    toFocused(view -> view.key(KeyEvent.RELEASE, key.getCode(), new char[0], keyModifiers));
  }

  @Override
  public void mouseMove(double x, double y) {
    pointer = new Pointer((int) x, (int) y);
    if (desktop.drag().isPresent()) {
      Optional<TestView> target = under().flatMap(TestRobot::viewOf);
      desktop.drag().get().moveTo(target, pointer, keyModifiers);
    } else if (held.isEmpty()) {
      hover();
      toMouse(hovered, MouseEvent.MOVE, MouseEvent.BUTTON_NONE);
    } else {
      toMouse(pressed, MouseEvent.DRAG, glassButton(held.iterator().next()));
    }
  }

  @Override
  public void mousePress(MouseButton... buttons) {
    for (MouseButton button : buttons) {
      if (held.isEmpty()) {
        hover();
        desktop.pressedOn(hovered);
        pressed = hovered.filter(window -> !window.isClosed()).filter(TestWindow::takesPress);
      }
      held.add(button);
      toMouse(pressed, MouseEvent.DOWN, glassButton(button));
      if (button == MouseButton.SECONDARY) {
        pressed.flatMap(TestRobot::viewOf).ifPresent(view -> view.menu(pointer));
      }
    }
  }

  @Override
  public void mouseRelease(MouseButton... buttons) {
    for (MouseButton button : buttons) {
      held.remove(button);
      if (desktop.drag().isPresent()) {
        desktop.endDrag().get().drop(pointer);
      } else {
        toMouse(pressed, MouseEvent.UP, glassButton(button));
      }
      if (held.isEmpty()) {
        pressed = Optional.empty();
        hover();
      }
    }
  }

  @Override
  public void mouseWheel(int notches) {
    hover();
    for (int notch = 0; notch < Math.abs(notches); notch++) {
      hovered
          .filter(TestWindow::isEnabled)
          .flatMap(TestRobot::viewOf)
          .ifPresent(view -> view.scroll(pointer, -Math.signum(notches), modifiers()));
    }
  }

  @Override
  public Color getPixelColor(double x, double y) {
    return convertFromIntArgb(desktop.capture((int) x, (int) y, 1, 1)[0]);
  }

  @Override
  public void getScreenCapture(
      int x, int y, int width, int height, int[] data, boolean scaleToFit) {
    int[] picture = desktop.capture(x, y, width, height);
    System.arraycopy(picture, 0, data, 0, picture.length);
  }

  private Optional<TestWindow> under() {
    return desktop.windowAt(pointer.x(), pointer.y());
  }

  private void hover() {
    Optional<TestWindow> now = under();
    if (!now.equals(hovered)) {
      Optional<TestWindow> before = hovered;
      hovered = now;
      toMouse(before, MouseEvent.EXIT, MouseEvent.BUTTON_NONE);
      toMouse(now, MouseEvent.ENTER, MouseEvent.BUTTON_NONE);
    }
  }

  private void toMouse(Optional<TestWindow> window, int type, int button) {
    window
        .filter(TestWindow::isEnabled)
        .flatMap(TestRobot::viewOf)
        .ifPresent(view -> view.mouse(type, button, pointer, modifiers()));
  }

  private void toFocused(Consumer<TestView> event) {
    desktop.focused().filter(TestWindow::isEnabled).flatMap(TestRobot::viewOf).ifPresent(event);
  }

  private static Optional<TestView> viewOf(TestWindow window) {
    return window.isClosed() ? Optional.empty() : Optional.ofNullable((TestView) window.getView());
  }

  private int modifiers() {
    int modifiers = keyModifiers;
    for (MouseButton button : held) {
      modifiers |= glassModifier(button);
    }
    return modifiers;
  }

  private static int glassModifier(MouseButton button) {
    return switch (button) {
      case NONE -> KeyEvent.MODIFIER_NONE;
      case PRIMARY -> KeyEvent.MODIFIER_BUTTON_PRIMARY;
      case MIDDLE -> KeyEvent.MODIFIER_BUTTON_MIDDLE;
      case SECONDARY -> KeyEvent.MODIFIER_BUTTON_SECONDARY;
      case BACK -> KeyEvent.MODIFIER_BUTTON_BACK;
      case FORWARD -> KeyEvent.MODIFIER_BUTTON_FORWARD;
    };
  }

  private static int glassButton(MouseButton button) {
    return switch (button) {
      case NONE -> MouseEvent.BUTTON_NONE;
      case PRIMARY -> MouseEvent.BUTTON_LEFT;
      case MIDDLE -> MouseEvent.BUTTON_OTHER;
      case SECONDARY -> MouseEvent.BUTTON_RIGHT;
      case BACK -> MouseEvent.BUTTON_BACK;
      case FORWARD -> MouseEvent.BUTTON_FORWARD;
    };
  }
}
