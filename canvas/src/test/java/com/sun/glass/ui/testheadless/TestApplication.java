package com.sun.glass.ui.testheadless;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.ui.Cursor;
import com.sun.glass.ui.GlassRobot;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.View;
import com.sun.glass.ui.Window;
import com.sun.glass.ui.headless.HeadlessApplication;
import javafx.scene.input.KeyCode;

/// The platform's factory of windows, views and robots; event loop and timers are inherited.
///
/// The system properties `testheadless.width`, `testheadless.height` (pixels, 2560 x 1600 if unset)
/// and `testheadless.scale` (1.5 for 150 %) describe its one screen.
final class TestApplication extends HeadlessApplication {
  private static final int WIDTH = Integer.getInteger("testheadless.width", 2560);
  private static final int HEIGHT = Integer.getInteger("testheadless.height", 1600);
  private static final float SCALE =
      Float.parseFloat(System.getProperty("testheadless.scale", "1"));
  private static final int COLOR_BITS = 32;
  private static final int DOTS_PER_INCH = 96;

  private final Desktop desktop;

  /// One for all that ask: there is one mouse and one keyboard.
  private final TestRobot robot;

  TestApplication(Desktop desktop) {
    this.desktop = desktop;
    robot = new TestRobot(desktop);
  }

  @Override
  protected Screen[] staticScreen_getScreens() {
    int width = Math.round(WIDTH / SCALE);
    int height = Math.round(HEIGHT / SCALE);
    return new Screen[] {
      new Screen(
          0,
          COLOR_BITS,
          0,
          0,
          width,
          height,
          0,
          0,
          width,
          height,
          0,
          0,
          width,
          height,
          DOTS_PER_INCH,
          DOTS_PER_INCH,
          1,
          1,
          SCALE,
          SCALE)
    };
  }

  @Override
  public Window createWindow(Window owner, Screen screen, int styleMask) {
    return new TestWindow(desktop, owner, screen, styleMask);
  }

  @Override
  public View createView() {
    return new TestView();
  }

  @Override
  public GlassRobot createRobot() {
    return robot;
  }

  @Override
  public Cursor createCursor(int x, int y, Pixels pixels) {
    return createCursor(Cursor.CURSOR_DEFAULT);
  }

  @Override
  protected void staticCursor_setVisible(boolean visible) {
    // There is no cursor to see.
  }

  @Override
  protected boolean _supportsTransparentWindows() {
    return true;
  }

  @Override
  protected int _getKeyCodeForChar(char character, int hint) {
    return Keyboard.strokeFor(character)
        .map(Keyboard.Stroke::key)
        .map(KeyCode::getCode)
        .orElse(KeyEvent.VK_UNDEFINED);
  }
}
