package dev.pipewright.nodes.viewer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// A table of rows to be read: columns sort, rows are copied as text with tabs.
///
/// @param <R> a row
final class DataTable<R> extends TableView<R> {

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  /// Texts longer than this are cut in their cell; the copy has all.
  private static final int LONGEST = 300;

  /// A tip with more would cover the window.
  private static final int LONGEST_TIP = 1_000;

  private static final double TIP_WIDTH = 560;
  private static final double JAVAFX_WIDTH = 80;

  private final List<Function<R, String>> copied = new ArrayList<>();

  DataTable(String name) {
    setAccessibleText(name);
    getStyleClass().add("data-table");
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setPlaceholder(new Label(Messages.text("table.empty")));
    setOnKeyPressed(
        event -> {
          if (COPY.match(event)) {
            copy();
            event.consume();
          }
        });
    MenuItem copy = new MenuItem(Messages.text("copy"));
    copy.setOnAction(event -> copy());
    setContextMenu(new ContextMenu(copy));
  }

  /// A column of texts.
  DataTable<R> text(String title, double width, Function<R, String> text) {
    TableColumn<R, String> column = column(title, width, text);
    column.setCellFactory(c -> new TextCell<>());
    copied.add(text);
    return this;
  }

  /// A column of texts that are code: types, shapes.
  DataTable<R> code(String title, double width, Function<R, String> text) {
    text(title, width, text);
    getColumns().getLast().getStyleClass().add("code");
    return this;
  }

  /// A column of numbers; null where there is none, which sorts last.
  DataTable<R> number(
      String title,
      double width,
      Function<R, @Nullable Double> number,
      Function<Double, String> format) {
    TableColumn<R, @Nullable Double> column = this.<@Nullable Double>column(title, width, number);
    column.getStyleClass().add("num");
    column.setComparator(Comparator.nullsLast(Comparator.naturalOrder()));
    column.setCellFactory(c -> new NumberCell<>(format));
    copied.add(
        row -> {
          Double value = number.apply(row);
          return value == null ? "" : format.apply(value);
        });
    return this;
  }

  /// A column of nodes, for what is drawn; `text` says the same for a copy and sorts.
  DataTable<R> drawn(String title, double width, Function<R, String> text, Function<R, Node> node) {
    return drawn(title, width, text, Comparator.comparing(text), node);
  }

  /// The same, sorted in another order.
  DataTable<R> drawn(
      String title,
      double width,
      Function<R, String> text,
      Comparator<R> order,
      Function<R, Node> node) {
    return cells(title, width, text, order, () -> new DrawnCell<>(node));
  }

  /// A column with cells of the caller's own.
  DataTable<R> cells(
      String title,
      double width,
      Function<R, String> text,
      Comparator<R> order,
      Supplier<TableCell<R, R>> cell) {
    TableColumn<R, R> column = column(title, width, Function.identity());
    column.setComparator(order);
    column.setCellFactory(c -> cell.get());
    copied.add(text);
    return this;
  }

  /// Lets the last column take the room that the others leave.
  DataTable<R> wideLast() {
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    return this;
  }

  /// The selected rows, or all where none is, with a line of titles.
  String copyText() {
    List<R> chosen = getSelectionModel().getSelectedItems();
    List<R> rows = chosen.isEmpty() ? getItems() : chosen;
    String titles =
        getColumns().stream().map(TableColumn::getText).collect(Collectors.joining("\t"));
    return rows.stream()
        .map(
            row ->
                copied.stream().map(c -> oneLine(c.apply(row))).collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\n", titles + "\n", "\n"));
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(copyText());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private <T extends @Nullable Object> TableColumn<R, T> column(
      String title, double width, Function<R, T> value) {
    TableColumn<R, T> column = new TableColumn<>(title);
    // A column as wide as JavaFX's default is measured by laying out its first rows.
    column.setPrefWidth(width == JAVAFX_WIDTH ? width + 1 : width);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    if (getColumns().isEmpty()) {
      column.getStyleClass().add("first");
    }
    getColumns().add(column);
    return column;
  }

  private static String oneLine(String text) {
    return text.replace('\t', ' ').replace('\n', ' ');
  }

  private static final class TextCell<R> extends TableCell<R, String> {
    @Override
    protected void updateItem(@Nullable String text, boolean isEmpty) {
      super.updateItem(text, isEmpty);
      String whole = isEmpty || text == null ? "" : oneLine(text);
      setText(whole.length() > LONGEST ? whole.substring(0, LONGEST) + "…" : whole);
      setTooltip(whole.length() > 40 ? tip(whole) : null);
    }

    private static Tooltip tip(String whole) {
      Tooltip tip =
          new Tooltip(
              whole.length() > LONGEST_TIP
                  ? whole.substring(0, LONGEST_TIP)
                      + Messages.text("tip.more", whole.length() - LONGEST_TIP)
                  : whole);
      tip.setWrapText(true);
      tip.setMaxWidth(TIP_WIDTH);
      return tip;
    }
  }

  private static final class NumberCell<R> extends TableCell<R, @Nullable Double> {
    private final Function<Double, String> format;

    NumberCell(Function<Double, String> format) {
      this.format = format;
      getStyleClass().add("num");
    }

    @Override
    protected void updateItem(@Nullable Double number, boolean isEmpty) {
      super.updateItem(number, isEmpty);
      setText(isEmpty || number == null ? "" : format.apply(number));
    }
  }

  private static final class DrawnCell<R> extends TableCell<R, R> {
    private final Function<R, Node> node;
    private @Nullable R drawn;

    DrawnCell(Function<R, Node> node) {
      this.node = node;
    }

    @Override
    protected void updateItem(@Nullable R row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      R wanted = isEmpty ? null : row;
      // A cell is told of its row at every layout; what is drawn anew asks for another.
      if (wanted != drawn) {
        drawn = wanted;
        setGraphic(wanted == null ? null : node.apply(wanted));
      }
    }
  }
}
