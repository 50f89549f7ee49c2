package dev.pipewright.canvas;

import javafx.beans.InvalidationListener;
import javafx.scene.shape.Rectangle;

/// What a person does to a `GraphView` by mouse and keys.
final class GraphViewBehavior {

  private final GraphView view;
  private final MouseBehavior mouse;
  private final KeyBehavior keys;
  private final InvalidationListener toolChanged;

  GraphViewBehavior(GraphView view, Drawing drawing, Rectangle band) {
    this.view = view;
    mouse = new MouseBehavior(view, drawing, band);
    keys = new KeyBehavior(view, drawing, mouse);
    toolChanged = _ -> mouse.rest();
    view.toolProperty().addListener(toolChanged);
  }

  void documentChanged() {
    mouse.documentChanged();
  }

  void dispose() {
    view.toolProperty().removeListener(toolChanged);
    mouse.dispose();
    keys.dispose();
  }
}
