package dev.pipewright.charts;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The latest value of each line beside a dot in its colour: `● 0.248 ● 0.266`.
public final class ValueLegend extends HBox {

  private static final int DIGITS = 3;

  private final ObservableList<PlotLine> lines = FXCollections.observableArrayList();
  private final Pace pace = new Pace(this::refresh);
  private final InvalidationListener grown = series -> pace.dataChanged();
  private final WeakInvalidationListener weakGrown = new WeakInvalidationListener(grown);

  /// A legend without lines.
  public ValueLegend() {
    getStyleClass().add("value-legend");
    getStylesheets().add(Stylesheet.URL);
    lines.addListener(
        (ListChangeListener<PlotLine>)
            change -> {
              while (change.next()) {
                change.getRemoved().forEach(line -> line.series().removeListener(weakGrown));
                change.getAddedSubList().forEach(line -> line.series().addListener(weakGrown));
              }
              getChildren().setAll(lines.stream().map(ValueLegend::entry).toList());
              refresh();
            });
  }

  /// The lines, shown in this order.
  public ObservableList<PlotLine> lines() {
    return lines;
  }

  private static Label entry(PlotLine line) {
    Region dot = new Region();
    dot.getStyleClass().addAll("dot", line.styleClass());
    Label label = new Label("", dot);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private void refresh() {
    for (int index = 0; index < lines.size(); index++) {
      Series series = lines.get(index).series();
      Label label = (Label) getChildren().get(index);
      int last = series.size() - 1;
      String value = last < 0 ? "–" : NumberText.value(series.y(last), DIGITS);
      label.setText(value);
      label.setAccessibleText(lines.get(index).label() + " " + value);
    }
  }
}
