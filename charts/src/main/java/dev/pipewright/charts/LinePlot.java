package dev.pipewright.charts;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.jspecify.annotations.Nullable;

/// Curves over a common x axis, live and of any length: what is drawn is decided per pixel column,
/// so that no spike is lost among millions of points.
///
/// Dragging zooms into a rectangle, the wheel zooms at the pointer, dragging with Shift or the
/// middle button pans, a double click shows everything again. Arrow keys move the hover line, `+`
/// and `-` zoom, Home shows everything. Colours come from style sheets: `-pw-line` of each line's
/// style class, and the looked-up colours that `charts.css` names.
public final class LinePlot extends Control {

  private static final double PICTURE_SCALE = 2;

  private final StringProperty title = new SimpleStringProperty(this, "title", "");
  private final StringProperty xLabel =
      new SimpleStringProperty(this, "xLabel", Messages.text("plot.step"));
  private final StringProperty emptyText =
      new SimpleStringProperty(this, "emptyText", Messages.text("plot.waiting"));
  private final ObservableList<PlotLine> lines = FXCollections.observableArrayList();
  private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing", 0);
  private final DoubleProperty expectedLastX =
      new SimpleDoubleProperty(this, "expectedLastX", Double.NaN);
  private final DoubleProperty hoverX = new SimpleDoubleProperty(this, "hoverX", Double.NaN);
  private final ObjectProperty<AxisScale> yScale =
      new SimpleObjectProperty<>(this, "yScale", AxisScale.LINEAR);
  private final ObjectProperty<@Nullable Viewport> zoom =
      new SimpleObjectProperty<>(this, "zoom", null);

  /// A plot without lines.
  public LinePlot() {
    getStyleClass().add("line-plot");
    getStylesheets().add(Stylesheet.URL);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    hoverX.addListener(moved -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
  }

  /// The lines, drawn in this order.
  public ObservableList<PlotLine> lines() {
    return lines;
  }

  /// What the lines measure, as `loss`.
  public StringProperty titleProperty() {
    return title;
  }

  /// What the lines measure.
  public String getTitle() {
    return title.get();
  }

  /// Sets what the lines measure.
  public void setTitle(String text) {
    title.set(text);
  }

  /// What x counts, as `step`.
  public StringProperty xLabelProperty() {
    return xLabel;
  }

  /// What x counts.
  public String getXLabel() {
    return xLabel.get();
  }

  /// Sets what x counts.
  public void setXLabel(String text) {
    xLabel.set(text);
  }

  /// What stands between the axes while there is no point.
  public StringProperty emptyTextProperty() {
    return emptyText;
  }

  /// What stands between the axes while there is no point.
  public String getEmptyText() {
    return emptyText.get();
  }

  /// Sets what stands between the axes while there is no point.
  public void setEmptyText(String text) {
    emptyText.set(text);
  }

  /// How much of the earlier values a smoothed line keeps, as in TensorBoard: 0 for nothing, so
  /// that the values themselves are drawn, to 0.999; what is above is drawn as that.
  public DoubleProperty smoothingProperty() {
    return smoothing;
  }

  /// How much of the earlier values a smoothed line keeps.
  public double getSmoothing() {
    return smoothing.get();
  }

  /// Sets how much of the earlier values a smoothed line keeps, from 0 to below 1.
  public void setSmoothing(double weight) {
    smoothing.set(weight);
  }

  /// Where a run that is not over will end, so that the axis shows what is to come; `NaN` where
  /// nobody knows.
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

  /// Where the hover line stands, `NaN` for nowhere. Bind those of several plots to move them
  /// together.
  public DoubleProperty hoverXProperty() {
    return hoverX;
  }

  /// Where the hover line stands, or `NaN`.
  public double getHoverX() {
    return hoverX.get();
  }

  /// Moves the hover line, or hides it with `NaN`.
  public void setHoverX(double x) {
    hoverX.set(x);
  }

  /// How y is spread.
  public ObjectProperty<AxisScale> yScaleProperty() {
    return yScale;
  }

  /// How y is spread.
  public AxisScale getYScale() {
    return yScale.get();
  }

  /// Sets how y is spread.
  public void setYScale(AxisScale scale) {
    yScale.set(Objects.requireNonNull(scale));
  }

  /// The part that is shown, null for everything.
  public ObjectProperty<@Nullable Viewport> zoomProperty() {
    return zoom;
  }

  /// The part that is shown; empty for everything.
  public Optional<Viewport> getZoom() {
    return Optional.ofNullable(zoom.get());
  }

  /// Shows a part.
  public void setZoom(Viewport part) {
    zoom.set(Objects.requireNonNull(part));
  }

  /// Shows everything, also what comes later.
  public void showAll() {
    zoom.set(null);
  }

  /// The plot as it is now, at twice the size of the screen's points.
  ///
  /// @throws IllegalStateException if it has not been shown
  public PlotPicture picture() {
    if (!(getSkin() instanceof LinePlotSkin skin)) {
      throw new IllegalStateException("The plot " + getTitle() + " has not been shown");
    }
    return new PlotPicture(skin.picture(PICTURE_SCALE));
  }

  /// All points of the lines as they are now.
  public PlotTable table() {
    return new PlotTable(getXLabel(), lines);
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, @Nullable Object... parameters) {
    if (attribute != AccessibleAttribute.TEXT || getAccessibleText() != null) {
      return super.queryAccessibleAttribute(attribute, parameters);
    }
    return Double.isNaN(getHoverX())
        ? PlotText.latest(getTitle(), getXLabel(), getEmptyText(), lines)
        : PlotText.at(getHoverX(), getTitle(), getXLabel(), lines);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new LinePlotSkin(this);
  }
}
