package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What of a card is read from near: port labels, preview, footer.
final class CardDetails extends Region {

  // Between the left and the right of the footer.
  private static final double CHIP_GAP = 6;

  private record PortLabel(Label label, double middle, HPos side) {}

  private final List<PortLabel> labels = new ArrayList<>();
  private final Region line = styled(new Region(), "footer-line");
  private final Region bar = styled(new Region(), "bar");
  private final Region done = styled(new Region(), "bar-done");

  private final NodeItem item;
  private final NodeContent content;

  CardDetails(NodeItem item, NodeContent content) {
    this.item = item;
    this.content = content;
    getStyleClass().add("details");
    setPickOnBounds(false);
  }

  private static Region styled(Region region, String styleClass) {
    region.getStyleClass().add(styleClass);
    return region;
  }

  void clearLabels() {
    labels.clear();
  }

  /// Adds a port's name.
  ///
  /// @param middle of its row, from the top of the card
  void addLabel(String name, double middle, HPos side) {
    Label label = new Label(name);
    label.getStyleClass().add("port-label");
    labels.add(new PortLabel(label, middle, side));
  }

  private boolean isRunning() {
    return content.stateProperty().get() == CardState.RUNNING;
  }

  private boolean hasFooter() {
    return isRunning()
        || content.chipProperty().get() != null
        || content.metaProperty().get() != null;
  }

  double footerHeight() {
    return !hasFooter() ? 0 : isRunning() ? CardMetrics.RUNNING_FOOTER : CardMetrics.FOOTER;
  }

  double previewHeight() {
    Node preview = content.previewProperty().get();
    return preview == null
        ? 0
        : Math.ceil(preview.prefHeight(previewWidth())) + 2 * CardMetrics.PREVIEW_PAD;
  }

  private double previewWidth() {
    return item.width() - 2 * (CardMetrics.BORDER + CardMetrics.PREVIEW_SIDE);
  }

  void clear() {
    getChildren().clear();
  }

  void arrange() {
    List<Node> children = new ArrayList<>();
    labels.forEach(label -> children.add(label.label()));
    addTo(children, content.previewProperty().get());
    if (hasFooter()) {
      children.add(line);
    }
    addTo(children, content.chipProperty().get());
    addTo(children, content.metaProperty().get());
    if (isRunning()) {
      children.add(bar);
      children.add(done);
    }
    getChildren().setAll(children);
  }

  private static void addTo(List<Node> list, @Nullable Node node) {
    if (node != null) {
      list.add(node);
    }
  }

  @Override
  protected void layoutChildren() {
    double side = CardMetrics.BORDER + CardMetrics.LABEL_SIDE;
    double inner = getWidth() - 2 * side;
    for (PortLabel label : labels) {
      double y = label.middle() - CardMetrics.ROW / 2;
      area(label.label(), side, y, inner, CardMetrics.ROW, label.side());
    }
    double y =
        CardMetrics.BORDER
            + CardMetrics.STRIP
            + CardMetrics.HEADER
            + CardMetrics.portsHeight(item.node());
    Node preview = content.previewProperty().get();
    if (preview != null) {
      double height = previewHeight();
      preview.resizeRelocate(
          CardMetrics.BORDER + CardMetrics.PREVIEW_SIDE,
          y + CardMetrics.PREVIEW_PAD,
          previewWidth(),
          height - 2 * CardMetrics.PREVIEW_PAD);
      y += height;
    }
    layoutFooter(y);
  }

  private void layoutFooter(double y) {
    double side = CardMetrics.BORDER + CardMetrics.SIDE;
    double inner = getWidth() - 2 * side;
    // The text of a running footer sits a pixel lower, for the bar below it.
    double row = CardMetrics.FOOTER - (isRunning() ? -1 : 1);
    line.resizeRelocate(CardMetrics.BORDER, y, getWidth() - 2 * CardMetrics.BORDER, 1);
    Node meta = content.metaProperty().get();
    double taken = 0;
    if (meta != null) {
      area(meta, side, y + 1, inner, row, HPos.RIGHT);
      taken = meta.getLayoutBounds().getWidth() + CHIP_GAP;
    }
    Node chip = content.chipProperty().get();
    if (chip != null) {
      if (meta != null) {
        // What a node does says more than what it is like.
        boolean hasRoom = chip.prefWidth(-1) <= inner - taken;
        meta.setVisible(hasRoom);
        taken = hasRoom ? taken : 0;
      }
      area(chip, side, y + 1, inner - taken, row, HPos.LEFT);
    }
    double progress = content.progressProperty().get();
    double fraction = Double.isNaN(progress) ? 0 : Math.clamp(progress, 0, 1);
    bar.resizeRelocate(side, y + CardMetrics.BAR_TOP, inner, CardMetrics.BAR);
    done.resizeRelocate(side, y + CardMetrics.BAR_TOP, inner * fraction, CardMetrics.BAR);
  }

  private void area(Node node, double x, double y, double width, double height, HPos side) {
    layoutInArea(node, x, y, width, height, 0, side, VPos.CENTER);
  }
}
