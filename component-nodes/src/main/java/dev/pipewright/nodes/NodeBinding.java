package dev.pipewright.nodes;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// What a component looks like. Implementations have a public constructor without arguments and are
/// found by `ServiceLoader`; a component without one has the default face and form.
public interface NodeBinding {

  /// The component's name, as `StatisticsGen`.
  String component();

  /// The icon, as Ikonli names it: `mdi2c-chart-histogram`.
  String icon();

  /// A face for a node of the component.
  NodeFace face(NodeModel model);

  /// What the panel shows; the form drawn from the component's spec, unless there is better.
  default Region panel(NodeModel model) {
    return dev.pipewright.nodes.form.ParameterForm.of(model);
  }

  /// The live part of a node's card. Reads artifacts off the JavaFX thread and shows nothing that
  /// is not there.
  interface NodeFace {

    /// What stands between the ports and the footer, 172 pixels wide less the padding.
    Node preview();

    /// The short text at the right of the footer, as `run 36` or `18 ops`; may be empty.
    ObservableValue<String> meta();

    /// How wide the card is to be, in pixels at zoom 1.
    default double width() {
      return 172;
    }

    /// Lets go of the model: no listener stays behind.
    void dispose();
  }
}
