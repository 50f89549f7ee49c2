package dev.pipewright.canvas;

import java.util.function.Consumer;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// One tip for all ports and badges: there are too many for one each.
final class Tips implements Consumer<NodeCard> {

  private final Tooltip tip = new Tooltip();

  Tips() {
    tip.getStyleClass().add("graph-tip");
    tip.setWrapText(true);
    tip.setMaxWidth(320);
  }

  /// Gives the parts of a new card their tips.
  @Override
  public void accept(NodeCard card) {
    card.inputs().forEach(this::install);
    card.outputs().forEach(this::install);
    Region badge = card.badge();
    badge.setOnMouseEntered(_ -> show(badge, card.content().problemProperty().get()));
    badge.setOnMouseExited(_ -> Tooltip.uninstall(badge, tip));
  }

  private void install(PortGlyph glyph) {
    glyph.setOnMouseEntered(_ -> show(glyph, text(glyph.port())));
    glyph.setOnMouseExited(_ -> Tooltip.uninstall(glyph, tip));
  }

  static String text(GraphPort port) {
    String first = port.name() + " · " + port.type().name();
    return port.description().isEmpty() ? first : first + "\n" + port.description();
  }

  private void show(Region owner, String text) {
    tip.setText(text);
    Tooltip.install(owner, tip);
  }

  /// The words shown last.
  String shown() {
    return tip.getText();
  }
}
