package com.sun.glass.ui.testheadless;

import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.View;
import java.nio.IntBuffer;
import java.util.Map;

/// A window's content: keeps the last frame drawn, and hands the robot's events to the scene.
final class TestView extends View {
  /// Units of a wheel's notch, as GTK has them.
  private static final double SCROLL_UNITS = 40;

  private volatile Frame frame = Frame.EMPTY;

  Frame frame() {
    return frame;
  }

  void mouse(int type, int button, Pointer at, int modifiers) {
    notifyMouse(type, button, localX(at), localY(at), at.x(), at.y(), modifiers, false, false);
  }

  void menu(Pointer at) {
    notifyMenu(localX(at), localY(at), at.x(), at.y(), false);
  }

  void scroll(Pointer at, double notches, int modifiers) {
    notifyScroll(
        localX(at),
        localY(at),
        at.x(),
        at.y(),
        0,
        notches,
        modifiers,
        0,
        0,
        0,
        0,
        SCROLL_UNITS,
        SCROLL_UNITS);
  }

  void key(int type, int code, char[] characters, int modifiers) {
    notifyKey(type, code, characters, modifiers);
  }

  void dragEntered(Pointer at, int action) {
    notifyDragEnter(localX(at), localY(at), at.x(), at.y(), action);
  }

  int dragMoved(Pointer at, int action) {
    return notifyDragOver(localX(at), localY(at), at.x(), at.y(), action);
  }

  void dragLeft() {
    notifyDragLeave();
  }

  int dropped(Pointer at, int action) {
    return notifyDragDrop(localX(at), localY(at), at.x(), at.y(), action);
  }

  void resized(int width, int height) {
    notifyResize(width, height);
  }

  private int localX(Pointer at) {
    return at.x() - getWindow().getX();
  }

  private int localY(Pointer at) {
    return at.y() - getWindow().getY();
  }

  @Override
  protected void _uploadPixels(long pointer, Pixels pixels) {
    // The renderer draws the next frame into the same buffer.
    IntBuffer buffer = ((IntBuffer) pixels.getBuffer()).duplicate().rewind();
    int[] copy = new int[pixels.getWidth() * pixels.getHeight()];
    buffer.get(copy);
    frame = new Frame(pixels.getWidth(), pixels.getHeight(), copy);
  }

  @Override
  @SuppressWarnings("rawtypes")
  protected long _create(Map capabilities) {
    return 1;
  }

  @Override
  protected boolean _close(long pointer) {
    frame = Frame.EMPTY;
    return true;
  }

  @Override
  protected boolean _enterFullscreen(
      long pointer, boolean animate, boolean keepRatio, boolean hideCursor) {
    ((TestWindow) getWindow()).fillScreen();
    return true;
  }

  @Override
  protected void _exitFullscreen(long pointer, boolean animate) {
    ((TestWindow) getWindow()).leaveFilledScreen();
  }

  @Override
  protected void _scheduleRepaint(long pointer) {
    notifyRepaint(0, 0, getWidth(), getHeight());
  }

  @Override
  protected int _getX(long pointer) {
    return 0;
  }

  @Override
  protected int _getY(long pointer) {
    return 0;
  }

  @Override
  protected long _getNativeView(long pointer) {
    return pointer;
  }

  @Override
  protected long _getNativeFrameBuffer(long pointer) {
    return 0;
  }

  @Override
  protected void _setParent(long pointer, long parent) {}

  @Override
  protected void _enableInputMethodEvents(long pointer, boolean enable) {}

  @Override
  protected void _begin(long pointer) {}

  @Override
  protected void _end(long pointer) {}
}
