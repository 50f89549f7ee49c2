package dev.pipewright.nodes.examples;

import dev.pipewright.data.table.ColumnSummary;
import dev.pipewright.data.table.ExamplesTable.Feature;
import dev.pipewright.data.table.SortedRows.Direction;
import dev.pipewright.nodes.examples.ExamplesModel.Distribution;
import dev.pipewright.nodes.theme.Icons;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The head of a column: name, what is in it, how much is missing. A click orders, a drag moves it
/// or, at its edge, makes it wider; a drag over bars makes a filter of them.
final class ColumnHead extends Region {

  static final double HEIGHT = 88;
  private static final double EDGE = 5;
  private static final double DRAG = 4;
  private static final double RED = 0.1;
  private static final double STEP = 16;
  private static final PseudoClass MUCH = PseudoClass.getPseudoClass("much");

  /// What a head asks for.
  interface Wishes {
    void order(String feature);

    void resize(String feature, double width);

    void fit(String feature);

    /// Moves it so many columns further.
    void move(String feature, int by);

    /// It is dragged there.
    void dragged(String feature, double sceneX);

    /// It was let go there.
    void dropped(String feature, double sceneX);

    void hide(String feature);

    void pin(String feature);

    void menu(ColumnHead head, double screenX, double screenY);

    void bars(String feature, int first, int last);
  }

  private final Feature feature;
  private final Wishes wishes;
  private final Label name = new Label();
  private final FontIcon arrow = Icons.of("mdi2a-arrow-up", "sort-arrow");
  private final FontIcon pin = Icons.of("mdi2p-pin", "pin-mark");
  private final DistributionBars bars = new DistributionBars();
  private final Region track = new Region();
  private final Region missing = new Region();
  private final Tooltip tip = new Tooltip();
  private double missingShare;
  private double pressX;
  private double pressWidth;
  private boolean isResizing;
  private boolean isMoving;
  private int firstBar = -1;

  ColumnHead(Feature feature, Wishes wishes) {
    this.feature = feature;
    this.wishes = wishes;
    name.setText(feature.name());
    name.setMouseTransparent(true);
    getStyleClass().add("column-head");
    track.getStyleClass().add("missing-track");
    missing.getStyleClass().add("missing-bar");
    missing.setMouseTransparent(true);
    arrow.setVisible(false);
    pin.setVisible(false);
    getChildren().addAll(name, arrow, pin, bars, track, missing);
    // Its width is the column's, not what it would like.
    setManaged(false);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    Tooltip.install(this, tip);
    describe(null);
    addEventHandler(MouseEvent.MOUSE_MOVED, e -> setCursor(cursor(e.getX(), e.getY())));
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    setOnContextMenuRequested(
        event -> {
          wishes.menu(this, event.getScreenX(), event.getScreenY());
          event.consume();
        });
  }

  Feature feature() {
    return feature;
  }

  void show(@Nullable Distribution distribution) {
    bars.show(distribution);
    missingShare = distribution == null ? 0 : distribution.all().missingShare();
    missing.pseudoClassStateChanged(MUCH, missingShare > RED);
    describe(distribution);
    requestLayout();
  }

  void show(@Nullable Direction direction, boolean isPinned) {
    arrow.setVisible(direction != null);
    arrow.setIconLiteral(direction == Direction.DESCENDING ? "mdi2a-arrow-down" : "mdi2a-arrow-up");
    pin.setVisible(isPinned);
    setAccessibleRoleDescription(
        direction == null
            ? null
            : Messages.text("sorted." + direction.name().toLowerCase(Locale.ROOT)));
    requestLayout();
  }

  private void describe(@Nullable Distribution distribution) {
    String type = Messages.text("type", type());
    String text =
        distribution == null
            ? feature.name() + "\n" + type
            : feature.name() + "\n" + type + "\n" + summed(distribution.all());
    tip.setText(text);
    setAccessibleText(text.replace("\n", ", "));
  }

  private String type() {
    String kind = feature.kind() == null ? "none" : feature.kind().name().toLowerCase(Locale.ROOT);
    return Messages.text("kind." + kind) + (feature.isSequence() ? Messages.text("kind.list") : "");
  }

  private static String summed(ColumnSummary summary) {
    String rows =
        Messages.text(
            "missing.of", Messages.percent(summary.missingShare()), Messages.count(summary.rows()));
    return switch (summary) {
      case ColumnSummary.Numbers n when !Double.isNaN(n.low()) ->
          Messages.text(
                  "range",
                  Messages.number(n.low()),
                  Messages.number(n.high()),
                  Messages.number(n.mean()))
              + "\n"
              + rows;
      case ColumnSummary.Texts t when !t.values().isEmpty() ->
          Messages.text(
                  t.distinct() > ColumnSummary.Texts.LIMIT ? "distinct.more" : "distinct",
                  Messages.count(Math.min(t.distinct(), ColumnSummary.Texts.LIMIT)),
                  cut(t.values().getFirst()),
                  Messages.count(t.counts()[0]))
              + "\n"
              + rows;
      default -> rows;
    };
  }

  private static String cut(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "\u2026" : text;
  }

  private Cursor cursor(double x, double y) {
    if (x > getWidth() - EDGE) {
      return Cursor.H_RESIZE;
    }
    return isOnBars(y) ? Cursor.CROSSHAIR : Cursor.DEFAULT;
  }

  private boolean isOnBars(double y) {
    return bars.count() > 0 && y >= bars.getLayoutY() && y < bars.getLayoutY() + bars.getHeight();
  }

  private void pressed(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    requestFocus();
    pressX = event.getSceneX();
    pressWidth = getWidth();
    isMoving = false;
    isResizing = event.getX() > getWidth() - EDGE;
    firstBar =
        !isResizing && isOnBars(event.getY()) ? bars.barAt(event.getX() - bars.getLayoutX()) : -1;
    choose(event);
    event.consume();
  }

  private void choose(MouseEvent event) {
    if (firstBar >= 0) {
      int last = bars.barAt(event.getX() - bars.getLayoutX());
      bars.choose(Math.min(firstBar, last), Math.max(firstBar, last));
    }
  }

  private void dragged(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    double by = event.getSceneX() - pressX;
    if (isResizing) {
      wishes.resize(feature.name(), pressWidth + by);
    } else if (firstBar >= 0) {
      choose(event);
    } else if (isMoving || Math.abs(by) > DRAG) {
      isMoving = true;
      wishes.dragged(feature.name(), event.getSceneX());
    }
    event.consume();
  }

  private void released(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (isResizing) {
      if (event.getClickCount() == 2) {
        wishes.fit(feature.name());
      }
    } else if (firstBar >= 0) {
      int last = bars.barAt(event.getX() - bars.getLayoutX());
      int first = firstBar;
      firstBar = -1;
      bars.choose(-1, -1);
      wishes.bars(feature.name(), Math.min(first, last), Math.max(first, last));
    } else if (isMoving) {
      wishes.dropped(feature.name(), event.getSceneX());
    } else {
      wishes.order(feature.name());
    }
    isResizing = false;
    isMoving = false;
    event.consume();
  }

  private void key(KeyEvent event) {
    int way =
        switch (event.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          default -> 0;
        };
    if (way != 0 && event.isAltDown()) {
      wishes.move(feature.name(), way);
    } else if (way != 0 && event.isShiftDown()) {
      wishes.resize(feature.name(), getWidth() + way * STEP);
    } else {
      switch (event.getCode()) {
        case ENTER, SPACE -> wishes.order(feature.name());
        case DELETE -> wishes.hide(feature.name());
        case P -> wishes.pin(feature.name());
        default -> {
          return;
        }
      }
    }
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double left = insets.getLeft();
    double width = getWidth() - left - insets.getRight();
    double marks = (arrow.isVisible() ? 16 : 0) + (pin.isVisible() ? 14 : 0);
    name.resizeRelocate(left, 8, Math.max(0, width - marks), 16);
    double x = left + width;
    if (arrow.isVisible()) {
      x -= 14;
      arrow.relocate(x, 9);
    }
    if (pin.isVisible()) {
      pin.relocate(x - 14, 10);
    }
    bars.resizeRelocate(left, 30, width, 24);
    track.resizeRelocate(left, 66, width, 4);
    missing.setVisible(missingShare > 0);
    missing.resizeRelocate(left, 66, Math.max(2, width * missingShare), 4);
  }
}
