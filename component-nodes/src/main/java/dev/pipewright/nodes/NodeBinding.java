package dev.pipewright.nodes;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// What a component looks like. Implementations have a public constructor without arguments and are
/// found by `ServiceLoader`; a component without one has the default face and form.
public interface NodeBinding {

  /// How wide a card is that has nothing special, in pixels at zoom 1.
  double WIDTH = 172;

  /// The component's name, as `StatisticsGen`.
  String component();

  /// The icon, as Ikonli names it: `mdi2c-chart-histogram`.
  String icon();

  /// A face for a node of the component.
  NodeFace face(NodeModel model);

  /// How wide the card is to be, in pixels at zoom 1.
  default double width() {
    return WIDTH;
  }

  /// What the panel shows; empty for the form drawn from the component's spec.
  default Optional<Region> panel(NodeModel model) {
    return Optional.empty();
  }

  /// The live part of a node's card. Reads artifacts off the JavaFX thread and shows nothing that
  /// is not there.
  interface NodeFace {

    /// What stands between the ports and the footer, as wide as the card less 26 pixels.
    Node preview();

    /// The right of the footer.
    ObservableValue<FooterNote> note();

    /// Lets go of the model: no listener stays behind.
    void dispose();
  }
}
