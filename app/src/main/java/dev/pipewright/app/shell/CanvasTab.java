package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.components.Components;
import dev.pipewright.app.graph.Part;
import dev.pipewright.app.graph.PipelineView;
import dev.pipewright.app.inspector.InspectorView;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a tab with a canvas shows: of a project, or of a part of it. To be disposed of.
abstract class CanvasTab extends VBox implements CanvasCommands {

  private final CanvasPane canvas;

  /// @param part what of the project is shown
  CanvasTab(
      Workbench workbench,
      PipelineTab tab,
      Part part,
      Components components,
      ActionControls controls) {
    canvas = new CanvasPane(workbench, tab, part, components, controls, this::editCondition);
    VBox.setVgrow(canvas, Priority.ALWAYS);
    setMinSize(0, 0);
  }

  /// The inspector of the project.
  abstract InspectorView inspector();

  /// Has a person edit when the selected node runs.
  ///
  /// @param begin what the condition begins with where there is none
  abstract void editCondition(String begin);

  final CanvasPane canvas() {
    return canvas;
  }

  final GraphView graph() {
    return canvas.graph();
  }

  private void editCondition(NodeId node, String begin) {
    graph().getSelection().selectNodes(List.of(node.value()));
    editCondition(begin);
  }

  @Override
  public void look(Look how) {
    canvas.look(how);
  }

  @Override
  public void add(String component) {
    canvas.view().add(component);
  }

  @Override
  public void edit(Consumer<PipelineView> work) {
    work.accept(canvas.view());
  }

  @Override
  public boolean dragOver(ComponentSpec spec, double sceneX, double sceneY) {
    return canvas.view().dragOver(spec, sceneX, sceneY);
  }

  @Override
  public void reveal(NodeId node) {
    canvas.view().reveal(node);
  }

  @Override
  public void reveal(NodeId node, String field) {
    reveal(node);
    inspector().reveal(field);
  }

  @Override
  public void inspect() {
    inspector().enter();
  }

  @Override
  public void commit() {
    inspector().commit();
  }

  void dispose() {
    canvas.dispose();
  }
}
