package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.components.Components;
import dev.pipewright.app.dock.DockView;
import dev.pipewright.app.error.Notice;
import dev.pipewright.app.graph.Part;
import dev.pipewright.app.graph.PipelineView;
import dev.pipewright.app.inspector.InspectorView;
import dev.pipewright.app.preview.PortPreviews;
import dev.pipewright.app.root.OpenRoot;
import dev.pipewright.app.root.RootBar;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.app.text.Texts;
import dev.pipewright.canvas.GraphSelection;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.canvas.PortEnd;
import dev.pipewright.canvas.PortSide;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.ObservableSet;
import javafx.geometry.Orientation;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A project on the screen: its canvas over its dock; its inspector beside. To be disposed of with
/// the project.
final class PipelinePane extends VBox implements CanvasCommands {

  private static final Texts TEXTS = Texts.of(PipelinePane.class);
  private static final Divider.Limits DOCK = new Divider.Limits(120, 700);
  private static final Divider.Limits METRICS = new Divider.Limits(220, 1200);

  private final Workbench workbench;
  private final PipelineTab tab;
  private final Components components;
  private final PipelineView canvas;
  private final DockView dock;
  private final InspectorView inspector;
  private final Banners banners;
  private final CanvasMenu menu;
  private final PortPreviews previews;
  private final @Nullable RootBar rootBar;
  private final Subscription subscription;
  private boolean isSelectionDue;
  private final javafx.collections.SetChangeListener<String> onSelection = change -> selected();

  PipelinePane(
      Workbench workbench, PipelineTab tab, Components components, ActionControls controls) {
    this.workbench = workbench;
    this.tab = tab;
    this.components = components;
    Layout layout = workbench.layout();
    canvas =
        new PipelineView(
            tab.run(),
            Part.WHOLE,
            components,
            new PipelineView.Requests(
                this::opened,
                this::peek,
                workbench::openAddress,
                asked -> menu().show(asked),
                workbench.errors()::tell,
                workbench.errors()::report));
    previews =
        new PortPreviews(tab.run(), canvas.graph(), canvas::link, row -> workbench.view(tab, row));
    canvas.getChildren().add(previews.card());
    graph().snappingProperty().bind(workbench.preferences().snap().value());
    graph().animatedProperty().bind(workbench.preferences().animations().value());
    menu = new CanvasMenu(controls, canvas, this::preview, this::editCondition);
    canvas.setMinHeight(0);
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
            tab.run(), components, controls, row -> workbench.view(tab, row), tab.selectedModels());
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
      canvas.arrangeAtFirst();
      Platform.runLater(graph()::requestFocus);
    }
    selections().forEach(keys -> keys.addListener(onSelection));
    tab.setCanvas(this);
    setMinSize(0, 0);
  }

  InspectorView inspector() {
    return inspector;
  }

  GraphView graph() {
    return canvas.graph();
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

  private CanvasMenu menu() {
    return menu;
  }

  private void peek(PortEnd end) {
    previews.show(end);
  }

  /// Opens what is at a port: what its node has made last, or for an input, what feeds it.
  private void preview(PortEnd end) {
    tab.run().artifacts().stream()
        .filter(row -> sources(end).contains(new Source(row.node(), row.port())))
        .findFirst()
        .ifPresentOrElse(
            row -> workbench.view(tab, row),
            () ->
                workbench
                    .errors()
                    .tell(
                        new Notice(
                            TEXTS.get("nothing.made", end.port().port()),
                            end.port().node(),
                            TEXTS.get("nothing.made.fix"),
                            "",
                            false)));
  }

  private List<Source> sources(PortEnd end) {
    NodeId node = new NodeId(end.port().node());
    return end.side() == PortSide.OUTPUT
        ? List.of(new Source(node, end.port().port()))
        : tab.project()
            .document()
            .get()
            .node(node)
            .map(found -> found.inputs(end.port().port()))
            .orElse(List.of());
  }

  private List<ObservableSet<String>> selections() {
    GraphSelection selection = graph().getSelection();
    return List.of(selection.nodes(), selection.links(), selection.frames(), selection.notes());
  }

  private void selected() {
    tab.hasSelection().set(!graph().getSelection().isEmpty());
    Set<String> nodes = canvas.graph().getSelection().nodes();
    tab.selected().set(nodes.size() == 1 ? new NodeId(nodes.iterator().next()) : null);
    // Nodes are selected one by one: what many share is looked at when all of them are.
    if (nodes.size() <= 1) {
      select();
    } else if (!isSelectionDue) {
      isSelectionDue = true;
      Platform.runLater(this::select);
    }
  }

  private void select() {
    isSelectionDue = false;
    tab.selection()
        .set(
            tab.project().document().get().nodes().stream()
                .map(Node::id)
                .filter(id -> graph().getSelection().nodes().contains(id.value()))
                .toList());
  }

  private void opened(NodeId node) {
    canvas.graph().getSelection().selectNodes(List.of(node.value()));
    workbench.layout().shows(Panel.INSPECTOR).set(true);
  }

  private void editCondition(NodeId node, String begin) {
    workbench.layout().shows(Panel.INSPECTOR).set(true);
    canvas.graph().getSelection().selectNodes(List.of(node.value()));
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
    switch (how) {
      case IN -> graph().zoomIn();
      case OUT -> graph().zoomOut();
      case FULL_SIZE -> graph().zoomTo(1);
      case FIT -> graph().fit();
      case SELECTION -> graph().zoomToSelection();
    }
  }

  @Override
  public void add(String component) {
    canvas.add(component);
  }

  @Override
  public void edit(Consumer<PipelineView> work) {
    work.accept(canvas);
  }

  @Override
  public boolean dragOver(ComponentSpec spec, double sceneX, double sceneY) {
    return canvas.dragOver(spec, sceneX, sceneY);
  }

  @Override
  public void reveal(NodeId node) {
    canvas.reveal(node);
  }

  @Override
  public void reveal(NodeId node, String field) {
    reveal(node);
    inspector.reveal(field);
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
    selections().forEach(keys -> keys.removeListener(onSelection));
    dock.prefHeightProperty().unbind();
    banners.dispose();
    previews.dispose();
    if (rootBar != null) {
      rootBar.dispose();
    }
    inspector.dispose();
    dock.dispose();
    canvas.dispose();
  }
}
