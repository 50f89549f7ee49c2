package dev.pipewright.charts;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// The values of all lines at the hover line, as a table.
final class HoverTip extends GridPane {

  private static final int DIGITS = 4;

  private final List<Label[]> rows = new ArrayList<>();

  HoverTip() {
    getStyleClass().add("chart-tip");
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
  }

  /// Makes a row for each line.
  void show(List<LineInk> inks, String xLabel, double smoothing) {
    getChildren().clear();
    rows.clear();
    List<String> heads = new ArrayList<>();
    heads.add(Messages.text("tip.series"));
    if (smoothing > 0) {
      heads.add(Messages.text("tip.smoothed"));
    }
    heads.add(Messages.text("tip.value"));
    heads.add(xLabel);
    for (int column = 0; column < heads.size(); column++) {
      add(cell(capitalised(heads.get(column)), "head", column), column, 0);
    }
    for (LineInk ink : inks) {
      addRow(ink.line(), heads.size());
    }
  }

  private void addRow(PlotLine line, int columns) {
    Label[] cells = new Label[columns];
    for (int column = 0; column < columns; column++) {
      boolean isMain = column == 1 && columns == 4;
      cells[column] = cell("", column == 0 ? "name" : isMain ? "main" : "number", column);
      add(cells[column], column, rows.size() + 1);
    }
    Region dot = new Region();
    dot.getStyleClass().addAll("dot", line.styleClass());
    cells[0].setText(line.label());
    cells[0].setGraphic(dot);
    rows.add(cells);
  }

  private static Label cell(String text, String styleClass, int column) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    label.setMinWidth(Region.USE_PREF_SIZE);
    setHalignment((Node) label, column == 0 ? HPos.LEFT : HPos.RIGHT);
    return label;
  }

  /// Fills a line's row with a point of it; both points have the same index.
  void setRow(int row, Points raw, Points shown, int index) {
    Label[] cells = rows.get(row);
    int column = 1;
    if (cells.length == 4) {
      cells[column++].setText(value(shown, index));
    }
    cells[column++].setText(value(raw, index));
    cells[column].setText(index < 0 ? "–" : NumberText.count(raw.x(index)));
  }

  private static String value(Points points, int index) {
    return index < 0 ? "–" : NumberText.value(points.y(index), DIGITS);
  }

  private static String capitalised(String head) {
    return head.isEmpty() ? head : head.substring(0, 1).toUpperCase() + head.substring(1);
  }
}
