package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A node's card: strip, header, ports, preview, footer. Laid out by hand, for there are many.
final class NodeCard extends Region {

  private final NodeItem item;
  private final NodeContent content;
  private final StackPane tile = new StackPane();
  private final Region tint = new Region();
  private final Label title = new Label();
  private final Region badge = new Region();
  private final Region footerLine = new Region();
  private final Region bar = new Region();
  private final Region barFill = new Region();
  private final List<PortGlyph> inputs = new ArrayList<>();
  private final List<PortGlyph> outputs = new ArrayList<>();
  private final List<Label> inputLabels = new ArrayList<>();
  private final List<Label> outputLabels = new ArrayList<>();
  private final InvalidationListener contentChanged = _ -> arrange();
  private final InvalidationListener stateChanged = _ -> showState();
  private final InvalidationListener progressChanged = _ -> requestLayout();

  NodeCard(NodeItem item, NodeContent content) {
    this.item = item;
    this.content = content;
    getStyleClass().addAll("graph-node", item.node().category());
    setAccessibleRole(AccessibleRole.NODE);
    tile.getStyleClass().add("tile");
    tint.getStyleClass().add("tint");
    title.getStyleClass().add("title");
    badge.getStyleClass().add("problem");
    footerLine.getStyleClass().add("footer-line");
    bar.getStyleClass().add("bar");
    barFill.getStyleClass().add("fill");
    content.iconProperty().addListener(contentChanged);
    content.previewProperty().addListener(contentChanged);
    content.chipProperty().addListener(contentChanged);
    content.metaProperty().addListener(contentChanged);
    content.stateProperty().addListener(stateChanged);
    content.problemProperty().addListener(stateChanged);
    content.progressProperty().addListener(progressChanged);
    update();
  }

  NodeItem item() {
    return item;
  }

  List<PortGlyph> inputs() {
    return inputs;
  }

  List<PortGlyph> outputs() {
    return outputs;
  }

  /// Follows a new snapshot of the node.
  void update() {
    GraphNode node = item.node();
    title.setText(node.title());
    setAccessibleText(Messages.text("node", node.title(), node.kind()));
    fill(inputs, inputLabels, node.inputs(), "input");
    fill(outputs, outputLabels, node.outputs(), "output");
    arrange();
    showState();
  }

  private void fill(
      List<PortGlyph> glyphs, List<Label> labels, List<GraphPort> ports, String direction) {
    glyphs.clear();
    labels.clear();
    for (GraphPort port : ports) {
      String spoken =
          Messages.text(direction, port.name(), port.type().name(), item.node().title());
      glyphs.add(new PortGlyph(port, spoken));
      Label label = new Label(port.name());
      label.getStyleClass().add("port-label");
      labels.add(label);
    }
  }

  private void arrange() {
    List<Node> children = new ArrayList<>();
    tile.getChildren().setAll(tint);
    addTo(tile.getChildren(), content.iconProperty().get());
    children.add(tile);
    children.add(title);
    if (!content.problemProperty().get().isEmpty()) {
      children.add(badge);
    }
    children.addAll(inputLabels);
    children.addAll(outputLabels);
    addTo(children, content.previewProperty().get());
    if (hasFooter()) {
      children.add(footerLine);
    }
    addTo(children, content.chipProperty().get());
    addTo(children, content.metaProperty().get());
    if (isRunning()) {
      children.add(bar);
      children.add(barFill);
    }
    children.addAll(inputs);
    children.addAll(outputs);
    getChildren().setAll(children);
    requestLayout();
  }

  private static void addTo(List<? super Node> list, @Nullable Node node) {
    if (node != null) {
      list.add(node);
    }
  }

  private void showState() {
    CardState state = content.stateProperty().get();
    for (CardState each : CardState.values()) {
      pseudoClassStateChanged(
          PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == state);
    }
    pseudoClassStateChanged(
        PseudoClass.getPseudoClass("invalid"), !content.problemProperty().get().isEmpty());
    arrange();
  }

  void mark(PseudoClass mark, boolean on) {
    pseudoClassStateChanged(mark, on);
  }

  private boolean isRunning() {
    return content.stateProperty().get() == CardState.RUNNING;
  }

  private boolean hasFooter() {
    return isRunning()
        || content.chipProperty().get() != null
        || content.metaProperty().get() != null;
  }

  private double footerHeight() {
    return !hasFooter() ? 0 : isRunning() ? CardMetrics.RUNNING_FOOTER : CardMetrics.FOOTER;
  }

  private double previewHeight() {
    Node preview = content.previewProperty().get();
    return preview == null
        ? 0
        : Math.ceil(preview.prefHeight(item.width() - 2 - 2 * CardMetrics.PREVIEW_SIDE));
  }

  @Override
  protected double computePrefWidth(double height) {
    return item.width();
  }

  @Override
  protected double computePrefHeight(double width) {
    return 2 * CardMetrics.BORDER
        + CardMetrics.STRIP
        + CardMetrics.HEADER
        + CardMetrics.portsHeight(item.node())
        + previewHeight()
        + footerHeight();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double x = CardMetrics.BORDER + CardMetrics.SIDE;
    double y = CardMetrics.BORDER + CardMetrics.STRIP;
    tile.resizeRelocate(x, y + 6, CardMetrics.TILE, CardMetrics.TILE);
    double titleX = x + CardMetrics.TILE + CardMetrics.TILE_GAP;
    double titleEnd = width - CardMetrics.SIDE - (badge.getParent() == null ? 0 : 20);
    title.resizeRelocate(titleX, y, titleEnd - titleX, CardMetrics.HEADER);
    badge.resizeRelocate(width - CardMetrics.SIDE - 16, y + 10, 16, 16);
    layoutPorts(width);
    y += CardMetrics.HEADER + CardMetrics.portsHeight(item.node());
    Node preview = content.previewProperty().get();
    if (preview != null) {
      double inner = width - 2 - 2 * CardMetrics.PREVIEW_SIDE;
      preview.resizeRelocate(1 + CardMetrics.PREVIEW_SIDE, y, inner, previewHeight());
      y += previewHeight();
    }
    layoutFooter(width, y);
  }

  private void layoutPorts(double width) {
    double half = width / 2;
    for (int i = 0; i < inputs.size(); i++) {
      double y = CardMetrics.portY(i);
      layoutInArea(
          inputLabels.get(i),
          1 + CardMetrics.LABEL_SIDE,
          y - 10,
          half,
          20,
          0,
          javafx.geometry.HPos.LEFT,
          javafx.geometry.VPos.CENTER);
      inputs.get(i).resizeRelocate(-6, y - 6, 12, 12);
    }
    for (int i = 0; i < outputs.size(); i++) {
      double y = CardMetrics.portY(i);
      layoutInArea(
          outputLabels.get(i),
          half - 1 - CardMetrics.LABEL_SIDE,
          y - 10,
          half,
          20,
          0,
          javafx.geometry.HPos.RIGHT,
          javafx.geometry.VPos.CENTER);
      outputs.get(i).resizeRelocate(width - 6, y - 6, 12, 12);
    }
  }

  private void layoutFooter(double width, double y) {
    footerLine.resizeRelocate(1, y, width - 2, 1);
    double inner = width - 2 - 2 * CardMetrics.SIDE;
    Node chip = content.chipProperty().get();
    if (chip != null) {
      layoutInArea(
          chip,
          1 + CardMetrics.SIDE,
          y + 1,
          inner,
          26,
          0,
          javafx.geometry.HPos.LEFT,
          javafx.geometry.VPos.CENTER);
    }
    Node meta = content.metaProperty().get();
    if (meta != null) {
      layoutInArea(
          meta,
          1 + CardMetrics.SIDE,
          y + 1,
          inner,
          26,
          0,
          javafx.geometry.HPos.RIGHT,
          javafx.geometry.VPos.CENTER);
    }
    double progress = content.progressProperty().get();
    bar.resizeRelocate(1 + CardMetrics.SIDE, y + 28, inner, 6);
    barFill.resizeRelocate(
        1 + CardMetrics.SIDE, y + 28, Double.isNaN(progress) ? 0 : inner * progress, 6);
  }

  /// Lets go of the content.
  void dispose() {
    content.iconProperty().removeListener(contentChanged);
    content.previewProperty().removeListener(contentChanged);
    content.chipProperty().removeListener(contentChanged);
    content.metaProperty().removeListener(contentChanged);
    content.stateProperty().removeListener(stateChanged);
    content.problemProperty().removeListener(stateChanged);
    content.progressProperty().removeListener(progressChanged);
    getChildren().clear();
    content.dispose();
  }
}
