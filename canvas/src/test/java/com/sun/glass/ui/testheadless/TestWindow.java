package com.sun.glass.ui.testheadless;

import com.sun.glass.events.WindowEvent;
import com.sun.glass.ui.Cursor;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.View;
import com.sun.glass.ui.Window;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A window without a frame: its content is all of it.
final class TestWindow extends Window {
  private static final AtomicLong POINTERS = new AtomicLong();

  private final Desktop desktop;

  private Area restored = new Area(0, 0, 0, 0);
  private int minimumWidth;
  private int minimumHeight;
  private int maximumWidth = Integer.MAX_VALUE;
  private int maximumHeight = Integer.MAX_VALUE;

  TestWindow(Desktop desktop, @Nullable Window owner, Screen screen, int styleMask) {
    super(owner, screen, styleMask);
    this.desktop = desktop;
  }

  Area area() {
    return new Area(getX(), getY(), getWidth(), getHeight());
  }

  boolean covers(int x, int y) {
    return getView() != null && !isMinimized() && area().contains(x, y);
  }

  /// Whether the other window is this one, or owned by it, however far up.
  boolean owns(Window other) {
    for (Window at = other; at != null; at = at.getOwner()) {
      if (at == this) {
        return true;
      }
    }
    return false;
  }

  /// A press on a window brings it up and gives it the focus, but for popups; one that a dialog
  /// blocks says so.
  boolean takesPress() {
    if (!isEnabled()) {
      notifyFocusDisabled();
      return false;
    }
    if (!isPopup() && !isFocused()) {
      desktop.raise(this);
      desktop.focus(this, WindowEvent.FOCUS_GAINED);
    }
    return true;
  }

  void gainFocus(int event) {
    notifyFocus(event);
  }

  void loseGrab() {
    notifyFocusUngrab();
  }

  void loseFocus() {
    notifyFocus(WindowEvent.FOCUS_LOST);
  }

  void fillScreen() {
    restored = area();
    place(new Area(0, 0, getScreen().getWidth(), getScreen().getHeight()), WindowEvent.RESIZE);
  }

  void leaveFilledScreen() {
    place(restored, WindowEvent.RESIZE);
  }

  private void place(Area area, int event) {
    if (event != WindowEvent.RESIZE || getWidth() != area.width() || getHeight() != area.height()) {
      notifyResize(event, area.width(), area.height());
      if (getView() instanceof TestView content) {
        content.resized(area.width(), area.height());
      }
    }
    if (getX() != area.x() || getY() != area.y()) {
      notifyMove(area.x(), area.y());
    }
  }

  @Override
  protected long _createWindow(long owner, long onScreen, int mask) {
    return POINTERS.incrementAndGet();
  }

  @Override
  protected boolean _close(long pointer) {
    desktop.hide(this);
    notifyDestroy();
    return true;
  }

  @Override
  protected boolean _setVisible(long pointer, boolean visible) {
    if (visible) {
      desktop.show(this);
    } else {
      desktop.hide(this);
    }
    return visible;
  }

  @Override
  protected boolean _setView(long pointer, @Nullable View content) {
    return true;
  }

  @Override
  protected void _updateViewSize(long pointer) {
    if (getView() instanceof TestView content && getWidth() > 0) {
      content.resized(getWidth(), getHeight());
    }
  }

  @Override
  protected void _setBounds(
      long pointer,
      int left,
      int top,
      boolean leftSet,
      boolean topSet,
      int outerWidth,
      int outerHeight,
      int innerWidth,
      int innerHeight,
      float gravityX,
      float gravityY) {
    int newWidth = outerWidth > 0 ? outerWidth : innerWidth > 0 ? innerWidth : getWidth();
    int newHeight = outerHeight > 0 ? outerHeight : innerHeight > 0 ? innerHeight : getHeight();
    place(
        new Area(
            leftSet ? left : getX(),
            topSet ? top : getY(),
            Math.clamp(newWidth, minimumWidth, maximumWidth),
            Math.clamp(newHeight, minimumHeight, maximumHeight)),
        WindowEvent.RESIZE);
  }

  @Override
  protected boolean _minimize(long pointer, boolean minimize) {
    notifyResize(minimize ? WindowEvent.MINIMIZE : WindowEvent.RESTORE, getWidth(), getHeight());
    return true;
  }

  @Override
  protected boolean _maximize(long pointer, boolean maximize, boolean wasMaximized) {
    if (maximize && !wasMaximized) {
      restored = area();
      Area all = new Area(0, 0, getScreen().getWidth(), getScreen().getHeight());
      place(all, WindowEvent.MAXIMIZE);
    } else if (!maximize && wasMaximized) {
      place(restored, WindowEvent.RESTORE);
    }
    return true;
  }

  @Override
  protected boolean _requestFocus(long pointer, int event) {
    desktop.focus(this, event);
    return isFocused();
  }

  @Override
  protected boolean _grabFocus(long pointer) {
    desktop.grab(this);
    return true;
  }

  @Override
  protected void _ungrabFocus(long pointer) {
    desktop.ungrab(this);
  }

  @Override
  protected boolean _setMinimumSize(long pointer, int minWidth, int minHeight) {
    minimumWidth = minWidth;
    minimumHeight = minHeight;
    return true;
  }

  @Override
  protected boolean _setMaximumSize(long pointer, int maxWidth, int maxHeight) {
    maximumWidth = maxWidth <= 0 ? Integer.MAX_VALUE : maxWidth;
    maximumHeight = maxHeight <= 0 ? Integer.MAX_VALUE : maxHeight;
    return true;
  }

  @Override
  protected void _toFront(long pointer) {
    desktop.raise(this);
  }

  @Override
  protected void _toBack(long pointer) {
    desktop.lower(this);
  }

  @Override
  protected boolean _setResizable(long pointer, boolean resizable) {
    return true;
  }

  @Override
  protected boolean _setTitle(long pointer, String title) {
    return true;
  }

  @Override
  protected boolean _setBackground(long pointer, float red, float green, float blue) {
    return true;
  }

  @Override
  protected boolean _setMenubar(long pointer, long menuBar) {
    return true;
  }

  @Override
  protected void _setFocusable(long pointer, boolean focusable) {}

  @Override
  protected void _setLevel(long pointer, int level) {}

  @Override
  protected void _setAlpha(long pointer, float alpha) {}

  @Override
  protected void _setEnabled(long pointer, boolean enabled) {}

  @Override
  protected void _setIcon(long pointer, Pixels pixels) {}

  @Override
  protected void _setCursor(long pointer, Cursor cursor) {}

  @Override
  protected void _requestInput(
      long pointer,
      String text,
      int type,
      double width,
      double height,
      double mxx,
      double mxy,
      double mxz,
      double mxt,
      double myx,
      double myy,
      double myz,
      double myt,
      double mzx,
      double mzy,
      double mzz,
      double mzt) {
    throw new UnsupportedOperationException("There is no on-screen keyboard.");
  }

  @Override
  protected void _releaseInput(long pointer) {
    throw new UnsupportedOperationException("There is no on-screen keyboard.");
  }
}
