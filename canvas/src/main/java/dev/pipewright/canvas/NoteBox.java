package dev.pipewright.canvas;

import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A note: its Markdown, and its footer below.
final class NoteBox extends Box {

  static final Insets PAD = new Insets(10, 12, 10, 12);
  private static final double FOOTER = 16;
  private static final double FOOTER_GAP = 8;

  private final NoteItem note;
  private final Label footer = new Label();
  private final Rectangle clip = new Rectangle();
  private Region text = new Region();
  private @Nullable String shown;
  private boolean isEdited;

  NoteBox(NoteItem note) {
    super(note);
    this.note = note;
    footer.getStyleClass().add("footer");
    setAccessibleRole(AccessibleRole.NODE);
    update();
  }

  @Override
  void update() {
    GraphNote now = note.note();
    getStyleClass().setAll("graph-note");
    if (!now.style().isEmpty()) {
      getStyleClass().add(now.style());
    }
    if (!now.text().equals(shown)) {
      shown = now.text();
      text.setClip(null);
      text = new MarkdownText(Markdown.parse(shown));
      text.setManaged(false);
      text.setClip(clip);
      text.setVisible(!isEdited);
      getChildren().setAll(text, footer);
    }
    footer.setText(now.footer());
    setAccessibleText(Messages.text("note", now.text().strip()));
    requestLayout();
  }

  /// Leaves room for an editor of the text, or shows the text again.
  void editing(boolean value) {
    isEdited = value;
    text.setVisible(!value);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - PAD.getLeft() - PAD.getRight();
    boolean hasFooter = !footer.getText().isEmpty();
    double height =
        getHeight() - PAD.getTop() - (hasFooter ? FOOTER + FOOTER_GAP + 4 : PAD.getBottom());
    text.resizeRelocate(PAD.getLeft(), PAD.getTop(), width, Math.max(0, height));
    clip.setWidth(Math.max(0, width));
    clip.setHeight(Math.max(0, height));
    footer.setVisible(hasFooter);
    layoutInArea(
        footer,
        PAD.getLeft(),
        getHeight() - FOOTER - FOOTER_GAP,
        width,
        FOOTER,
        0,
        javafx.geometry.HPos.LEFT,
        VPos.CENTER);
  }
}
