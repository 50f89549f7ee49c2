package dev.pipewright.canvas;

import javafx.geometry.Rectangle2D;

/// An open frame as it is drawn now.
final class FrameItem extends BoxItem {

  private GraphFrame frame;

  FrameItem(GraphFrame frame) {
    this.frame = frame;
  }

  GraphFrame frame() {
    return frame;
  }

  void frame(GraphFrame value) {
    frame = value;
  }

  @Override
  String key() {
    return frame.key();
  }

  @Override
  Rectangle2D settled() {
    return new Rectangle2D(frame.x(), frame.y(), frame.width(), frame.height());
  }

  @Override
  double least() {
    return GraphFrame.LEAST;
  }

  @Override
  Box make() {
    return new FrameBox(this);
  }
}
