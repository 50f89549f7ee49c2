package dev.pipewright.app.shell;

import dev.pipewright.app.run.RunState;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.app.tour.TourView;
import dev.pipewright.data.starter.Template;
import dev.pipewright.pipeline.Node;
import java.util.List;
import java.util.function.ToIntFunction;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Leads through the window, on the penguins.
final class Tours {

  private final Workbench workbench;
  private final Pane window;
  private @Nullable TourView tour;

  /// @param window the tour is drawn over what is in it
  Tours(Workbench workbench, Pane window) {
    this.workbench = workbench;
    this.window = window;
  }

  /// Begins, where no tour is under way; on a new pipeline where none is shown.
  void begin() {
    if (tour != null) {
      return;
    }
    if (workbench.activeNow().isEmpty() && workbench.components().get() != null) {
      workbench.arrivals().use(Template.PENGUINS);
    }
    TourView made = new TourView(steps(), this::end);
    tour = made;
    window.getChildren().add(made);
    made.begin();
  }

  private void end() {
    workbench.preferences().knowsTour().set(true);
    window.getChildren().remove(tour);
    tour = null;
  }

  private List<TourView.Step> steps() {
    int nodes = count(tab -> tab.project().document().get().nodes().size());
    int before = nodes == 0 ? Template.PENGUINS.pipeline().nodes().size() : nodes;
    int links = links();
    int linksBefore =
        nodes == 0
            ? (int) Template.PENGUINS.pipeline().nodes().stream().flatMap(Node::links).count()
            : links;
    Runnable none = () -> {};
    return List.of(
        new TourView.Step("canvas", ".graph-view", none, null),
        new TourView.Step(
            "palette",
            ".palette",
            () -> show(Panel.PALETTE),
            () -> count(tab -> tab.project().document().get().nodes().size()) > before),
        new TourView.Step("link", ".graph-view", none, () -> links() > linksBefore),
        new TourView.Step(
            "inspector",
            ".inspector",
            () -> show(Panel.INSPECTOR),
            () -> count(tab -> isTrainer(tab) ? 1 : 0) > 0),
        new TourView.Step(
            "run",
            ".tool-line .button",
            none,
            () -> count(tab -> tab.run().state().get() == RunState.IDLE ? 0 : 1) > 0),
        new TourView.Step("metrics", ".dock", () -> show(Panel.DOCK), null),
        new TourView.Step("artifact", ".dock .panel-tabs", () -> show(Panel.DOCK), null));
  }

  private static boolean isTrainer(PipelineTab tab) {
    var selected = tab.selected().get();
    return selected != null
        && tab.project()
            .document()
            .get()
            .node(selected)
            .filter(node -> node.component().equals("Trainer"))
            .isPresent();
  }

  private int count(ToIntFunction<PipelineTab> of) {
    return workbench.activeNow().stream().mapToInt(of).sum();
  }

  private int links() {
    return count(
        tab -> (int) tab.project().document().get().nodes().stream().flatMap(Node::links).count());
  }

  private void show(Panel panel) {
    workbench.layout().shows(panel).set(true);
  }
}
