package dev.pipewright.app.start;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.components.TypeLook;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;

/// A small drawing of a pipeline: a card with its category's strip for each node, and the links.
public final class PipelineThumbnail extends Pane {

  private static final double MARGIN = 14;
  private static final double LARGEST_WIDTH = 44;
  private static final double LARGEST_HEIGHT = 36;
  private static final double DOT = 2.5;
  private static final double GAP = 9;
  private static final double HEIGHT_OF_WIDTH = 1.1;
  private static final double ROW_STEP = 1.6;

  /// A drawing of this size.
  public PipelineThumbnail(Pipeline pipeline, Components components, double width, double height) {
    getStyleClass().add("thumbnail");
    setMinSize(width, height);
    setPrefSize(width, height);
    setMaxSize(width, height);
    setMouseTransparent(true);
    SmallGraph graph = SmallGraph.of(pipeline);
    int columns = 1 + graph.depths().values().stream().mapToInt(i -> i).max().orElse(0);
    double cardWidth = Math.clamp((width - 2 * MARGIN) / columns - GAP, 6, LARGEST_WIDTH);
    double cardHeight = Math.min(LARGEST_HEIGHT, cardWidth * HEIGHT_OF_WIDTH);
    Map<NodeId, Position> places =
        places(
            graph.depths(),
            width - 2 * MARGIN - cardWidth,
            height - 2 * MARGIN - cardHeight,
            cardHeight);
    graph.links().forEach(link -> draw(link, pipeline, components, places, cardWidth, cardHeight));
    for (Node node : pipeline.nodes()) {
      getChildren().add(card(node, components, place(places, node.id()), cardWidth, cardHeight));
    }
  }

  private void draw(
      Link link,
      Pipeline pipeline,
      Components components,
      Map<NodeId, Position> places,
      double cardWidth,
      double cardHeight) {
    Position from = place(places, link.source().node());
    Position to = place(places, link.node());
    double x1 = from.x() + cardWidth;
    double y1 = from.y() + cardHeight / 2;
    double y2 = to.y() + cardHeight / 2;
    double bend = Math.max(4, Math.abs(to.x() - x1) / 2);
    CubicCurve curve = new CubicCurve(x1, y1, x1 + bend, y1, to.x() - bend, y2, to.x(), y2);
    String style = style(link, pipeline, components);
    curve.getStyleClass().addAll("thumb-link", style);
    getChildren().add(curve);
    for (Circle dot : List.of(new Circle(x1, y1, DOT), new Circle(to.x(), y2, DOT))) {
      dot.getStyleClass().addAll("thumb-dot", style);
      dot.setViewOrder(-1);
      getChildren().add(dot);
    }
  }

  private static String style(Link link, Pipeline pipeline, Components components) {
    return pipeline
        .node(link.source().node())
        .flatMap(node -> components.spec(node.component()))
        .flatMap(
            spec ->
                spec.outputs().stream()
                    .filter(port -> port.name().equals(link.source().port()))
                    .findFirst())
        .map(port -> TypeLook.of(port.type()).styleClass())
        .orElse("type-unknown");
  }

  private static Region card(
      Node node, Components components, Position place, double width, double height) {
    Region strip = new Region();
    strip.getStyleClass().add("thumb-strip");
    StackPane card =
        new StackPane(
            strip,
            Icons.of(components.binding(node.component()).icon(), "icon-14", "category-icon"));
    StackPane.setAlignment(strip, javafx.geometry.Pos.TOP_CENTER);
    card.getStyleClass().addAll("thumb-card", components.style(node.component()).styleClass());
    card.resizeRelocate(place.x(), place.y(), width, height);
    card.setPrefSize(width, height);
    card.setMinSize(width, height);
    card.setManaged(false);
    return card;
  }

  private static Position place(Map<NodeId, Position> places, NodeId node) {
    return Objects.requireNonNull(places.get(node));
  }

  /// From the left to the right along the links, each column in the middle of the height.
  private static Map<NodeId, Position> places(
      Map<NodeId, Integer> depths, double width, double height, double cardHeight) {
    int columns = depths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    Map<NodeId, Position> places = new HashMap<>();
    for (int column = 0; column <= columns; column++) {
      int at = column;
      List<NodeId> nodes =
          depths.entrySet().stream()
              .filter(each -> each.getValue() == at)
              .map(Map.Entry::getKey)
              .toList();
      double step =
          Math.min(cardHeight * ROW_STEP, nodes.size() < 2 ? 0 : height / (nodes.size() - 1));
      for (int row = 0; row < nodes.size(); row++) {
        double x = columns == 0 ? width / 2 : width * column / columns;
        double y = height / 2 + (row - (nodes.size() - 1) / 2.0) * step;
        places.put(nodes.get(row), new Position(Math.rint(MARGIN + x), Math.rint(MARGIN + y)));
      }
    }
    return places;
  }
}
