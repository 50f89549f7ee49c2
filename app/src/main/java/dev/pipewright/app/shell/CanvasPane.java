package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.components.Components;
import dev.pipewright.app.error.Notice;
import dev.pipewright.app.graph.Part;
import dev.pipewright.app.graph.PipelineView;
import dev.pipewright.app.preview.PortPreviews;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.app.text.Texts;
import dev.pipewright.canvas.GraphIntent;
import dev.pipewright.canvas.GraphSelection;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.canvas.PortEnd;
import dev.pipewright.canvas.PortSide;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.layout.StackPane;

/// The canvas of a project, or of a part of it, with its menu and previews; what is selected on it
/// is what is selected of the project while it is worked on. To be disposed of.
final class CanvasPane extends StackPane {

  private static final Texts TEXTS = Texts.of(CanvasPane.class);

  private final Workbench workbench;
  private final PipelineTab tab;
  private final PipelineView canvas;
  private final CanvasMenu menu;
  private final PortPreviews previews;
  private final BooleanSupplier isWorkedOn;
  private final ObjectProperty<List<NodeId>> selection = new SimpleObjectProperty<>(List.of());
  private final SetChangeListener<String> onSelection = change -> selected();
  private boolean isSelectionDue;

  /// @param part what of the project is shown
  /// @param isWorkedOn whether the project is worked on here, not on another of its canvases
  CanvasPane(
      Workbench workbench,
      PipelineTab tab,
      Part part,
      Components components,
      ActionControls controls,
      CanvasMenu.Conditions conditions,
      BooleanSupplier isWorkedOn) {
    this.workbench = workbench;
    this.tab = tab;
    this.isWorkedOn = isWorkedOn;
    canvas =
        new PipelineView(
            tab.run(),
            part,
            components,
            new PipelineView.Requests(
                this::opened,
                this::peek,
                workbench.opening()::openAddress,
                this::showMenu,
                workbench.errors()::tell,
                workbench.errors()::report));
    previews =
        new PortPreviews(
            tab.run(), canvas.graph(), canvas::link, row -> workbench.opening().view(tab, row));
    menu =
        new CanvasMenu(
            controls,
            canvas,
            this::preview,
            conditions,
            frame -> workbench.opening().show(new Tab.Part(tab, frame)));
    canvas.getChildren().add(previews.card());
    graph().snappingProperty().bind(workbench.preferences().snap().value());
    graph().animatedProperty().bind(workbench.preferences().animations().value());
    selections().forEach(keys -> keys.addListener(onSelection));
    getChildren().setAll(canvas);
    setMinSize(0, 0);
    canvas.setMinHeight(0);
  }

  PipelineView view() {
    return canvas;
  }

  GraphView graph() {
    return canvas.graph();
  }

  private void showMenu(GraphIntent.ContextMenu asked) {
    menu.show(asked);
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
            row -> workbench.opening().view(tab, row),
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

  /// The models of the nodes that are selected here.
  ObservableValue<List<NodeModel>> selectedModels() {
    return selection.map(
        ids -> ids.stream().flatMap(id -> Stream.ofNullable(tab.run().nodes().get(id))).toList());
  }

  /// What is selected here is what is selected of the project, while it is worked on here.
  void selected() {
    Set<String> nodes = canvas.graph().getSelection().nodes();
    if (isWorkedOn.getAsBoolean()) {
      tab.hasSelection().set(!graph().getSelection().isEmpty());
      tab.group().set(group(graph().getSelection()).orElse(null));
      tab.selected().set(nodes.size() == 1 ? new NodeId(nodes.iterator().next()) : null);
    }
    // Nodes are selected one by one: what many share is looked at when all of them are.
    if (nodes.size() <= 1) {
      select();
    } else if (!isSelectionDue) {
      isSelectionDue = true;
      Platform.runLater(this::select);
    }
  }

  private Optional<String> group(GraphSelection selection) {
    if (selection.frames().size() == 1) {
      return Optional.of(selection.frames().iterator().next());
    }
    return selection.nodes().size() != 1
        ? Optional.empty()
        : tab.project()
            .document()
            .get()
            .layout()
            .frameOf(new NodeId(selection.nodes().iterator().next()))
            .map(Frame::id);
  }

  private void select() {
    isSelectionDue = false;
    selection.set(
        tab.project().document().get().nodes().stream()
            .map(Node::id)
            .filter(id -> graph().getSelection().nodes().contains(id.value()))
            .toList());
    if (isWorkedOn.getAsBoolean()) {
      tab.selection().set(selection.get());
    }
  }

  private void opened(NodeId node) {
    graph().getSelection().selectNodes(List.of(node.value()));
    workbench.layout().shows(Panel.INSPECTOR).set(true);
    tab.canvas().inspect();
  }

  void look(CanvasCommands.Look how) {
    switch (how) {
      case IN -> graph().zoomIn();
      case OUT -> graph().zoomOut();
      case FULL_SIZE -> graph().zoomTo(1);
      case FIT -> graph().fit();
      case SELECTION -> graph().zoomToSelection();
    }
  }

  void dispose() {
    selections().forEach(keys -> keys.removeListener(onSelection));
    graph().snappingProperty().unbind();
    graph().animatedProperty().unbind();
    previews.dispose();
    canvas.dispose();
  }
}
