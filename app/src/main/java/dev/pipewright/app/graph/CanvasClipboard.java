package dev.pipewright.app.graph;

import dev.pipewright.app.project.Project;
import dev.pipewright.canvas.GraphSelection;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.file.PipelineFragment;
import dev.pipewright.pipeline.file.PipelineFragment.Incoming;
import dev.pipewright.pipeline.file.PipelineFragment.Pasted;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Copies what is selected on the canvas as text, and pastes it, also from another window or
/// project.
final class CanvasClipboard {

  private static final double STEP = 32;
  private static final double GRID = 4;

  private final Project project;
  private final GraphView graph;
  private final CanvasEditing editing;
  private final Runnable update;
  private String lastPasted = "";
  private int times;

  /// @param update draws the document as it is now, at once
  CanvasClipboard(Project project, GraphView graph, CanvasEditing editing, Runnable update) {
    this.project = project;
    this.graph = graph;
    this.editing = editing;
    this.update = update;
  }

  /// Puts what is selected on the clipboard; where nothing is, it stays as it is.
  void copy() {
    if (hasSelection()) {
      String text = selected();
      ClipboardContent content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
      lastPasted = text;
      times = 0;
    }
  }

  private boolean hasSelection() {
    GraphSelection selection = graph.getSelection();
    return !selection.nodes().isEmpty()
        || !selection.notes().isEmpty()
        || !selection.frames().isEmpty();
  }

  /// Nodes that were never placed are where the canvas draws them.
  private String selected() {
    GraphSelection selection = graph.getSelection();
    Pipeline placed = project.document().get().withLayout(editing.edits().layout().pinned());
    return PipelineFragment.copy(
        placed, CanvasEdits.ids(selection.nodes()), selection.notes(), selection.frames());
  }

  /// Pastes what is on the clipboard beside what was copied, each time a bit further; in the middle
  /// of what is seen where that is out of sight. Does nothing where the clipboard has no text.
  ///
  /// @throws ProjectException when the text is no part of a pipeline
  void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text != null && !text.isBlank()) {
      times = text.equals(lastPasted) ? times + 1 : 1;
      lastPasted = text;
      paste(PipelineFragment.parse(text), times * STEP, Incoming.KEEP);
    }
  }

  /// Pastes what is selected without the clipboard.
  void duplicate() {
    if (hasSelection()) {
      paste(PipelineFragment.parse(selected()), STEP, Incoming.KEEP);
    }
  }

  private void paste(PipelineFragment fragment, double step, Incoming incoming) {
    // Nodes that have no place of their own yet keep the one that they are drawn at.
    Edit pin = new Edit.SetLayout(editing.edits().layout().pinned());
    Pasted pasted =
        fragment.paste(pin.apply(project.document().get()), offset(fragment, step), incoming);
    editing.edit(new Edit.Sequence(List.of(pin, pasted.edit())));
    update.run();
    graph
        .getSelection()
        .select(
            pasted.nodes().stream().map(NodeId::value).toList(), pasted.frames(), pasted.notes());
  }

  private Position offset(PipelineFragment fragment, double step) {
    Position corner = fragment.corner().orElse(null);
    if (corner == null) {
      return new Position(0, 0);
    }
    Point2D at = graph.viewPoint(corner.x() + step, corner.y() + step);
    boolean isSeen =
        at.getX() >= 0
            && at.getY() >= 0
            && at.getX() < graph.getWidth()
            && at.getY() < graph.getHeight();
    if (isSeen) {
      return new Position(step, step);
    }
    Point2D middle = graph.documentPoint(graph.getWidth() / 3, graph.getHeight() / 3);
    return new Position(
        Math.rint((middle.getX() - corner.x()) / GRID) * GRID,
        Math.rint((middle.getY() - corner.y()) / GRID) * GRID);
  }
}
