package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.components.Components;
import dev.pipewright.app.graph.Part;
import dev.pipewright.app.graph.PipelineView;
import dev.pipewright.app.inspector.InspectorView;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a tab with a canvas shows: of a project, or of a part of it. To be disposed of.
abstract class CanvasTab extends VBox implements CanvasCommands {

  private final Workbench workbench;
  private final PipelineTab tab;
  private final Components components;
  private final ActionControls controls;
  private final CanvasPane canvas;
  private @Nullable InspectorView inspector;

  /// @param part what of the project is shown
  CanvasTab(
      Workbench workbench,
      PipelineTab tab,
      Part part,
      Components components,
      ActionControls controls) {
    this.workbench = workbench;
    this.tab = tab;
    this.components = components;
    this.controls = controls;
    canvas =
        new CanvasPane(
            workbench, tab, part, components, controls, this::editCondition, this::isWorkedOn);
    VBox.setVgrow(canvas, Priority.ALWAYS);
    setMinSize(0, 0);
  }

  /// Whether commands to the project come here, not to another of its canvases.
  private boolean isWorkedOn() {
    return tab.canvas() == this;
  }

  /// The inspector of what is selected here.
  final InspectorView inspector() {
    InspectorView made = inspector;
    if (made == null) {
      made =
          new InspectorView(
              tab.run(),
              components,
              new InspectorView.Requests(
                  controls,
                  row -> workbench.opening().view(tab, row),
                  number -> workbench.opening().lookBack(tab, number),
                  graph()::requestFocus,
                  new ProjectPaths(workbench, tab)),
              canvas.selectedModels());
      inspector = made;
    }
    return made;
  }

  private void editCondition(String begin) {
    workbench.layout().shows(Panel.INSPECTOR).set(true);
    inspector().editCondition(begin);
  }

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
  public CanvasLook look() {
    return CanvasLook.of(graph());
  }

  @Override
  public void look(CanvasLook how) {
    how.show(graph());
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
    if (inspector != null) {
      inspector.commit();
    }
  }

  void dispose() {
    if (inspector != null) {
      inspector.dispose();
    }
    canvas.dispose();
  }
}
