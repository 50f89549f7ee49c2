package dev.pipewright.app.palette;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Draws the palette: a filter, the rows, and a hint below.
public final class PaletteView extends VBox {

  private static final Texts TEXTS = Texts.of(PaletteView.class);
  private static final double ROW = 28;

  private final PaletteModel model;
  private final Consumer<ComponentSpec> onAdd;
  private final PaletteDrops drops;
  private Consumer<ComponentSpec> onHelp = spec -> {};
  private final ListView<PaletteRow> list = new ListView<>();

  /// A palette.
  ///
  /// @param model its rows
  /// @param onAdd takes the component that a person wants on the canvas
  /// @param drops where components are dragged to
  public PaletteView(PaletteModel model, Consumer<ComponentSpec> onAdd, PaletteDrops drops) {
    this.model = model;
    this.onAdd = onAdd;
    this.drops = drops;
    getStyleClass().add("palette");
    list.getStyleClass().add("palette-list");
    list.setItems(model.rows());
    list.setFixedCellSize(ROW);
    list.setPlaceholder(placeholder());
    list.setAccessibleText(TEXTS.get("title"));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().setAll(filter(), list, hint());
  }

  /// @param handler takes the component that a person wants to know more of
  public void setOnHelp(Consumer<ComponentSpec> handler) {
    onHelp = handler;
  }

  /// Shows icons as these components have them.
  public void show(Components components) {
    list.setCellFactory(view -> new PaletteCell(components, this::activate, drops));
    model.show(components.registry().specs());
  }

  private Button fold() {
    Button fold = new Button(null, Icons.of("mdi2u-unfold-less-horizontal"));
    fold.getStyleClass().addAll("flat", "small", "icon-button");
    fold.setTooltip(new Tooltip(TEXTS.get("fold")));
    fold.setAccessibleText(TEXTS.get("fold"));
    fold.setOnAction(event -> model.toggleAll());
    return fold;
  }

  private HBox filter() {
    TextField field = new TextField();
    field.setPromptText(TEXTS.get("filter"));
    field.setAccessibleText(TEXTS.get("filter"));
    field.textProperty().bindBidirectional(model.filter());
    field.addEventHandler(KeyEvent.KEY_PRESSED, this::filterKeyPressed);
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox box = new HBox(Icons.of("mdi2m-magnify"), field);
    box.getStyleClass().add("icon-field");
    HBox.setHgrow(box, Priority.ALWAYS);
    HBox padded = new HBox(box, fold());
    padded.getStyleClass().add("palette-filter");
    return padded;
  }

  private static HBox hint() {
    Label label = new Label(TEXTS.get("hint"), Icons.of("mdi2c-cursor-move", "muted"));
    label.getStyleClass().addAll("caption", "muted");
    Label key = new Label(TEXTS.get("hint.key"));
    key.getStyleClass().add("key-cap");
    HBox hint = new HBox(label, key);
    hint.getStyleClass().add("palette-hint");
    return hint;
  }

  private VBox placeholder() {
    Label title = new Label(TEXTS.get("empty.title"));
    title.getStyleClass().add("empty-line");
    Hyperlink clear = new Hyperlink(TEXTS.get("empty.clear"));
    clear.setOnAction(event -> model.filter().set(""));
    VBox box = new VBox(title, clear);
    box.getStyleClass().add("empty-state");
    box.setAlignment(Pos.TOP_CENTER);
    box.visibleProperty().bind(model.filter().isNotEmpty());
    return box;
  }

  /// Enter adds the best that was found, Down goes to the list, Escape clears.
  private void filterKeyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER ->
          list.getItems().stream()
              .filter(PaletteRow.Entry.class::isInstance)
              .findFirst()
              .filter(row -> model.filter().isNotEmpty().get())
              .ifPresent(this::activate);
      case DOWN -> {
        list.requestFocus();
        list.getSelectionModel().selectFirst();
      }
      case ESCAPE -> model.filter().set("");
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void keyPressed(KeyEvent event) {
    PaletteRow row = list.getSelectionModel().getSelectedItem();
    if (row != null && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
      activate(row);
      event.consume();
    } else if (row instanceof PaletteRow.Entry(ComponentSpec spec)
        && event.getCode() == KeyCode.F1) {
      onHelp.accept(spec);
      event.consume();
    }
  }

  private void activate(PaletteRow row) {
    switch (row) {
      case PaletteRow.Head(var category, int count, boolean isFolded) -> model.toggle(category);
      case PaletteRow.Entry(ComponentSpec spec) -> onAdd.accept(spec);
    }
  }
}
