package dev.pipewright.charts;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.jspecify.annotations.Nullable;

/// Counts by bin of numbers, or by category. Colour: `-fx-fill` of `.histogram .bars`.
public final class Histogram extends Control {

  /// How much is drawn.
  public enum Detail {
    /// Axes, and a tip for the bar under the pointer.
    FULL,
    /// Bars of equal width and the title below, for a card.
    COMPACT
  }

  /// What the height of a bin says.
  public enum Height {
    /// How many values it holds.
    COUNT,
    /// How many values it holds by unit of its width: the area is the count, as bins of equal
    /// counts need it.
    DENSITY
  }

  private final StringProperty title = new SimpleStringProperty(this, "title", "");
  private final ObjectProperty<List<? extends Bar>> bars =
      new SimpleObjectProperty<>(this, "bars", List.of());
  private final ObjectProperty<Detail> detail =
      new SimpleObjectProperty<>(this, "detail", Detail.FULL);
  private final ObjectProperty<Height> height =
      new SimpleObjectProperty<>(this, "height", Height.COUNT);
  private final ObjectProperty<AxisScale> countScale =
      new SimpleObjectProperty<>(this, "countScale", AxisScale.LINEAR);

  /// A histogram without bars.
  public Histogram() {
    getStyleClass().add("histogram");
    getStylesheets().add(Stylesheet.URL);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
  }

  /// What is counted, as `fare`.
  public StringProperty titleProperty() {
    return title;
  }

  /// What is counted.
  public String getTitle() {
    return title.get();
  }

  /// Sets what is counted.
  public void setTitle(String text) {
    title.set(text);
  }

  /// The bars from left to right: all bins, or all categories.
  public ObjectProperty<List<? extends Bar>> barsProperty() {
    return bars;
  }

  /// The bars from left to right.
  public List<? extends Bar> getBars() {
    return bars.get();
  }

  /// Sets the bars from left to right: all bins, or all categories.
  public void setBars(List<? extends Bar> all) {
    bars.set(List.copyOf(all));
  }

  /// How much is drawn.
  public ObjectProperty<Detail> detailProperty() {
    return detail;
  }

  /// How much is drawn.
  public Detail getDetail() {
    return detail.get();
  }

  /// Sets how much is drawn.
  public void setDetail(Detail value) {
    detail.set(Objects.requireNonNull(value));
  }

  /// What the height of a bin says; categories show their count.
  public ObjectProperty<Height> barHeightProperty() {
    return height;
  }

  /// What the height of a bin says.
  public Height getBarHeight() {
    return height.get();
  }

  /// Sets what the height of a bin says.
  public void setBarHeight(Height value) {
    height.set(Objects.requireNonNull(value));
  }

  /// How heights are spread; [AxisScale#LOG] is of one more than the count, so that nothing is
  /// nothing.
  public ObjectProperty<AxisScale> countScaleProperty() {
    return countScale;
  }

  /// How heights are spread.
  public AxisScale getCountScale() {
    return countScale.get();
  }

  /// Sets how heights are spread.
  public void setCountScale(AxisScale scale) {
    countScale.set(Objects.requireNonNull(scale));
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, @Nullable Object... parameters) {
    Object said = super.queryAccessibleAttribute(attribute, parameters);
    return said == null && attribute == AccessibleAttribute.TEXT
        ? BarText.ofAll(getTitle(), getBars())
        : said;
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new HistogramSkin(this);
  }
}
