package dev.pipewright.charts;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.jspecify.annotations.Nullable;

/// Curves without axes in a small well, for a card: the first line filled down to the ground, and a
/// dashed line where the latest point is while more is expected.
public final class Sparkline extends Control {

  private final ObservableList<PlotLine> lines = FXCollections.observableArrayList();
  private final DoubleProperty expectedLastX =
      new SimpleDoubleProperty(this, "expectedLastX", Double.NaN);

  /// A sparkline without lines.
  public Sparkline() {
    getStyleClass().add("sparkline");
    getStylesheets().add(Stylesheet.URL);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
  }

  /// The lines, drawn in this order.
  public ObservableList<PlotLine> lines() {
    return lines;
  }

  /// Where a run that is not over will end; `NaN` where nobody knows.
  public DoubleProperty expectedLastXProperty() {
    return expectedLastX;
  }

  /// Where a run that is not over will end, or `NaN`.
  public double getExpectedLastX() {
    return expectedLastX.get();
  }

  /// Sets where a run that is not over will end, or `NaN`.
  public void setExpectedLastX(double x) {
    expectedLastX.set(x);
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, @Nullable Object... parameters) {
    boolean isText = attribute == AccessibleAttribute.TEXT && getAccessibleText() == null;
    return isText
        ? PlotText.latest("", Messages.text("plot.step"), Messages.text("plot.waiting"), lines)
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new SparklineSkin(this);
  }
}
