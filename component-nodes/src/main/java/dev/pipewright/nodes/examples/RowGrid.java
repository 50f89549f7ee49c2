package dev.pipewright.nodes.examples;

import dev.pipewright.data.table.Cell;
import dev.pipewright.data.table.ExamplesTable;
import dev.pipewright.data.table.ExamplesTable.Feature;
import dev.pipewright.data.table.RowSet;
import dev.pipewright.data.table.Rows;
import dev.pipewright.nodes.examples.ExamplesModel.Distribution;
import dev.pipewright.nodes.examples.ExamplesModel.Order;
import dev.pipewright.nodes.examples.GridColumns.Column;
import dev.pipewright.nodes.viewer.SplitStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Rows of a table, any number of them: those that are seen are drawn once a pulse, only heads of
/// columns are nodes. Rows and cells are chosen by mouse and keys.
final class RowGrid extends Region {

  private static final double BAR = 12;
  private static final double PAD = 10;
  private static final double NOTCH = 3;

  /// A thumb of a true size could not be seen; where it stands is true.
  private static final double LEAST_THUMB = 0.04;

  private final GridColumns columns = new GridColumns();
  private final RowSelection selection = new RowSelection();
  private final Canvas canvas = new Canvas();
  private final Ink ink = new Ink();
  private final RowPainter painter =
      new RowPainter(ink, new Pictures(RowPainter.ROW - 4, this::requestLayout));
  private final ScrollBar vertical = bar(Orientation.VERTICAL, "rows.scroll");
  private final ScrollBar horizontal = bar(Orientation.HORIZONTAL, "columns.scroll");
  private final Region headBack = new Region();
  private final Label rowHead = new Label(Messages.text("row"));
  private final Label splitHead = new Label(Messages.text("split"));
  private final Pane movingHeads = new Pane();
  private final Pane pinnedHeads = new Pane();
  private final Rectangle movingClip = new Rectangle();
  private final Region dropMark = new Region();
  private final Map<String, ColumnHead> heads = new HashMap<>();
  private final Tooltip cellTip = new Tooltip();
  private final ColumnHead.Wishes wishes;
  private final Actions actions;
  private @Nullable ExamplesTable table;
  private Rows rows = RowSet.none();
  private @Nullable Order order;
  private Map<String, Distribution> distributions = Map.of();
  private Consumer<Set<String>> onSeen = seen -> {};
  private int hovered = -1;
  private int cell = -1;
  private int scrolledTo = -1;

  /// What is to be done elsewhere.
  interface Actions {
    void order(String feature);

    void hide(String feature);

    void pin(String feature);

    void menu(ColumnHead head, double screenX, double screenY);

    void bars(String feature, int first, int last);

    /// Other rows are seen.
    void seen();

    /// Another row has the keys; or none.
    void lead();

    /// Other rows are chosen.
    void chosen();

    /// Enter, or a double click.
    void open();

    void copyRows();

    void copyCell();

    void cellMenu(double screenX, double screenY);
  }

  RowGrid(Actions actions) {
    this.actions = actions;
    this.wishes = new HeadWishes();
    getStyleClass().add("row-grid");
    getStylesheets().add(ExamplesPane.SHEET);
    headBack.getStyleClass().add("grid-heads");
    rowHead.getStyleClass().add("grid-lead");
    splitHead.getStyleClass().add("grid-lead");
    dropMark.getStyleClass().add("drop-mark");
    dropMark.setVisible(false);
    dropMark.setManaged(false);
    movingHeads.setClip(movingClip);
    cellTip.setWrapText(true);
    cellTip.setMaxWidth(560);
    getChildren()
        .addAll(
            ink,
            canvas,
            headBack,
            rowHead,
            splitHead,
            movingHeads,
            pinnedHeads,
            vertical,
            horizontal,
            dropMark);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setAccessibleText(Messages.text("rows"));
    focusedProperty().subscribe(this::requestLayout);
    canvas.setOnMousePressed(this::pressed);
    canvas.setOnMouseDragged(this::draggedOver);
    canvas.setOnMouseMoved(this::moved);
    canvas.setOnMouseExited(event -> hover(-1));
    canvas.setOnContextMenuRequested(
        event -> {
          actions.cellMenu(event.getScreenX(), event.getScreenY());
          event.consume();
        });
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    sceneProperty().subscribe(scene -> requestLayout());
  }

  private ScrollBar bar(Orientation orientation, String name) {
    ScrollBar bar = new ScrollBar();
    bar.setOrientation(orientation);
    bar.setAccessibleText(Messages.text(name));
    bar.setFocusTraversable(false);
    bar.valueProperty().subscribe(this::requestLayout);
    return bar;
  }

  GridColumns columns() {
    return columns;
  }

  RowSelection selection() {
    return selection;
  }

  /// The rows that are shown, in their order.
  Rows rows() {
    return rows;
  }

  /// Told which columns are seen.
  void setOnSeen(Consumer<Set<String>> told) {
    onSeen = told;
  }

  /// Shows these rows. The row that has the keys keeps them, if it is among them and stays where it
  /// is in the window.
  void show(@Nullable ExamplesTable of, Rows shown, boolean isSame) {
    if (table == null && of != null) {
      ink.setSplits(
          IntStream.range(0, of.splits().size())
              .mapToObj(i -> SplitStyle.of(of.splits().get(i), i))
              .toList());
    }
    int lead = leadRow();
    table = of;
    rows = shown;
    if (of != null) {
      columns.setFeatures(of.features(), this::guess);
    }
    if (!isSame) {
      selection.clear();
      selection.setSize(rows.size());
      int place = lead < 0 ? -1 : rows.position(lead);
      if (place >= 0) {
        selection.choose(place);
      }
      vertical.setValue(0);
      scrolledTo = place;
      actions.chosen();
    } else {
      selection.setSize(rows.size());
    }
    requestLayout();
  }

  void show(@Nullable Order shown) {
    order = shown;
    requestLayout();
  }

  void show(Map<String, Distribution> shown) {
    distributions = shown;
    requestLayout();
  }

  private double guess(Feature feature) {
    double width = ink.width(feature.name(), ink.numberFont()) + 2 * PAD + 4;
    ExamplesTable of = table;
    if (of != null) {
      for (int row = 0; row < Math.min(40, of.rowCount()); row++) {
        width = Math.max(width, content(of.cell(row, feature.name()), feature));
      }
    }
    return width;
  }

  private double content(Cell shown, Feature feature) {
    return ink.width(shown.text(60), feature.isNumeric() ? ink.numberFont() : ink.textFont())
        + 2 * PAD
        + 8;
  }

  /// As wide as what is seen of the column.
  void fit(String name) {
    ExamplesTable of = table;
    Feature feature = of == null ? null : of.feature(name);
    if (of != null && feature != null) {
      double width = ink.width(name, ink.textFont()) + 2 * PAD + 18;
      int first = (int) vertical.getValue();
      for (int i = first; i < Math.min(rows.size(), first + 100); i++) {
        width = Math.max(width, content(of.cell(rows.row(i), name), feature));
      }
      columns.setWidth(name, Math.min(600, width));
      requestLayout();
    }
  }

  /// The table's row that has the keys; -1 where none has.
  int leadRow() {
    int lead = selection.lead();
    return lead >= 0 && lead < rows.size() ? rows.row(lead) : -1;
  }

  /// The column that has the keys; null where none has.
  @Nullable Column leadColumn() {
    return cell >= 0 && cell < columns.shown().size() ? columns.shown().get(cell) : null;
  }

  /// How many rows are seen whole.
  int page() {
    return Math.max(1, (int) (canvas.getHeight() / RowPainter.ROW));
  }

  /// The position of the first row that is seen.
  int firstSeen() {
    return (int) vertical.getValue();
  }

  /// Chooses the row at a position, and brings it into sight.
  void choose(int position) {
    if (rows.size() > 0) {
      selection.choose(Math.clamp(position, 0, rows.size() - 1));
      reveal(selection.lead());
      changed();
    }
  }

  void chooseAll() {
    selection.all();
    changed();
  }

  private void changed() {
    actions.lead();
    actions.chosen();
    Column column = leadColumn();
    ExamplesTable of = table;
    int row = leadRow();
    setAccessibleText(
        of == null || row < 0
            ? Messages.text("rows")
            : column == null
                ? Messages.text("rows.at", Messages.count(row + 1L), of.split(row))
                : Messages.text(
                    "rows.cell",
                    Messages.count(row + 1L),
                    column.name(),
                    of.cell(row, column.name()).hasValue()
                        ? of.cell(row, column.name()).text(200)
                        : Messages.text("missing")));
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    requestLayout();
  }

  private void reveal(int position) {
    double seen = canvas.getHeight() / RowPainter.ROW;
    if (position < vertical.getValue()) {
      vertical.setValue(position);
    } else if (position + 1 > vertical.getValue() + seen) {
      vertical.setValue(Math.min(vertical.getMax(), position + 1 - seen));
    }
  }

  private double fixed() {
    return RowPainter.NUMBER + RowPainter.SPLIT + columns.pinnedWidth();
  }

  private void reveal(Column column) {
    double room = canvas.getWidth() - fixed();
    if (!column.isPinned()) {
      if (column.x() < horizontal.getValue()) {
        horizontal.setValue(column.x());
      } else if (column.x() + column.width() > horizontal.getValue() + room) {
        horizontal.setValue(
            Math.clamp(column.x() + column.width() - room, 0, Math.max(0, horizontal.getMax())));
      }
    }
  }

  @Override
  protected void layoutChildren() {
    double fixed = fixed();
    boolean isWide = fixed + columns.movingWidth() > getWidth() - BAR;
    double width = Math.max(0, getWidth() - BAR);
    double height = Math.max(0, getHeight() - ColumnHead.HEIGHT - (isWide ? BAR : 0));
    canvas.setWidth(width);
    canvas.setHeight(height);
    canvas.relocate(0, ColumnHead.HEIGHT);
    headBack.resizeRelocate(0, 0, getWidth(), ColumnHead.HEIGHT);
    rowHead.resizeRelocate(16, 8, RowPainter.NUMBER - 16, 16);
    splitHead.resizeRelocate(RowPainter.NUMBER + PAD, 8, RowPainter.SPLIT - PAD, 16);
    bars(width, height, fixed, isWide);
    heads(width, fixed);
    paint(width, height, fixed);
    actions.seen();
  }

  private void bars(double width, double height, double fixed, boolean isWide) {
    double seen = height / RowPainter.ROW;
    double most = Math.max(0, rows.size() - seen);
    vertical.setVisible(most > 0);
    vertical.setMax(most);
    vertical.setVisibleAmount(
        rows.size() == 0 ? 0 : most * Math.clamp(seen / rows.size(), LEAST_THUMB, 1));
    vertical.setUnitIncrement(1);
    vertical.setBlockIncrement(Math.max(1, seen - 1));
    if (scrolledTo >= 0) {
      vertical.setValue(Math.clamp(scrolledTo - seen / 2, 0, most));
      scrolledTo = -1;
    }
    vertical.setValue(Math.clamp(vertical.getValue(), 0, most));
    vertical.resizeRelocate(width, ColumnHead.HEIGHT, BAR, height);
    double room = Math.max(1, width - fixed);
    double far = Math.max(0, columns.movingWidth() - room);
    horizontal.setVisible(isWide);
    horizontal.setMax(far);
    horizontal.setVisibleAmount(far * Math.min(1, room / Math.max(1, columns.movingWidth())));
    horizontal.setUnitIncrement(40);
    horizontal.setBlockIncrement(room);
    horizontal.setValue(Math.clamp(horizontal.getValue(), 0, far));
    horizontal.resizeRelocate(fixed, ColumnHead.HEIGHT + height, room, BAR);
  }

  private void heads(double width, double fixed) {
    Set<String> seen = new HashSet<>();
    for (Column column : columns.shown()) {
      double x =
          column.isPinned()
              ? RowPainter.NUMBER + RowPainter.SPLIT + column.x()
              : fixed + column.x() - horizontal.getValue();
      if (x < width && (column.isPinned() || x + column.width() > fixed)) {
        seen.add(column.name());
        head(column, column.isPinned() ? x : x - fixed);
      }
    }
    heads.entrySet().removeIf(entry -> !seen.contains(entry.getKey()) && removed(entry.getValue()));
    movingHeads.resizeRelocate(fixed, 0, Math.max(0, width - fixed), ColumnHead.HEIGHT);
    movingClip.setWidth(Math.max(0, width - fixed));
    movingClip.setHeight(ColumnHead.HEIGHT);
    onSeen.accept(seen);
  }

  private static boolean removed(ColumnHead head) {
    // A head that has the keys, or is dragged, stays until they are elsewhere.
    if (head.isFocused() || head.isPressed()) {
      head.resizeRelocate(-2000, 0, head.getWidth(), ColumnHead.HEIGHT);
      return false;
    }
    return ((Pane) head.getParent()).getChildren().remove(head);
  }

  private void head(Column column, double x) {
    ColumnHead head = heads.get(column.name());
    if (head != null && head.feature().kind() != column.feature().kind()) {
      ((Pane) head.getParent()).getChildren().remove(head);
      head = null;
    }
    if (head == null) {
      head = new ColumnHead(column.feature(), wishes);
      heads.put(column.name(), head);
    }
    Pane pane = column.isPinned() ? pinnedHeads : movingHeads;
    if (head.getParent() != pane) {
      pane.getChildren().add(head);
    }
    head.show(distributions.get(column.name()));
    Order now = order;
    head.show(
        now != null && now.feature().equals(column.name()) ? now.direction() : null,
        column.isPinned());
    head.resizeRelocate(x, 0, column.width(), ColumnHead.HEIGHT);
  }

  private void paint(double width, double height, double fixed) {
    ExamplesTable of = table;
    if (of == null) {
      canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
      return;
    }
    painter.paint(
        canvas.getGraphicsContext2D(),
        new RowPainter.View(
            of,
            rows,
            columns.shown(),
            selection,
            vertical.getValue(),
            horizontal.getValue(),
            fixed,
            hovered,
            cell,
            isFocused()),
        width,
        height);
  }

  private int positionAt(double y) {
    int position = (int) Math.floor(vertical.getValue() + y / RowPainter.ROW);
    return position >= 0 && position < rows.size() ? position : -1;
  }

  private int columnAt(double x) {
    double fixed = fixed();
    List<Column> shown = columns.shown();
    for (int i = 0; i < shown.size(); i++) {
      Column column = shown.get(i);
      double start =
          column.isPinned()
              ? RowPainter.NUMBER + RowPainter.SPLIT + column.x()
              : fixed + column.x() - horizontal.getValue();
      boolean isSeen = column.isPinned() == x < fixed;
      if (isSeen && x >= start && x < start + column.width()) {
        return i;
      }
    }
    return -1;
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    int position = positionAt(event.getY());
    if (position < 0) {
      return;
    }
    cell = columnAt(event.getX());
    boolean isPrimary = event.getButton() == MouseButton.PRIMARY;
    if (isPrimary && event.isShiftDown()) {
      selection.extend(position);
    } else if (isPrimary && event.isShortcutDown()) {
      selection.toggle(position);
    } else if (isPrimary || !selection.isChosen(position)) {
      selection.choose(position);
    }
    changed();
    if (isPrimary && event.getClickCount() == 2) {
      actions.open();
    }
    event.consume();
  }

  private void draggedOver(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && rows.size() > 0 && selection.lead() >= 0) {
      int position =
          Math.clamp(
              (long) Math.floor(vertical.getValue() + event.getY() / RowPainter.ROW),
              0,
              rows.size() - 1);
      if (position != selection.lead()) {
        selection.extend(position);
        reveal(position);
        changed();
      }
    }
  }

  private void moved(MouseEvent event) {
    hover(positionAt(event.getY()));
    ExamplesTable of = table;
    int column = columnAt(event.getX());
    String text = "";
    if (of != null && hovered >= 0 && column >= 0) {
      Column over = columns.shown().get(column);
      Cell shown = of.cell(rows.row(hovered), over.name());
      boolean isCut = content(shown, over.feature()) - 8 > over.width();
      text = isCut || shown.count() > 1 ? shown.text(1000) : "";
    }
    if (text.isEmpty()) {
      Tooltip.uninstall(canvas, cellTip);
    } else if (!text.equals(cellTip.getText())) {
      cellTip.setText(text);
      Tooltip.install(canvas, cellTip);
    }
  }

  private void hover(int position) {
    if (position != hovered) {
      hovered = position;
      requestLayout();
    }
  }

  private void scrolled(ScrollEvent event) {
    boolean isSideways =
        event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
    double delta = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
    if (isSideways) {
      horizontal.setValue(Math.clamp(horizontal.getValue() - delta, 0, horizontal.getMax()));
    } else {
      double by = delta / Math.max(1, event.getMultiplierY()) * NOTCH;
      vertical.setValue(Math.clamp(vertical.getValue() - by, 0, vertical.getMax()));
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    if (event.getTarget() != this || event.isAltDown()) {
      return;
    }
    int lead = selection.lead();
    int last = rows.size() - 1;
    boolean isControl = event.isShortcutDown();
    switch (event.getCode()) {
      case UP -> go(isControl ? 0 : lead - 1, event);
      case DOWN -> go(isControl ? last : lead + 1, event);
      case PAGE_UP -> go(lead - page(), event);
      case PAGE_DOWN -> go(lead + page(), event);
      case HOME -> {
        if (isControl) {
          go(0, event);
        } else {
          goTo(0);
        }
      }
      case END -> {
        if (isControl) {
          go(last, event);
        } else {
          goTo(columns.shown().size() - 1);
        }
      }
      case LEFT -> goTo(Math.max(0, cell - 1));
      case RIGHT -> goTo(Math.min(columns.shown().size() - 1, cell + 1));
      case ENTER -> actions.open();
      case A -> {
        if (!isControl) {
          return;
        }
        chooseAll();
      }
      case C -> {
        if (!isControl) {
          return;
        }
        if (event.isShiftDown()) {
          actions.copyCell();
        } else {
          actions.copyRows();
        }
      }
      case S -> {
        Column column = leadColumn();
        if (isControl || column == null) {
          return;
        }
        actions.order(column.name());
      }
      case ESCAPE -> {
        if (selection.count() == 0) {
          return;
        }
        selection.clear();
        changed();
      }
      case CONTEXT_MENU, F10 -> {
        if (event.getCode() == KeyCode.F10 && !event.isShiftDown()) {
          return;
        }
        menuAtLead();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void menuAtLead() {
    double y = (selection.lead() + 1 - vertical.getValue()) * RowPainter.ROW;
    Point2D at = canvas.localToScreen(RowPainter.NUMBER, Math.clamp(y, 0, canvas.getHeight()));
    actions.cellMenu(at.getX(), at.getY());
  }

  private void go(int wanted, KeyEvent event) {
    if (rows.size() == 0) {
      return;
    }
    int position = Math.clamp(wanted, 0, rows.size() - 1);
    if (event.isShiftDown()) {
      selection.extend(position);
    } else {
      selection.choose(position);
    }
    reveal(position);
    changed();
  }

  private void goTo(int column) {
    if (column >= 0 && column < columns.shown().size()) {
      cell = column;
      reveal(columns.shown().get(column));
      if (selection.lead() < 0 && rows.size() > 0) {
        selection.choose((int) vertical.getValue());
      }
      changed();
    }
  }

  /// The keys come here from a head that is gone.
  private void after(String name) {
    ColumnHead head = heads.get(name);
    requestLayout();
    if (head != null && head.isFocused() && !columns.isShown(name)) {
      requestFocus();
    }
  }

  /// Between which columns a place in the window is.
  private int placeAt(double sceneX) {
    double x = sceneToLocal(sceneX, 0).getX();
    List<Column> shown = columns.shown();
    for (int i = 0; i < shown.size(); i++) {
      if (x < left(shown.get(i)) + shown.get(i).width() / 2) {
        return i;
      }
    }
    return shown.size();
  }

  private double left(Column column) {
    return column.isPinned()
        ? RowPainter.NUMBER + RowPainter.SPLIT + column.x()
        : fixed() + column.x() - horizontal.getValue();
  }

  /// What heads ask for that the grid does itself.
  private final class HeadWishes implements ColumnHead.Wishes {

    @Override
    public void order(String feature) {
      actions.order(feature);
    }

    @Override
    public void resize(String feature, double width) {
      columns.setWidth(feature, width);
      requestLayout();
    }

    @Override
    public void fit(String feature) {
      RowGrid.this.fit(feature);
    }

    @Override
    public void move(String feature, int by) {
      List<String> names = columns.shown().stream().map(Column::name).toList();
      int now = names.indexOf(feature);
      columns.move(feature, Math.clamp(by > 0 ? now + by + 1 : now + by, 0, names.size()));
      requestLayout();
    }

    @Override
    public void dragged(String feature, double sceneX) {
      int place = placeAt(sceneX);
      List<Column> shown = columns.shown();
      double x =
          place < shown.size()
              ? left(shown.get(place))
              : left(shown.getLast()) + shown.getLast().width();
      dropMark.setVisible(true);
      dropMark.resizeRelocate(x - 1, 0, 2, getHeight());
    }

    @Override
    public void dropped(String feature, double sceneX) {
      dropMark.setVisible(false);
      columns.move(feature, placeAt(sceneX));
      requestLayout();
    }

    @Override
    public void hide(String feature) {
      actions.hide(feature);
      after(feature);
    }

    @Override
    public void pin(String feature) {
      actions.pin(feature);
      requestLayout();
    }

    @Override
    public void menu(ColumnHead head, double screenX, double screenY) {
      actions.menu(head, screenX, screenY);
    }

    @Override
    public void bars(String feature, int first, int last) {
      actions.bars(feature, first, last);
    }
  }
}
