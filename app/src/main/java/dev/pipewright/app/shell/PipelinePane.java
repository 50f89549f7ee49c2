package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.components.Components;
import dev.pipewright.app.dock.DockView;
import dev.pipewright.app.graph.Part;
import dev.pipewright.app.root.OpenRoot;
import dev.pipewright.app.root.RootBar;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.check.Problem;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A project on the screen: its canvas over its dock. To be disposed of with the project.
final class PipelinePane extends CanvasTab {

  private static final double MOST_OF_DOCK = 0.45;
  private static final Divider.Limits DOCK = new Divider.Limits(120, 700);
  private static final Divider.Limits METRICS = new Divider.Limits(220, 1200);

  private final Workbench workbench;
  private final PipelineTab tab;
  private final Components components;
  private final DockView dock;
  private final Banners banners;
  private final @Nullable RootBar rootBar;
  private final Subscription subscription;

  PipelinePane(
      Workbench workbench, PipelineTab tab, Components components, ActionControls controls) {
    super(workbench, tab, Part.WHOLE, components, controls);
    this.workbench = workbench;
    this.tab = tab;
    this.components = components;
    Layout layout = workbench.layout();
    banners = new Banners(workbench, tab);
    Divider metrics =
        new Divider(
            Orientation.VERTICAL, layout.metrics(), Divider.Side.SECOND, METRICS, "metrics");
    dock =
        new DockView(
            tab.run(),
            this::category,
            new DockView.Requests(
                row -> workbench.opening().view(tab, row), this::reveal, this::reveal),
            layout.metrics(),
            metrics);
    // In a low window the canvas keeps more than half of it.
    dock.prefHeightProperty()
        .bind(Bindings.min(layout.dock(), heightProperty().multiply(MOST_OF_DOCK)));
    dock.setMinHeight(0);
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
    getChildren().setAll(banners, canvas(), below, dock);
    OpenRoot root = tab.root();
    rootBar = root == null ? null : new RootBar(root, () -> workbench.roots().copy(tab));
    if (rootBar != null) {
      getChildren().addFirst(rootBar);
      canvas().view().arrangeAtFirst();
      Platform.runLater(graph()::requestFocus);
    }
    tab.setCanvas(this);
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

  private void reveal(Problem problem) {
    NodeId node = problem.node();
    if (node != null) {
      workbench.layout().shows(Panel.INSPECTOR).set(true);
      reveal(node);
      inspector().reveal(problem.field());
    }
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

  @Override
  void dispose() {
    tab.setCanvas(CanvasCommands.NONE);
    subscription.unsubscribe();
    dock.prefHeightProperty().unbind();
    banners.dispose();
    if (rootBar != null) {
      rootBar.dispose();
    }
    dock.dispose();
    super.dispose();
  }
}
