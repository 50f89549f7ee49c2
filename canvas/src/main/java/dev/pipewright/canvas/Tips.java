package dev.pipewright.canvas;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One tip for all ports and badges: there are too many for one each. That of a port may have a
/// look at what is there.
final class Tips implements Consumer<NodeCard> {

  private final BooleanSupplier ports;
  private final Tooltip tip = new Tooltip();
  private final Function<PortEnd, @Nullable Node> look;

  /// @param ports whether ports have tips
  /// @param look what is shown of a port, beside its words
  Tips(BooleanSupplier ports, Function<PortEnd, @Nullable Node> look) {
    this.ports = ports;
    this.look = look;
    tip.setContentDisplay(ContentDisplay.BOTTOM);
    tip.setGraphicTextGap(8);
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
    badge.setOnMouseEntered(_ -> show(badge, card.content().problemProperty().get(), null));
    badge.setOnMouseExited(_ -> Tooltip.uninstall(badge, tip));
    Region fork = card.fork();
    fork.setOnMouseEntered(_ -> show(fork, card.content().conditionProperty().get(), null));
    fork.setOnMouseExited(_ -> Tooltip.uninstall(fork, tip));
  }

  private void install(PortGlyph glyph) {
    glyph.setOnMouseEntered(
        _ -> {
          if (ports.getAsBoolean()) {
            show(glyph, text(glyph.port()), look.apply(glyph.end()));
          }
        });
    glyph.setOnMouseExited(_ -> Tooltip.uninstall(glyph, tip));
  }

  static String text(GraphPort port) {
    String first = port.name() + " · " + port.type().name();
    return port.description().isEmpty() ? first : first + "\n" + port.description();
  }

  private void show(Region owner, String text, @Nullable Node picture) {
    tip.setText(text);
    tip.setGraphic(picture);
    Tooltip.install(owner, tip);
  }

  /// The look at a port shown last.
  @Nullable Node look() {
    return tip.getGraphic();
  }

  /// The words shown last.
  String shown() {
    return tip.getText();
  }
}
