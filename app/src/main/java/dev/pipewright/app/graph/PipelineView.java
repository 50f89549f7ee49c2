package dev.pipewright.app.graph;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.components.TypeLook;
import dev.pipewright.app.project.Project;
import dev.pipewright.app.run.RunModel;
import dev.pipewright.canvas.GraphDocument;
import dev.pipewright.canvas.GraphIntent;
import dev.pipewright.canvas.GraphLayout;
import dev.pipewright.canvas.GraphNode;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.canvas.NodeContent;
import dev.pipewright.nodes.ComponentCard;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The canvas of a project. To be disposed of with it.
public final class PipelineView extends StackPane {

  private final Project project;
  private final RunModel run;
  private final Components components;
  private final GraphView graph = new GraphView();
  private final Map<String, ComponentCard> cards = new HashMap<>();
  private final Map<NodeModel, Subscription> statuses = new HashMap<>();
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final InvalidationListener onChange = change -> changed();
  private boolean isUpdateDue;

  /// The canvas of a project.
  ///
  /// @param onOpen takes the node that a person opens
  public PipelineView(RunModel run, Components components, Consumer<NodeId> onOpen) {
    this.project = run.project();
    this.run = run;
    this.components = components;
    getChildren().setAll(graph);
    graph.getLegend().setAll(TypeLook.legend());
    graph.setNodeContent(this::content);
    graph.setOnIntent(intent -> intend(intent, onOpen));
    subscriptions.add(project.document().subscribe(now -> changed()));
    run.nodes().addListener(onChange);
    run.artifacts().addListener(onChange);
    update();
  }

  private NodeContent content(GraphNode node) {
    NodeModel model = run.nodes().get(new NodeId(node.key()));
    if (model == null) {
      return new NodeContent();
    }
    ComponentCard card = new ComponentCard(model, components.binding(model.spec().name()));
    cards.put(node.key(), card);
    return card.content();
  }

  /// Several things change at once when a document or a run does: they are drawn together.
  private void changed() {
    if (!isUpdateDue) {
      isUpdateDue = true;
      Platform.runLater(
          () -> {
            isUpdateDue = false;
            update();
          });
    }
  }

  private void update() {
    statuses.keySet().stream()
        .filter(model -> !run.nodes().containsValue(model))
        .toList()
        .forEach(model -> Objects.requireNonNull(statuses.remove(model)).unsubscribe());
    for (NodeModel model : run.nodes().values()) {
      statuses.computeIfAbsent(model, each -> each.status().subscribe((before, now) -> changed()));
    }
    GraphDocument document =
        new GraphMapping(components, run.nodes(), run.artifacts()).map(project.document().get());
    if (!document.equals(graph.getDocument())) {
      graph.setDocument(document);
    }
    cards.keySet().retainAll(document.nodes().stream().map(GraphNode::key).toList());
    cards.forEach((key, card) -> card.waitsFor(awaited(new NodeId(key))));
  }

  /// The first node among those it needs that has not made its outputs.
  private @Nullable NodeId awaited(NodeId id) {
    NodeModel model = run.nodes().get(id);
    return model == null
        ? null
        : model
            .node()
            .get()
            .sources()
            .map(Source::node)
            .filter(this::isAwaited)
            .findFirst()
            .orElse(null);
  }

  private boolean isAwaited(NodeId id) {
    NodeModel model = run.nodes().get(id);
    return model != null && !model.status().get().state().hasOutputs();
  }

  private void intend(GraphIntent intent, Consumer<NodeId> onOpen) {
    switch (intent) {
      case GraphIntent.MoveItems moved ->
          project.edit(
              CanvasEdits.move(project.document().get(), moved, shown()),
              "move " + moved.nodes().keySet());
      case GraphIntent.Delete deleted ->
          project.edit(CanvasEdits.delete(deleted, graph.getDocument().links()));
      case GraphIntent.Open(String node) -> onOpen.accept(new NodeId(node));
      default -> {}
    }
  }

  private Map<NodeId, Position> shown() {
    Map<NodeId, Position> places = new HashMap<>();
    for (GraphNode node : graph.getDocument().nodes()) {
      Rectangle2D bounds = graph.nodeBounds(node.key());
      if (bounds != null) {
        places.put(new NodeId(node.key()), new Position(bounds.getMinX(), bounds.getMinY()));
      }
    }
    return places;
  }

  /// The canvas itself, to look around in.
  public GraphView graph() {
    return graph;
  }

  /// Adds a component in the middle of what is seen, and selects it.
  public void addInTheMiddle(String component) {
    NodeId id = CanvasEdits.freeName(project.document().get(), component);
    Position place = free(graph.getWidth() > 0 ? middle() : new Position(48, 48));
    project.edit(CanvasEdits.add(project.document().get(), id, component, place, shown()));
    update();
    graph.getSelection().selectNodes(List.of(id.value()));
  }

  /// Where a card stands that is in the middle of what is seen, on the grid.
  private Position middle() {
    double width = graph.getWidth() / graph.getZoom();
    double height = graph.getHeight() / graph.getZoom();
    double x = graph.originXProperty().get() + (width - GraphNode.WIDTH) / 2;
    double y = graph.originYProperty().get() + height / 2 - 60;
    return new Position(Math.rint(x / 4) * 4, Math.rint(y / 4) * 4);
  }

  /// A place near by where no other node begins.
  private Position free(Position wanted) {
    Position place = wanted;
    while (shown().containsValue(place)) {
      place = new Position(place.x() + 24, place.y() + 24);
    }
    return place;
  }

  /// Deletes what is selected.
  public void deleteSelection() {
    Edit edit =
        CanvasEdits.delete(
            new GraphIntent.Delete(
                List.copyOf(graph.getSelection().nodes()),
                List.copyOf(graph.getSelection().links())),
            graph.getDocument().links());
    project.edit(edit);
  }

  /// Places all nodes anew.
  public void arrange() {
    GraphDocument unplaced =
        GraphDocument.of(
            graph.getDocument().nodes().stream().map(n -> n.at(Double.NaN, Double.NaN)).toList(),
            graph.getDocument().links());
    SequencedMap<NodeId, Position> places = new LinkedHashMap<>();
    GraphLayout.places(unplaced)
        .forEach((key, p) -> places.put(new NodeId(key), new Position(p.getX(), p.getY())));
    project.edit(CanvasEdits.arrange(project.document().get(), places));
  }

  /// Selects a node and brings it into view.
  public void reveal(NodeId node) {
    graph.getSelection().selectNodes(List.of(node.value()));
    graph.reveal(node.value());
  }

  /// Lets go of the project and of all cards.
  public void dispose() {
    subscriptions.forEach(Subscription::unsubscribe);
    statuses.values().forEach(Subscription::unsubscribe);
    statuses.clear();
    run.nodes().removeListener(onChange);
    run.artifacts().removeListener(onChange);
    graph.setDocument(GraphDocument.EMPTY);
    cards.clear();
  }
}
