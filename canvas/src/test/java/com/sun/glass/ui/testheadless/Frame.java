package com.sun.glass.ui.testheadless;

/// What a view last drew: premultiplied ARGB, row by row.
record Frame(int width, int height, int[] pixels) {
  static final Frame EMPTY = new Frame(0, 0, new int[0]);

  private static final int CHANNEL = 0xFF;
  private static final int ALPHA_SHIFT = 24;

  /// Draws the frame, stretched to an area, over an opaque picture of the given width; what does
  /// not fit is cut off.
  void drawOver(int[] picture, int pictureWidth, Area area) {
    if (width == 0 || height == 0 || area.width() <= 0 || area.height() <= 0) {
      return;
    }
    int pictureHeight = picture.length / pictureWidth;
    int lastX = Math.min(pictureWidth, area.x() + area.width());
    int lastY = Math.min(pictureHeight, area.y() + area.height());
    for (int y = Math.max(0, area.y()); y < lastY; y++) {
      int row = (y - area.y()) * height / area.height() * width;
      for (int x = Math.max(0, area.x()); x < lastX; x++) {
        int column = (x - area.x()) * width / area.width();
        int at = y * pictureWidth + x;
        picture[at] = over(pixels[row + column], picture[at]);
      }
    }
  }

  private static int over(int source, int below) {
    int hidden = source >>> ALPHA_SHIFT;
    if (hidden == CHANNEL) {
      return source;
    }
    int mixed = CHANNEL << ALPHA_SHIFT;
    for (int shift = 0; shift < ALPHA_SHIFT; shift += Byte.SIZE) {
      int channel =
          (source >>> shift & CHANNEL) + (below >>> shift & CHANNEL) * (CHANNEL - hidden) / CHANNEL;
      mixed |= Math.min(channel, CHANNEL) << shift;
    }
    return mixed;
  }
}
