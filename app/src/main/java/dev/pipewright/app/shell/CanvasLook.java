package dev.pipewright.app.shell;

import dev.pipewright.canvas.GraphSelection;
import dev.pipewright.canvas.GraphView;
import java.util.Set;

/// How a canvas is looked at, to look at another of the same pipeline so.
///
/// @param x of the document, at the left of the canvas
/// @param y of the document, at its top
/// @param nodes those that are selected
/// @param links those that are selected
/// @param frames those that are selected
/// @param notes those that are selected
record CanvasLook(
    double zoom,
    double x,
    double y,
    Set<String> nodes,
    Set<String> links,
    Set<String> frames,
    Set<String> notes) {

  /// That of no canvas.
  static final CanvasLook NONE = new CanvasLook(0, 0, 0, Set.of(), Set.of(), Set.of(), Set.of());

  CanvasLook {
    nodes = Set.copyOf(nodes);
    links = Set.copyOf(links);
    frames = Set.copyOf(frames);
    notes = Set.copyOf(notes);
  }

  static CanvasLook of(GraphView graph) {
    GraphSelection selection = graph.getSelection();
    return new CanvasLook(
        graph.getZoom(),
        graph.originXProperty().get(),
        graph.originYProperty().get(),
        selection.nodes(),
        selection.links(),
        selection.frames(),
        selection.notes());
  }

  /// Has a canvas looked at so.
  void show(GraphView graph) {
    if (zoom > 0) {
      graph.zoomTo(zoom);
      graph.originXProperty().set(x);
      graph.originYProperty().set(y);
      graph.getSelection().select(nodes, frames, notes);
      if (!links.isEmpty()) {
        graph.getSelection().selectLinks(links);
      }
    }
  }
}
