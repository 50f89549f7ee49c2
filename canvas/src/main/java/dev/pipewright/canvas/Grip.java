package dev.pipewright.canvas;

import javafx.scene.Cursor;

/// Where a frame or note is taken hold of: how its edges follow the mouse, -1 being the left or top
/// one, 1 the right or bottom one.
enum Grip {
  /// What moves all of it.
  BODY(0, 0, Cursor.DEFAULT),
  /// The chevron of a frame.
  FOLD(0, 0, Cursor.HAND),
  TOP(0, -1, Cursor.V_RESIZE),
  BOTTOM(0, 1, Cursor.V_RESIZE),
  LEFT(-1, 0, Cursor.H_RESIZE),
  RIGHT(1, 0, Cursor.H_RESIZE),
  TOP_LEFT(-1, -1, Cursor.NW_RESIZE),
  TOP_RIGHT(1, -1, Cursor.NE_RESIZE),
  BOTTOM_LEFT(-1, 1, Cursor.SW_RESIZE),
  BOTTOM_RIGHT(1, 1, Cursor.SE_RESIZE);

  private final int across;
  private final int down;
  private final Cursor cursor;

  Grip(int across, int down, Cursor cursor) {
    this.across = across;
    this.down = down;
    this.cursor = cursor;
  }

  int across() {
    return across;
  }

  int down() {
    return down;
  }

  Cursor cursor() {
    return cursor;
  }

  boolean resizes() {
    return across != 0 || down != 0;
  }

  /// The edge or corner that a point is near; BODY for none.
  ///
  /// @param margin how near
  static Grip near(BoxItem box, double x, double y, double margin) {
    int across = side(x, box.x(), box.x() + box.width(), margin);
    int down = side(y, box.y(), box.y() + box.height(), margin);
    for (Grip grip : values()) {
      if (grip.across == across && grip.down == down) {
        return grip;
      }
    }
    return BODY;
  }

  private static int side(double at, double from, double to, double margin) {
    return Math.abs(at - from) <= margin ? -1 : Math.abs(at - to) <= margin ? 1 : 0;
  }
}
