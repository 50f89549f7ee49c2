package dev.pipewright.nodes.examples;

import dev.pipewright.data.table.ExamplesTable.Feature;
import dev.pipewright.nodes.theme.Icons;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// Chooses which columns are shown, and which stay at the left.
final class ColumnsMenu {

  private static final double WIDTH = 300;

  private final GridColumns columns;
  private final Runnable onChange;
  private final TextField search = new TextField();
  private final ListView<Feature> list = new ListView<>();
  private final Popup popup = new Popup();

  ColumnsMenu(GridColumns columns, Runnable onChange) {
    this.columns = columns;
    this.onChange = onChange;
    search.setPromptText(Messages.text("columns.search"));
    search.setAccessibleText(Messages.text("columns.search"));
    search.textProperty().subscribe(text -> fill());
    search.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            event.consume();
          }
        });
    HBox.setHgrow(search, Priority.ALWAYS);
    HBox field = new HBox(Icons.of("mdi2m-magnify"), search);
    field.getStyleClass().add("icon-field");
    list.setFixedCellSize(28);
    list.setPrefSize(WIDTH, 28 * 12);
    list.setCellFactory(view -> new Row());
    list.setAccessibleText(Messages.text("columns"));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    HBox foot =
        new HBox(
            link("columns.all", columns::showAll),
            link("columns.none", () -> columns.hideAllBut(Set.of())),
            link("columns.reset", columns::reset));
    foot.getStyleClass().add("columns-foot");
    VBox box = new VBox(field, list, foot);
    box.getStyleClass().add("columns-menu");
    box.getStylesheets().add(ExamplesPane.SHEET);
    popup.getContent().setAll(box);
    popup.setAutoHide(true);
    popup.setAutoFix(true);
  }

  private Button link(String key, Runnable action) {
    Button button = new Button(Messages.text(key));
    button.getStyleClass().addAll("flat", "small");
    button.setOnAction(
        event -> {
          action.run();
          list.refresh();
          onChange.run();
        });
    return button;
  }

  /// Opens below a button, or closes.
  void toggle(Node owner) {
    if (popup.isShowing()) {
      popup.hide();
      return;
    }
    search.setText("");
    fill();
    Bounds bounds = owner.localToScreen(owner.getBoundsInLocal());
    popup.show(owner, bounds.getMaxX() - WIDTH - 18, bounds.getMaxY() + 4);
    search.requestFocus();
  }

  private void fill() {
    String low = search.getText().strip().toLowerCase(Locale.ROOT);
    list.getItems()
        .setAll(
            columns.all().stream()
                .filter(f -> f.name().toLowerCase(Locale.ROOT).contains(low))
                .toList());
    list.getSelectionModel().selectFirst();
  }

  private void key(KeyEvent event) {
    Feature feature = list.getSelectionModel().getSelectedItem();
    if (feature == null) {
      return;
    }
    if (event.getCode() == KeyCode.SPACE) {
      columns.setShown(feature.name(), !columns.isShown(feature.name()));
    } else if (event.getCode() == KeyCode.P) {
      columns.setPinned(feature.name(), !columns.isPinned(feature.name()));
    } else {
      return;
    }
    list.refresh();
    onChange.run();
    event.consume();
  }

  private final class Row extends ListCell<Feature> {
    private final CheckBox box = new CheckBox();
    private final ToggleButton pin = new ToggleButton("", Icons.of("mdi2p-pin-outline", "icon-14"));
    private final HBox line;

    Row() {
      setPrefWidth(0);
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      box.setFocusTraversable(false);
      box.setMnemonicParsing(false);
      pin.setFocusTraversable(false);
      pin.getStyleClass().addAll("flat", "icon-button", "small");
      pin.setTooltip(new Tooltip(Messages.text("pin")));
      line = new HBox(box, space, pin);
      line.getStyleClass().add("columns-row");
      box.setOnAction(
          event -> {
            columns.setShown(getItem().name(), box.isSelected());
            onChange.run();
          });
      pin.setOnAction(
          event -> {
            columns.setPinned(getItem().name(), pin.isSelected());
            onChange.run();
          });
    }

    @Override
    protected void updateItem(@Nullable Feature feature, boolean isEmpty) {
      super.updateItem(feature, isEmpty);
      setGraphic(isEmpty || feature == null ? null : line);
      if (!isEmpty && feature != null) {
        box.setText(feature.name());
        box.setSelected(columns.isShown(feature.name()));
        pin.setSelected(columns.isPinned(feature.name()));
        pin.setAccessibleText(Messages.text("pin.feature", feature.name()));
        setAccessibleText(feature.name());
      }
    }
  }
}
