package dev.pipewright.app.palette;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.CategoryStyle;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A row of the palette. A click folds a category, a double click adds a component.
final class PaletteCell extends ListCell<PaletteRow> {

  private static final Texts TEXTS = Texts.of(PaletteCell.class);

  private static final double SLOP = 4;

  private final Components components;
  private final Consumer<PaletteRow> onActivate;
  private final PaletteDrops drops;
  private @Nullable Point2D start;
  private @Nullable ComponentSpec carried;

  PaletteCell(Components components, Consumer<PaletteRow> onActivate, PaletteDrops drops) {
    this.components = components;
    this.onActivate = onActivate;
    this.drops = drops;
    getStyleClass().add("palette-cell");
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  private void clicked(MouseEvent event) {
    PaletteRow row = getItem();
    if (row != null
        && event.getButton() == MouseButton.PRIMARY
        && event.getClickCount() == (row instanceof PaletteRow.Head ? 1 : 2)) {
      onActivate.accept(row);
    }
  }

  private static Point2D point(MouseEvent event) {
    return new Point2D(event.getSceneX(), event.getSceneY());
  }

  private void pressed(MouseEvent event) {
    start = event.getButton() == MouseButton.PRIMARY ? point(event) : null;
  }

  private void dragged(MouseEvent event) {
    if (start != null && getItem() instanceof PaletteRow.Entry entry) {
      if (carried == null && start.distance(point(event)) >= SLOP) {
        carried = entry.spec();
        drops.begin(this::forget);
      }
      if (carried != null) {
        drops.over(carried, event.getSceneX(), event.getSceneY());
        event.consume();
      }
    }
  }

  private void released(MouseEvent event) {
    if (carried != null) {
      carried = null;
      drops.drop(event.getSceneX(), event.getSceneY());
      event.consume();
    }
  }

  /// Escape was pressed: what comes of the drag is nothing.
  private void forget() {
    carried = null;
    start = null;
  }

  @Override
  protected void updateItem(@Nullable PaletteRow row, boolean empty) {
    super.updateItem(row, empty);
    setTooltip(null);
    switch (empty ? null : row) {
      case null -> setGraphic(null);
      case PaletteRow.Head head -> setGraphic(head(head));
      case PaletteRow.Entry(ComponentSpec spec) -> {
        setGraphic(entry(spec));
        setAccessibleText(spec.name() + ". " + spec.doc());
        setTooltip(tip(spec));
      }
    }
  }

  private Node head(PaletteRow.Head head) {
    CategoryStyle style = CategoryStyle.of(head.category());
    Node arrow = Icons.of(head.isFolded() ? "mdi2c-chevron-right" : "mdi2c-chevron-down", "muted");
    Region square = new Region();
    square.getStyleClass().addAll("category-square", style.styleClass());
    Label title = new Label(style.title());
    title.getStyleClass().addAll("semibold", "caption");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label count = new Label(Integer.toString(head.count()));
    count.getStyleClass().addAll("medium", "micro", "muted");
    HBox row = new HBox(arrow, square, title, space, count);
    row.getStyleClass().add("palette-category");
    setAccessibleText(TEXTS.get("head", style.title(), head.count()));
    return row;
  }

  private Node entry(ComponentSpec spec) {
    CategoryStyle style = CategoryStyle.of(spec.category());
    Node icon =
        Icons.of(components.binding(spec.name()).icon(), "category-icon", style.styleClass());
    HBox row = new HBox(icon, new Label(spec.name()));
    row.getStyleClass().add("palette-entry");
    return row;
  }

  private static Tooltip tip(ComponentSpec spec) {
    Tooltip tip = new Tooltip(spec.doc());
    tip.setWrapText(true);
    tip.setMaxWidth(320);
    return tip;
  }
}
