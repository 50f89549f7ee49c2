package com.sun.glass.ui.testheadless;

import com.sun.glass.events.WindowEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The window manager: which windows are shown, in what order, which has the focus or grabbed it,
/// and the drag under way. Used on the JavaFX thread alone.
final class Desktop {
  private static final int OPAQUE_BLACK = 0xFF000000;

  /// Shown windows, the topmost last.
  private final List<TestWindow> shown = new ArrayList<>();

  private Optional<TestWindow> focused = Optional.empty();
  private Optional<TestWindow> grabbing = Optional.empty();
  private Optional<DragSession> drag = Optional.empty();

  void show(TestWindow window) {
    shown.remove(window);
    shown.add(window);
  }

  /// Takes the window away; the focus goes to the topmost one left that can have it.
  void hide(TestWindow window) {
    shown.remove(window);
    ungrab(window);
    if (focused.filter(window::equals).isPresent()) {
      unfocus();
      shown.reversed().stream()
          .filter(other -> !other.isPopup() && other.isEnabled())
          .findFirst()
          .ifPresent(other -> focus(other, WindowEvent.FOCUS_GAINED));
    }
  }

  void raise(TestWindow window) {
    if (shown.contains(window)) {
      show(window);
      List.copyOf(shown).stream().filter(other -> other.getOwner() == window).forEach(this::raise);
    }
  }

  void lower(TestWindow window) {
    if (shown.remove(window)) {
      shown.addFirst(window);
    }
  }

  void focus(TestWindow window, int event) {
    if (focused.filter(window::equals).isEmpty()) {
      unfocus();
      focused = Optional.of(window);
    }
    window.gainFocus(event);
  }

  private void unfocus() {
    Optional<TestWindow> before = focused;
    focused = Optional.empty();
    before.filter(window -> !window.isClosed()).ifPresent(TestWindow::loseFocus);
  }

  /// The window that keys go to.
  Optional<TestWindow> focused() {
    return focused;
  }

  void grab(TestWindow window) {
    grabbing = Optional.of(window);
  }

  void ungrab(TestWindow window) {
    if (grabbing.filter(window::equals).isPresent()) {
      grabbing = Optional.empty();
      if (!window.isClosed()) {
        window.loseGrab();
      }
    }
  }

  /// A press outside of the windows that hold the grab ends it: that is how menus close.
  void pressedOn(Optional<TestWindow> target) {
    grabbing.filter(owner -> target.filter(owner::owns).isEmpty()).ifPresent(this::ungrab);
  }

  void startDrag(DragSession session) {
    drag = Optional.of(session);
  }

  Optional<DragSession> drag() {
    return drag;
  }

  Optional<DragSession> endDrag() {
    Optional<DragSession> ended = drag;
    drag = Optional.empty();
    return ended;
  }

  /// The topmost window over a point of the screen.
  Optional<TestWindow> windowAt(int x, int y) {
    return shown.reversed().stream().filter(window -> window.covers(x, y)).findFirst();
  }

  /// What the screen shows in a rectangle: opaque ARGB, row by row, black where no window is.
  int[] capture(int x, int y, int width, int height) {
    int[] picture = new int[width * height];
    Arrays.fill(picture, OPAQUE_BLACK);
    for (TestWindow window : shown) {
      if (window.getView() instanceof TestView view && !window.isMinimized()) {
        view.frame().drawOver(picture, width, window.area().translated(-x, -y));
      }
    }
    return picture;
  }
}
