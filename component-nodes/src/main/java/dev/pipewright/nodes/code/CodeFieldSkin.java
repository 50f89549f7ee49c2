package dev.pipewright.nodes.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.IndexRange;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Draws the lines of a code field that are in view, and lets them scroll. Input methods work as in
/// any text field, by the class it extends.
final class CodeFieldSkin extends TextInputControlSkin<CodeField> {

  static final String STYLESHEET =
      Objects.requireNonNull(CodeFieldSkin.class.getResource("code.css")).toExternalForm();

  /// What is above the first line and below the last: one line makes the height of any field.
  private static final double PAD = 6;

  private static final double BAR = 12;
  private static final int MOST_LINES = 14;
  private static final int MOST_WRAPPED = 5;
  private static final int COLUMNS = 8;

  private final CodeField field;
  private final Pane viewport = new Pane();
  private final CodeGutter numbers = new CodeGutter();
  private final Text prompt = new Text();
  private final CodeCaret caret = new CodeCaret();
  private final Rectangle clip = new Rectangle();
  private final ScrollBar vertical = new ScrollBar();
  private final ScrollBar horizontal = new ScrollBar();
  private @Nullable Tooltip tip;
  private final CodeRows rows;
  private final CodeKeys keys;
  private final CodeMouse mouse;

  private double scrollX;
  private double scrollY;
  private double rowHeight;
  private @Nullable Font measuredFont;
  private boolean isUpdating;
  private boolean hasBar;
  private boolean isOwner;

  CodeFieldSkin(CodeField field) {
    super(field);
    this.field = field;
    rows = new CodeRows(field);
    prompt.getStyleClass().add("code-prompt");
    prompt.textProperty().bind(field.promptTextProperty());
    prompt.fillProperty().bind(promptTextFillProperty());
    prompt.fontProperty().bind(field.fontProperty());
    viewport.getStyleClass().add("code-viewport");
    viewport.setClip(clip);
    viewport.setManaged(false);
    List.of(rows, numbers, prompt, caret).forEach(node -> node.setManaged(false));
    viewport.getChildren().setAll(prompt, rows, caret);
    vertical.setOrientation(Orientation.VERTICAL);
    getChildren().setAll(numbers, viewport);
    keys = new CodeKeys(field, this);
    mouse = new CodeMouse(field, this);
    follow();
  }

  private void follow() {
    registerInvalidationListener(
        field.textProperty(),
        observable -> {
          update();
          field.requestLayout();
        });
    registerChangeListener(field.selectionProperty(), observable -> update());
    registerChangeListener(field.caretPositionProperty(), observable -> moved());
    registerChangeListener(field.focusedProperty(), observable -> focused());
    registerChangeListener(field.mistake(), observable -> update());
    registerChangeListener(field.fontProperty(), observable -> field.requestLayout());
    registerChangeListener(vertical.valueProperty(), observable -> scrollTo(scrollX, value(true)));
    registerChangeListener(
        horizontal.valueProperty(), observable -> scrollTo(value(false), scrollY));
    registerChangeListener(field.sceneProperty(), observable -> taken(field.getScene() == null));
    field.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    focused();
  }

  private double value(boolean isVertical) {
    return isVertical ? vertical.getValue() : horizontal.getValue();
  }

  @Override
  public void dispose() {
    if (getSkinnable() == null) {
      return;
    }
    caret.stop();
    keys.dispose();
    mouse.dispose();
    super.dispose();
  }

  private void taken(boolean isAway) {
    if (isAway) {
      rows.letGo();
    } else {
      field.requestLayout();
    }
  }

  private void focused() {
    if (field.isFocused()) {
      caret.start();
    } else {
      caret.stop();
    }
    // A window that comes back finds the selection as it was.
    boolean owns = field.getScene() != null && field.getScene().getFocusOwner() == field;
    if (owns != isOwner && field.mode() != CodeField.Lines.WRAPPED && field.lines().count() == 1) {
      field.selectRange(owns && !mouse.isPressing() ? field.getLength() : 0, 0);
    }
    isOwner = owns;
    update();
  }

  private void moved() {
    update();
    reveal(field.getCaretPosition());
    if (field.isFocused()) {
      caret.start();
    }
  }

  private void scrolled(ScrollEvent event) {
    double x = scrollX - (event.isShiftDown() ? event.getDeltaY() : event.getDeltaX());
    double y = scrollY - (event.isShiftDown() ? 0 : event.getDeltaY());
    double beforeX = scrollX;
    double beforeY = scrollY;
    if (field.mode() != CodeField.Lines.ONE) {
      scrollTo(x, y);
    }
    // At its end the panel scrolls on.
    if (scrollX != beforeX || scrollY != beforeY) {
      event.consume();
    }
  }

  // ---- sizes

  private Text measured(String text) {
    Text measured = new Text(text);
    measured.setFont(field.getFont());
    return measured;
  }

  /// The height of a line.
  double rowHeight() {
    if (!field.getFont().equals(measuredFont)) {
      measuredFont = field.getFont();
      rowHeight = Math.ceil(measured("X").getLayoutBounds().getHeight());
    }
    return rowHeight;
  }

  private boolean isWrapped() {
    return field.mode() == CodeField.Lines.WRAPPED;
  }

  private double gutter() {
    return field.mode() == CodeField.Lines.MANY
        ? CodeGutter.width(field.lines().count(), field.getFont())
        : 0;
  }

  private double textHeight(double width) {
    if (isWrapped()) {
      CodeRow row = rows.row(0);
      row.fit(width);
      return Math.max(rowHeight(), row.getHeight());
    }
    return field.lines().count() * rowHeight();
  }

  @Override
  protected double computePrefHeight(
      double width, double top, double right, double bottom, double left) {
    double row = rowHeight();
    double most = row * (isWrapped() ? MOST_WRAPPED : MOST_LINES);
    double inner = width < 0 ? 100 : width - left - right;
    double bar = hasBar ? BAR : 0;
    return top + Math.clamp(textHeight(inner), row, most) + bar + 2 * PAD + bottom;
  }

  @Override
  protected double computePrefWidth(
      double height, double top, double right, double bottom, double left) {
    return left + COLUMNS * measured("W").getLayoutBounds().getWidth() + right;
  }

  @Override
  protected double computeMinHeight(
      double width, double top, double right, double bottom, double left) {
    return computePrefHeight(width, top, right, bottom, left);
  }

  @Override
  protected double computeMaxHeight(
      double width, double top, double right, double bottom, double left) {
    return computePrefHeight(width, top, right, bottom, left);
  }

  @Override
  protected double computeMinWidth(
      double height, double top, double right, double bottom, double left) {
    return left + right;
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    double gutter = gutter();
    numbers.relocate(x, y + PAD);
    double inner = Math.max(1, width - gutter);
    double innerHeight = Math.max(1, height - 2 * PAD - (hasBar ? BAR : 0));
    viewport.resizeRelocate(x + gutter, y + PAD, inner, innerHeight);
    // The caret before the first character stands on the edge; descenders go below it.
    clip.setX(-1);
    clip.setY(-2);
    clip.setWidth(inner + 2);
    clip.setHeight(innerHeight + 4);
    double free = field.getHeight() - 4 - (hasBar ? BAR : 0);
    vertical.resizeRelocate(field.getWidth() - BAR - 1, 2, BAR, free);
    horizontal.resizeRelocate(
        x + gutter, field.getHeight() - BAR - 1, Math.max(BAR, inner - BAR), BAR);
    update();
    if (field.isFocused()) {
      reveal(field.getCaretPosition());
    }
  }

  // ---- drawing

  /// Draws what is in view, and nothing else.
  private void update() {
    if (isUpdating || viewport.getWidth() <= 0) {
      return;
    }
    isUpdating = true;
    try {
      draw();
    } finally {
      isUpdating = false;
    }
  }

  private void draw() {
    double height = rowHeight();
    double total = textHeight(viewport.getWidth());
    scrollY = Math.clamp(scrollY, 0, Math.max(0, total - viewport.getHeight()));
    int count = field.lines().count();
    int first = isWrapped() ? 0 : (int) Math.min(count - 1, scrollY / height);
    int last = (int) Math.min(count - 1, (scrollY + viewport.getHeight()) / height);
    rows.keep(first, last);
    double widest = 0;
    for (int line = first; line <= last; line++) {
      CodeRow row = rows.row(line);
      row.fit(isWrapped() ? viewport.getWidth() : -1);
      widest = Math.max(widest, row.getWidth());
    }
    scrollX = isWrapped() ? 0 : Math.clamp(scrollX, 0, room(widest, viewport.getWidth()));
    rows.forEach((line, row) -> row.relocate(-scrollX, line * height - scrollY));
    mark();
    tip(widest);
    number(first, last, height);
    drawCaret();
    boolean isEmpty = field.getLength() == 0;
    prompt.setVisible(isEmpty);
    prompt.relocate(0, 0);
    bars(widest, total);
  }

  private static double room(double content, double view) {
    return Math.max(0, content - view);
  }

  private void bars(double widest, double total) {
    boolean isMany = field.mode() == CodeField.Lines.MANY;
    bar(vertical, isMany || isWrapped(), total, viewport.getHeight(), scrollY);
    // A single line scrolls as any field does.
    boolean isBarred = isMany && field.lines().count() > 1;
    bar(horizontal, isBarred, widest, viewport.getWidth(), scrollX);
    if (horizontal.isVisible() != hasBar) {
      hasBar = horizontal.isVisible();
      // This may be a layout pass, which would forget it.
      Platform.runLater(field::requestLayout);
    }
  }

  /// Most fields never scroll: what draws a bar is made for those that do.
  private void bar(ScrollBar bar, boolean isWanted, double content, double view, double value) {
    double room = room(content, view);
    if (isWanted && room > 1 && bar.getParent() == null) {
      bar.setManaged(false);
      bar.setFocusTraversable(false);
      getChildren().add(bar);
      Platform.runLater(field::requestLayout);
    }
    bar.setVisible(isWanted && room > 1);
    bar.setMax(Math.max(room, value));
    bar.setVisibleAmount(bar.getMax() * view / Math.max(1, content));
    bar.setUnitIncrement(16);
    bar.setValue(value);
  }

  /// Shows what is selected, wrong, and a pair of brackets.
  private void mark() {
    LineStarts lines = field.lines();
    IndexRange selection = field.getSelection();
    Mistake mistake = field.mistake().get();
    Optional<Brackets.Pair> pair =
        field.isFocused() ? Brackets.at(caretOffset(), lines, field.language()) : Optional.empty();
    rows.forEach(
        (line, row) -> {
          int start = lines.start(line);
          int end = lines.end(line);
          boolean goesOn = selection.getStart() <= end && selection.getEnd() > end;
          row.select(
              Math.max(0, selection.getStart() - start),
              Math.min(end, selection.getEnd()) - start,
              goesOn && selection.getLength() > 0 ? 4 : 0);
          List<Integer> columns = new ArrayList<>();
          pair.ifPresent(
              p ->
                  List.of(p.first(), p.second())
                      .forEach(
                          offset -> {
                            if (offset >= start && offset < end) {
                              columns.add(offset - start);
                            }
                          }));
          row.mark(columns);
          boolean isWrong = mistake != null && lines.at(clamped(mistake.start())) == line;
          row.underline(
              isWrong ? clamped(mistake.start()) - start : 0,
              isWrong ? wrongEnd(line, clamped(mistake.start())) - start : -1);
        });
  }

  private int clamped(int offset) {
    return Math.clamp(offset, 0, field.getLength());
  }

  private int caretOffset() {
    return clamped(field.getCaretPosition());
  }

  /// A mistake goes to the end of its token, or else of its word.
  private int wrongEnd(int line, int start) {
    LineStarts lines = field.lines();
    CodeRow row = rows.drawn(line);
    int end = row == null ? start : lines.start(line) + row.tokenEnd(start - lines.start(line));
    while (end < lines.end(line) && Character.isLetterOrDigit(lines.character(end))) {
      end++;
    }
    return Math.max(end, start + 1);
  }

  /// Says what is wrong, or else the whole of a line that is longer than its field.
  private void tip(double widest) {
    Mistake mistake = field.mistake().get();
    boolean isCut = field.mode() == CodeField.Lines.ONE && widest > viewport.getWidth() + 1;
    String says = mistake != null ? mistake.message() : isCut ? field.getText() : "";
    Tooltip now = tip;
    if (!says.isEmpty() && field.getTooltip() == null) {
      now = new Tooltip();
      now.setWrapText(true);
      now.setMaxWidth(420);
      tip = now;
      field.setTooltip(now);
    }
    if (now != null && now == field.getTooltip()) {
      now.setText(says);
      if (says.isEmpty()) {
        field.setTooltip(null);
      }
    }
  }

  private void number(int first, int last, double height) {
    double width = gutter();
    if (width > 0) {
      numbers.show(first, last, field.getFont(), width, height, scrollY, viewport.getHeight());
    } else {
      numbers.clear();
    }
  }

  private void drawCaret() {
    Rectangle2D place = place(caretOffset());
    caret.setVisible(field.isFocused() && field.isEditable());
    caret.stand(place);
  }

  /// Where the caret stands in the viewport at this offset; lines out of view have no more than
  /// their height.
  private Rectangle2D place(int offset) {
    int line = field.lines().at(offset);
    double height = rowHeight();
    CodeRow row = rows.drawn(line);
    if (row == null) {
      return new Rectangle2D(-scrollX, line * height - scrollY, 1, height);
    }
    Rectangle2D place = row.caret(offset - field.lines().start(line));
    return new Rectangle2D(
        place.getMinX() + row.getLayoutX(), place.getMinY() + row.getLayoutY(), 1, height);
  }

  // ---- places

  private void scrollTo(double x, double y) {
    if (!isUpdating && (x != scrollX || y != scrollY)) {
      scrollX = x;
      scrollY = y;
      update();
    }
  }

  /// Scrolls no more than it takes to see this offset.
  private void reveal(int offset) {
    if (viewport.getWidth() <= 0) {
      return;
    }
    Rectangle2D at = place(clamped(offset));
    double below = at.getMaxY() - viewport.getHeight();
    double y = at.getMinY() < 0 ? scrollY + at.getMinY() : scrollY + Math.max(0, below);
    scrollTo(scrollX, Math.max(0, y));
    Rectangle2D seen = place(clamped(offset));
    double right = seen.getMaxX() - viewport.getWidth();
    double x = seen.getMinX() < 0 ? scrollX + seen.getMinX() : scrollX + Math.max(0, right);
    scrollTo(Math.max(0, x), scrollY);
  }

  /// The offset nearest to a point of the field.
  int offset(double x, double y) {
    double inX = x - viewport.getLayoutX();
    double inY = y - viewport.getLayoutY();
    LineStarts lines = field.lines();
    int line =
        isWrapped() ? 0 : (int) Math.clamp((inY + scrollY) / rowHeight(), 0, lines.count() - 1);
    CodeRow row = rows.row(line);
    row.fit(isWrapped() ? viewport.getWidth() : -1);
    double within = isWrapped() ? inY + scrollY : rowHeight() / 2;
    return lines.start(line)
        + row.column(inX + scrollX, Math.clamp(within, 0, row.getHeight() - 1));
  }

  /// Where the caret is, in the field.
  Point2D caretPoint() {
    Rectangle2D place = place(caretOffset());
    return new Point2D(
        place.getMinX() + viewport.getLayoutX(),
        place.getMinY() + place.getHeight() / 2 + viewport.getLayoutY());
  }

  /// How many lines are in view.
  int page() {
    return Math.max(1, (int) (viewport.getHeight() / rowHeight()) - 1);
  }

  private List<Rectangle2D> boxes(int start, int end) {
    List<Rectangle2D> found = new ArrayList<>();
    rows.forEach(
        (line, row) -> {
          int from = field.lines().start(line);
          for (Rectangle2D box : row.range(Math.max(0, start - from), Math.max(0, end - from))) {
            found.add(
                new Rectangle2D(
                    box.getMinX() + row.getLayoutX(),
                    box.getMinY() + row.getLayoutY(),
                    box.getWidth(),
                    box.getHeight()));
          }
        });
    return found;
  }

  @Override
  protected PathElement[] getUnderlineShape(int start, int end) {
    List<PathElement> elements = new ArrayList<>();
    for (Rectangle2D box : boxes(start, end)) {
      elements.add(new MoveTo(box.getMinX(), box.getMaxY()));
      elements.add(new LineTo(box.getMaxX(), box.getMaxY()));
    }
    return elements.toArray(PathElement[]::new);
  }

  @Override
  protected PathElement[] getRangeShape(int start, int end) {
    return CodeRow.outline(boxes(start, end)).toArray(PathElement[]::new);
  }

  @Override
  protected void addHighlight(List<? extends Node> nodes, int start) {
    viewport.getChildren().addAll(nodes);
  }

  @Override
  protected void removeHighlight(List<? extends Node> nodes) {
    viewport.getChildren().removeAll(nodes);
  }

  @Override
  protected int getInsertionPoint(double x, double y) {
    return offset(x, y);
  }

  @Override
  public Rectangle2D getCharacterBounds(int index) {
    Rectangle2D place = place(clamped(index));
    List<Rectangle2D> box = boxes(clamped(index), clamped(index + 1));
    return new Rectangle2D(
        place.getMinX() + viewport.getLayoutX(),
        place.getMinY() + viewport.getLayoutY(),
        box.isEmpty() ? 0 : box.getFirst().getWidth(),
        place.getHeight());
  }

  @Override
  protected void scrollCharacterToVisible(int index) {
    reveal(index);
  }

  /// Moves the caret by lines or pages up and down, or to the end of a line as it is seen.
  @Override
  public void moveCaret(TextUnit unit, Direction direction, boolean select) {
    keys.move(unit, direction, select);
  }

  @Override
  protected @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    LineStarts lines = field.lines();
    return switch (attribute) {
      case LINE_FOR_OFFSET -> lines.at(clamped((Integer) parameters[0]));
      case LINE_START -> lines.start((Integer) parameters[0]);
      case LINE_END -> lines.end((Integer) parameters[0]);
      case BOUNDS_FOR_RANGE ->
          boxes((Integer) parameters[0], (Integer) parameters[1] + 1).stream()
              .map(
                  box ->
                      viewport.localToScreen(
                          new BoundingBox(
                              box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight())))
              .toArray(Bounds[]::new);
      case OFFSET_AT_POINT -> {
        Point2D local = field.screenToLocal((Point2D) parameters[0]);
        yield local == null ? null : offset(local.getX(), local.getY());
      }
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
