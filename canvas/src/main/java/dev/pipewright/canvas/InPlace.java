package dev.pipewright.canvas;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Edits a title or a note where it stands. Enter (in a note with the shortcut key), or leaving the
/// field, takes what is written; Escape does not. A title is not taken while it is empty.
final class InPlace {

  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
  // Smaller than this nothing can be read while it is written.
  private static final double LEAST_ZOOM = 0.6;
  private static final double FIELD = 26;

  private final Desk desk;
  private final GraphView view;
  private @Nullable Editing editing;

  private record Editing(
      TextInputControl field,
      String before,
      Predicate<String> allowed,
      Consumer<String> changed,
      Runnable closed,
      BooleanSupplier lives) {}

  InPlace(Desk desk) {
    this.desk = desk;
    view = desk.view();
  }

  void editTitle(String key) {
    NodeItem node = desk.items().node(key);
    if (node != null) {
      show(node.key());
      double left = CardMetrics.SIDE + CardMetrics.TILE + CardMetrics.TILE_GAP - 6;
      double top = CardMetrics.BORDER + CardMetrics.STRIP + (CardMetrics.HEADER - FIELD) / 2;
      title(
          node.node().title(),
          new Rectangle2D(
              node.x() + left, node.y() + top, node.width() - left - CardMetrics.SIDE + 4, FIELD),
          text -> view.emit(new GraphIntent.Rename(key, text)),
          () -> desk.items().node(key) == node);
    }
  }

  void editFrameTitle(String key) {
    FrameItem frame = desk.items().frames().get(key);
    NodeItem folded = desk.items().node(Folding.keyOf(key));
    Consumer<String> changed = text -> view.emit(new GraphIntent.RenameFrame(key, text));
    if (frame != null) {
      show(null);
      double width = Math.min(260, frame.width() - FrameBox.CHEVRON - 8);
      double top = (GraphFrame.TITLE - FIELD) / 2;
      title(
          frame.frame().title(),
          new Rectangle2D(
              frame.x() + FrameBox.CHEVRON - 4, frame.y() + top, Math.max(60, width), FIELD),
          changed,
          () -> desk.items().frames().get(key) == frame);
    } else if (folded != null) {
      show(folded.key());
      title(
          folded.node().title(),
          new Rectangle2D(folded.x() + 36, folded.y() + 10, folded.width() - 42, FIELD),
          changed,
          () -> desk.items().node(folded.key()) == folded);
    }
  }

  private void title(
      String text, Rectangle2D bounds, Consumer<String> changed, BooleanSupplier lives) {
    TextField field = new TextField(text);
    field.getStyleClass().add("title-field");
    field.setAccessibleText(Messages.text("edit.title"));
    open(
        new Editing(
            field,
            text,
            now -> !now.isBlank(),
            now -> changed.accept(now.strip()),
            () -> {},
            lives),
        bounds);
    field.selectAll();
  }

  void editNote(String key) {
    NoteItem note = desk.items().notes().get(key);
    if (note == null) {
      return;
    }
    show(null);
    Box box = note.box();
    TextArea area = new TextArea(note.note().text());
    area.getStyleClass().add("note-area");
    area.setWrapText(true);
    area.setAccessibleText(Messages.text("edit.note"));
    open(
        new Editing(
            area,
            note.note().text(),
            _ -> true,
            text -> view.emit(new GraphIntent.EditNote(key, text)),
            () -> hideText(box, false),
            () -> desk.items().notes().get(key) == note),
        note.bounds());
    hideText(box, true);
    area.end();
  }

  private static void hideText(@Nullable Box box, boolean hidden) {
    if (box instanceof NoteBox note) {
      note.editing(hidden);
    }
  }

  private void show(@Nullable String node) {
    close();
    if (view.getZoom() < LEAST_ZOOM) {
      view.zoomTo(1);
    }
    if (node != null) {
      desk.drawing().reveal(node);
    }
  }

  private void open(Editing opened, Rectangle2D bounds) {
    TextInputControl field = opened.field();
    editing = opened;
    field.setManaged(false);
    field.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    field.addEventFilter(KeyEvent.KEY_PRESSED, event -> press(event, opened));
    field.focusedProperty().subscribe(now -> leave(now, opened));
    desk.drawing().overlay().getChildren().add(field);
    field.applyCss();
    field.resizeRelocate(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    field.requestFocus();
  }

  private void press(KeyEvent event, Editing from) {
    boolean ends =
        event.getCode() == KeyCode.ENTER
            && (from.field() instanceof TextField || event.isShortcutDown());
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
      view.requestFocus();
      event.consume();
    } else if (ends) {
      if (take(from)) {
        view.requestFocus();
      }
      event.consume();
    }
  }

  private void leave(boolean focused, Editing from) {
    if (!focused && editing == from && from.field().getScene() != null) {
      if (from.field().getScene().getFocusOwner() != from.field() && !take(from)) {
        close();
      }
    }
  }

  // Says whether the text was taken.
  private boolean take(Editing from) {
    String text = from.field().getText();
    if (!from.allowed().test(text)) {
      from.field().pseudoClassStateChanged(REFUSED, true);
      refuse(from.field());
      return false;
    }
    close();
    if (!text.strip().equals(from.before().strip())) {
      from.changed().accept(text);
    }
    return true;
  }

  private void refuse(TextInputControl field) {
    var at = view.sceneToLocal(field.localToScene(0, field.getHeight()));
    desk.hints().tip(Messages.text("edit.empty"), at.getX() - 16, at.getY() - 10);
  }

  /// Goes on as long as what is edited is there.
  void documentChanged() {
    if (editing != null && !editing.lives().getAsBoolean()) {
      close();
    }
  }

  /// Ends it without taking what was written.
  void close() {
    Editing ended = editing;
    if (ended != null) {
      editing = null;
      ended.closed().run();
      desk.hints().clear();
      desk.drawing().overlay().getChildren().remove(ended.field());
    }
  }
}
