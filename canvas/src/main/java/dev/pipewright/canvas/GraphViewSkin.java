package dev.pipewright.canvas;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;
import org.jspecify.annotations.Nullable;

/// Draws a `GraphView`.
final class GraphViewSkin extends SkinBase<GraphView> {

  private final Region ground = new Region();
  private final Group links = new Group();
  private final Group cards = new Group();
  private final Group world = new Group(links, cards);
  private final Affine toView = new Affine();
  private final Rectangle clip = new Rectangle();
  private Map<String, NodeItem> nodeItems = new LinkedHashMap<>();
  private Map<String, LinkItem> linkItems = new LinkedHashMap<>();

  GraphViewSkin(GraphView view) {
    super(view);
    ground.getStyleClass().add("ground");
    world.getTransforms().add(toView);
    world.setManaged(false);
    getChildren().addAll(ground, world);
    view.setClip(clip);
    registerChangeListener(view.documentProperty(), _ -> update());
    registerChangeListener(view.zoomProperty(), _ -> look());
    registerChangeListener(view.originXProperty(), _ -> look());
    registerChangeListener(view.originYProperty(), _ -> look());
    update();
    look();
  }

  private void look() {
    GraphView view = getSkinnable();
    double zoom = view.getZoom();
    toView.setMxx(zoom);
    toView.setMyy(zoom);
    toView.setTx(-view.originXProperty().get() * zoom);
    toView.setTy(-view.originYProperty().get() * zoom);
  }

  private void update() {
    GraphDocument document = getSkinnable().getDocument();
    nodeItems.values().forEach(item -> java.util.Objects.requireNonNull(item.card()).dispose());
    nodeItems = new LinkedHashMap<>();
    linkItems = new LinkedHashMap<>();
    links.getChildren().clear();
    cards.getChildren().clear();
    Map<String, Integer> seen = new HashMap<>();
    for (GraphNode node : document.nodes()) {
      NodeItem item = new NodeItem(node);
      item.place(node.isPlaced() ? node.x() : 220.0 * seen.size(), node.isPlaced() ? node.y() : 0);
      seen.put(node.key(), 1);
      NodeCard card = new NodeCard(item, getSkinnable().contentOf(node));
      item.card(card);
      card.relocate(item.x(), item.y());
      nodeItems.put(node.key(), item);
      cards.getChildren().add(card);
    }
    for (GraphLink link : document.links()) {
      NodeItem from = java.util.Objects.requireNonNull(nodeItems.get(link.from().node()));
      NodeItem to = java.util.Objects.requireNonNull(nodeItems.get(link.to().node()));
      LinkItem item = new LinkItem(link, from, to);
      item.line(new LinkLine(item));
      linkItems.put(link.key(), item);
      links.getChildren().add(item.line());
    }
  }

  @Nullable Rectangle2D boundsOf(String key) {
    NodeItem item = nodeItems.get(key);
    return item == null ? null : new Rectangle2D(item.x(), item.y(), item.width(), item.height());
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    ground.resizeRelocate(x, y, width, height);
    clip.setWidth(width);
    clip.setHeight(height);
  }
}
