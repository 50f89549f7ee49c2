package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.components.Components;
import dev.pipewright.app.dock.DockView;
import dev.pipewright.app.graph.Part;
import dev.pipewright.app.graph.PipelineView;
import dev.pipewright.app.inspector.InspectorView;
import dev.pipewright.app.root.OpenRoot;
import dev.pipewright.app.root.RootBar;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A project on the screen: its canvas over its dock; its inspector beside. To be disposed of with
/// the project.
final class PipelinePane extends VBox implements CanvasCommands {

  private static final Divider.Limits DOCK = new Divider.Limits(120, 700);
  private static final Divider.Limits METRICS = new Divider.Limits(220, 1200);

  private final Workbench workbench;
  private final PipelineTab tab;
  private final Components components;
  private final CanvasPane canvas;
  private final DockView dock;
  private final InspectorView inspector;
  private final Banners banners;
  private final @Nullable RootBar rootBar;
  private final Subscription subscription;

  PipelinePane(
      Workbench workbench, PipelineTab tab, Components components, ActionControls controls) {
    this.workbench = workbench;
    this.tab = tab;
    this.components = components;
    Layout layout = workbench.layout();
    canvas = new CanvasPane(workbench, tab, Part.WHOLE, components, controls, this::editCondition);
    VBox.setVgrow(canvas, Priority.ALWAYS);
    banners = new Banners(workbench, tab);
    Divider metrics =
        new Divider(
            Orientation.VERTICAL, layout.metrics(), Divider.Side.SECOND, METRICS, "metrics");
    dock =
        new DockView(
            tab.run(),
            this::category,
            new DockView.Requests(row -> workbench.view(tab, row), this::reveal, this::reveal),
            layout.metrics(),
            metrics);
    dock.prefHeightProperty().bind(layout.dock());
    dock.setMinHeight(0);
    inspector =
        new InspectorView(
            tab.run(),
            components,
            new InspectorView.Requests(
                controls,
                row -> workbench.view(tab, row),
                this::leave,
                new ProjectPaths(workbench, tab)),
            tab.selectedModels());
    Divider below =
        new Divider(Orientation.HORIZONTAL, layout.dock(), Divider.Side.SECOND, DOCK, "dock");
    subscription =
        layout
            .shows(Panel.DOCK)
            .subscribe(
                isShown -> {
                  below.setVisible(isShown);
                  below.setManaged(isShown);
                  dock.setVisible(isShown);
                  dock.setManaged(isShown);
                });
    getChildren().setAll(banners, canvas, below, dock);
    OpenRoot root = tab.root();
    rootBar = root == null ? null : new RootBar(root, () -> workbench.roots().copy(tab));
    if (rootBar != null) {
      getChildren().addFirst(rootBar);
      canvas.view().arrangeAtFirst();
      Platform.runLater(graph()::requestFocus);
    }
    tab.setCanvas(this);
    setMinSize(0, 0);
  }

  InspectorView inspector() {
    return inspector;
  }

  GraphView graph() {
    return canvas.graph();
  }

  /// The canvas, to be worked on.
  CanvasPane canvas() {
    return canvas;
  }

  private String category(NodeId id) {
    return tab.project()
        .document()
        .get()
        .node(id)
        .map(Node::component)
        .map(components::style)
        .orElse(dev.pipewright.nodes.CategoryStyle.CUSTOM)
        .styleClass();
  }

  /// The keys go back to the canvas that is worked on.
  private void leave() {
    tab.canvas().edit(view -> view.graph().requestFocus());
  }

  private void editCondition(NodeId node, String begin) {
    graph().getSelection().selectNodes(List.of(node.value()));
    editCondition(begin);
  }

  /// Has a person edit when the selected node runs.
  void editCondition(String begin) {
    workbench.layout().shows(Panel.INSPECTOR).set(true);
    inspector.editCondition(begin);
  }

  private void reveal(Problem problem) {
    NodeId node = problem.node();
    if (node != null) {
      workbench.layout().shows(Panel.INSPECTOR).set(true);
      reveal(node);
      inspector.reveal(problem.field());
    }
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
    inspector.reveal(field);
  }

  @Override
  public void inspect() {
    inspector.enter();
  }

  @Override
  public void commit() {
    inspector.commit();
  }

  @Override
  public void showLog(NodeId node) {
    dock.showLog(node);
  }

  @Override
  public void showProblems() {
    workbench.layout().shows(Panel.DOCK).set(true);
    dock.showProblems();
  }

  void dispose() {
    tab.setCanvas(CanvasCommands.NONE);
    subscription.unsubscribe();
    dock.prefHeightProperty().unbind();
    banners.dispose();
    if (rootBar != null) {
      rootBar.dispose();
    }
    inspector.dispose();
    dock.dispose();
    canvas.dispose();
  }
}
