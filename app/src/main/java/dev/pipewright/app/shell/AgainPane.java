package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.components.Components;
import dev.pipewright.app.graph.Part;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.runner.RunHistory.Latest;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A project on the screen once more, or a part of it: a canvas with a look and a selection of its
/// own. What is no matter of the canvas is done in the project's own tab. To be disposed of.
class AgainPane extends CanvasTab {

  private final Workbench workbench;
  private final PipelineTab tab;
  private final PipelinePane whole;
  private final VBox banner = new VBox();
  private final Subscription subscription;

  /// @param part what of the project is shown
  /// @param whole what the project's own tab shows
  AgainPane(
      Workbench workbench,
      PipelineTab tab,
      Part part,
      PipelinePane whole,
      Components components,
      ActionControls controls) {
    super(workbench, tab, part, components, controls);
    this.workbench = workbench;
    this.tab = tab;
    this.whole = whole;
    getChildren().setAll(banner, canvas());
    subscription = tab.run().shown().subscribe(this::shownChanged);
  }

  private void shownChanged(@Nullable Latest run) {
    banner.getChildren().clear();
    if (run != null) {
      banner.getChildren().setAll(PastRunBanner.of(workbench, tab, run));
    }
  }

  /// What the project's own tab shows, now on the screen.
  final PipelinePane whole() {
    workbench.selected().set(tab);
    return whole;
  }

  @Override
  public void showLog(NodeId node) {
    whole().showLog(node);
  }

  @Override
  public void showProblems() {
    whole().showProblems();
  }

  @Override
  void dispose() {
    subscription.unsubscribe();
    if (tab.canvas() == this) {
      tab.setCanvas(whole);
    }
    super.dispose();
  }
}
