package com.sun.glass.ui.testheadless;

/// A rectangle of the screen, in its units.
record Area(int x, int y, int width, int height) {
  boolean contains(int pointX, int pointY) {
    return pointX >= x && pointX < x + width && pointY >= y && pointY < y + height;
  }

  Area translated(int byX, int byY) {
    return new Area(x + byX, y + byY, width, height);
  }
}
