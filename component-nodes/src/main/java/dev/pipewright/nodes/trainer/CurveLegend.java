package dev.pipewright.nodes.trainer;

import dev.pipewright.nodes.FaceParts;
import dev.pipewright.nodes.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What is measured, and its last value in training and in validation.
final class CurveLegend {

  private final Label name = FaceParts.line("");
  private final Label train = value("train");
  private final Label eval = value("eval");
  private final HBox row = new HBox(name, train, eval);

  CurveLegend() {
    row.getStyleClass().addAll("face-row", "legend");
    row.setAlignment(Pos.CENTER_LEFT);
  }

  Node node() {
    return row;
  }

  /// Shows values; NaN where there is none yet.
  void show(String lossName, double trainValue, double evalValue) {
    boolean hasValues = !Double.isNaN(trainValue) || !Double.isNaN(evalValue);
    name.setText(hasValues ? Texts.text("training.loss") : lossName);
    show(train, trainValue);
    show(eval, evalValue);
  }

  private static void show(Label label, double value) {
    boolean isKnown = !Double.isNaN(value);
    label.setText(isKnown ? Texts.number(value) : "");
    label.setVisible(isKnown);
    label.setManaged(isKnown);
  }

  private static Label value(String series) {
    Label label = FaceParts.line("");
    Region dot = new Region();
    dot.getStyleClass().addAll("dot", series);
    label.setGraphic(dot);
    label.getStyleClass().add("legend-value");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
