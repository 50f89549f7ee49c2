package dev.pipewright.nodes.examples;

import dev.pipewright.data.table.Cell;
import dev.pipewright.data.table.ExamplesTable;
import dev.pipewright.data.table.Rows;
import dev.pipewright.nodes.examples.GridColumns.Column;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Draws the rows that are seen.
final class RowPainter {

  static final double ROW = 28;
  static final double NUMBER = 72;
  static final double SPLIT = 64;
  private static final double PAD = 10;
  private static final int LONGEST = 400;

  private final Ink ink;
  private final Pictures pictures;

  RowPainter(Ink ink, Pictures pictures) {
    this.ink = ink;
    this.pictures = pictures;
  }

  /// What is seen.
  ///
  /// @param top the position of the first row, with the part of it that is above
  /// @param left how far the columns that move are moved
  /// @param fixed how wide the columns are that do not
  /// @param hovered the position under the mouse; -1 for none
  /// @param cell the column that has the keys; -1 for none
  record View(
      ExamplesTable table,
      Rows rows,
      List<Column> columns,
      RowSelection selection,
      double top,
      double left,
      double fixed,
      int hovered,
      int cell,
      boolean isFocused) {}

  void paint(GraphicsContext g, View view, double width, double height) {
    g.setFill(ink.back());
    g.fillRect(0, 0, width, height);
    g.setTextBaseline(VPos.CENTER);
    int first = (int) view.top();
    double y = -(view.top() - first) * ROW;
    for (int position = first; position < view.rows().size() && y < height; position++) {
      paintRow(g, view, position, y, width);
      y += ROW;
    }
    g.setFill(ink.edge());
    if (view.left() > 0) {
      g.fillRect(view.fixed() - 1, 0, 1, height);
    }
  }

  private void paintRow(GraphicsContext g, View view, int position, double y, double width) {
    int row = view.rows().row(position);
    boolean isChosen = view.selection().isChosen(position);
    fillBack(g, isChosen, position == view.hovered(), y, width);
    g.setFill(ink.line());
    g.fillRect(0, y + ROW - 1, width, 1);
    cells(g, view, position, row, y, width, false);
    // What moves is covered by what does not: a clip would cost the software pipeline much more.
    g.setFill(ink.back());
    g.fillRect(0, y, view.fixed(), ROW - 1);
    fillBack(g, isChosen, position == view.hovered(), y, view.fixed());
    cells(g, view, position, row, y, width, true);
    lead(g, view, position, row, y);
  }

  private void fillBack(
      GraphicsContext g, boolean isChosen, boolean isHovered, double y, double width) {
    if (isChosen || isHovered) {
      g.setFill(isChosen ? ink.selected() : ink.hover());
      g.fillRect(0, y, width, ROW - 1);
    }
  }

  private void lead(GraphicsContext g, View view, int position, int row, double y) {
    g.setFont(ink.rowFont());
    g.setFill(ink.row());
    g.setTextAlign(TextAlignment.RIGHT);
    g.fillText(Messages.count(row + 1L), NUMBER - 8, y + ROW / 2);
    String split = view.table().split(row);
    g.setFill(ink.split(view.table().splits().indexOf(split)));
    g.fillOval(NUMBER + PAD, y + ROW / 2 - 4, 8, 8);
    g.setFill(ink.text());
    g.setFont(ink.textFont());
    g.setTextAlign(TextAlignment.LEFT);
    g.fillText(ink.fitted(split, ink.textFont(), SPLIT - PAD - 14), NUMBER + PAD + 14, y + ROW / 2);
    if (position == view.selection().lead()) {
      g.setFill(ink.focus());
      g.fillRect(0, y, 3, ROW - 1);
    }
  }

  private void cells(
      GraphicsContext g,
      View view,
      int position,
      int row,
      double y,
      double width,
      boolean isPinned) {
    double origin = isPinned ? NUMBER + SPLIT : view.fixed() - view.left();
    for (int i = 0; i < view.columns().size(); i++) {
      Column column = view.columns().get(i);
      double x = origin + column.x();
      if (column.isPinned() == isPinned && x < width && x + column.width() > 0) {
        paintCell(g, view.table().cell(row, column.name()), row, column, x, y);
        if (i == view.cell() && position == view.selection().lead() && view.isFocused()) {
          g.setStroke(ink.focus());
          g.setLineWidth(1);
          g.strokeRect(x + 0.5, y + 0.5, column.width() - 1, ROW - 2);
        }
      }
    }
  }

  private void paintCell(GraphicsContext g, Cell cell, int row, Column column, double x, double y) {
    double room = column.width() - 2 * PAD;
    if (!cell.hasValue() && !column.feature().isSequence()) {
      hatch(g, x + PAD, y + 8, room);
      return;
    }
    byte[] picture = cell.picture();
    if (picture != null) {
      Image image = pictures.get(row, column.name(), picture);
      if (image != null && !image.isError()) {
        double drawn = Math.min(room, image.getWidth());
        g.drawImage(image, x + PAD, y + 2, drawn, image.getHeight() * drawn / image.getWidth());
        return;
      }
    }
    boolean isNumber = column.feature().isNumeric() && cell.count() == 1;
    Font font = column.feature().isNumeric() ? ink.numberFont() : ink.textFont();
    String text = ink.fitted(oneLine(cell.text(LONGEST)), font, room);
    g.setFont(font);
    g.setFill(ink.text());
    g.setTextAlign(isNumber ? TextAlignment.RIGHT : TextAlignment.LEFT);
    g.fillText(text, isNumber ? x + column.width() - PAD : x + PAD, y + ROW / 2);
  }

  private static String oneLine(String text) {
    return text.indexOf('\n') < 0 && text.indexOf('\t') < 0 && text.indexOf('\r') < 0
        ? text
        : text.replace("\r\n", "\u23ce ")
            .replace('\n', '\u23ce')
            .replace('\r', '\u23ce')
            .replace('\t', ' ');
  }

  private void hatch(GraphicsContext g, double x, double y, double width) {
    Image image = ink.hatch();
    double drawn = Math.min(width, image.getWidth());
    g.drawImage(image, 0, 0, drawn, image.getHeight(), x, y, drawn, image.getHeight());
  }
}
