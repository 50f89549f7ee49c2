package dev.pipewright.app.dock;

import dev.pipewright.app.components.TypeMark;
import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.text.Units;
import dev.pipewright.pipeline.NodeId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The artifacts of the last run as a table; a double click or Enter opens one.
final class ArtifactsView extends TableView<ArtifactRow> {

  private static final Texts TEXTS = Texts.of(ArtifactsView.class);
  private static final double LEAST = 84;
  private static final DateTimeFormatter TODAY =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
  private static final DateTimeFormatter EARLIER =
      DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.systemDefault());

  ArtifactsView(
      ObservableList<ArtifactRow> artifacts,
      Function<NodeId, String> category,
      Consumer<ArtifactRow> onOpen) {
    getStyleClass().add("artifacts");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    getColumns().add(node(category));
    getColumns().add(column("port", 124, ArtifactRow::port));
    getColumns().add(type());
    getColumns().add(number("size", 76, ArtifactRow::bytes, ArtifactsView::size));
    getColumns().add(number("time", 84, row -> row.time().toEpochMilli(), ArtifactsView::time));
    getColumns().add(number("run", 44, row -> (long) row.run(), row -> "" + row.run()));
    setPlaceholder(
        new EmptyState(
            "mdi2p-package-variant-closed",
            TEXTS.get("artifacts.empty"),
            TEXTS.get("artifacts.empty.line")));
    SortedList<ArtifactRow> sorted = new SortedList<>(artifacts);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    setAccessibleText(TEXTS.get("artifacts"));
    setRowFactory(table -> row(onOpen));
    addEventHandler(KeyEvent.KEY_PRESSED, event -> keyPressed(event, onOpen));
  }

  private static TableRow<ArtifactRow> row(Consumer<ArtifactRow> onOpen) {
    TableRow<ArtifactRow> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && row.getItem() != null) {
            onOpen.accept(row.getItem());
          }
        });
    return row;
  }

  private void keyPressed(KeyEvent event, Consumer<ArtifactRow> onOpen) {
    ArtifactRow row = getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.ENTER && row != null) {
      onOpen.accept(row);
      event.consume();
    }
  }

  private static String size(ArtifactRow row) {
    return row.bytes() < 0 ? "" : Units.bytes(row.bytes());
  }

  private static String time(ArtifactRow row) {
    boolean isToday =
        LocalDate.ofInstant(row.time(), ZoneId.systemDefault()).equals(LocalDate.now());
    return (isToday ? TODAY : EARLIER).format(row.time());
  }

  private static <T> TableColumn<ArtifactRow, T> column(
      String key, double width, Function<ArtifactRow, T> value) {
    TableColumn<ArtifactRow, T> column = new TableColumn<>(TEXTS.get("artifacts." + key));
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, LEAST));
    column.setReorderable(false);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    return column;
  }

  private static TableColumn<ArtifactRow, Long> number(
      String key,
      double width,
      Function<ArtifactRow, Long> value,
      Function<ArtifactRow, String> text) {
    TableColumn<ArtifactRow, Long> column = column(key, width, value);
    column.getStyleClass().add("num");
    column.setCellFactory(
        c ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable Long item, boolean empty) {
                super.updateItem(item, empty);
                ArtifactRow row = getTableRow() == null ? null : getTableRow().getItem();
                setText(empty || row == null ? null : text.apply(row));
              }
            });
    column.setComparator(Comparator.naturalOrder());
    return column;
  }

  private static TableColumn<ArtifactRow, String> node(Function<NodeId, String> category) {
    TableColumn<ArtifactRow, String> column = column("node", 128, row -> row.node().value());
    column.setCellFactory(
        c ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable String item, boolean empty) {
                super.updateItem(item, empty);
                if (empty || item == null) {
                  setGraphic(null);
                  return;
                }
                Label label = new Label(item);
                label
                    .getStyleClass()
                    .addAll(
                        "medium", "caption", "category-label", category.apply(new NodeId(item)));
                setGraphic(label);
              }
            });
    return column;
  }

  private static TableColumn<ArtifactRow, String> type() {
    TableColumn<ArtifactRow, String> column = column("type", 150, row -> row.type().name());
    column.setCellFactory(
        c ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable String item, boolean empty) {
                super.updateItem(item, empty);
                ArtifactRow row = getTableRow() == null ? null : getTableRow().getItem();
                setText(empty ? null : item);
                setGraphic(empty || row == null ? null : TypeMark.of(row.type()));
              }
            });
    return column;
  }
}
