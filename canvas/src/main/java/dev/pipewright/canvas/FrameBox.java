package dev.pipewright.canvas;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// A frame: a faint ground with a dashed border, and a title row with a chevron that folds it. From
/// far the title stands over the frame, so large that it can be read.
final class FrameBox extends Box {

  /// How far the chevron, with what is hit of it, goes from the left edge.
  static final double CHEVRON = 30;

  private static final double SIDE = 12;
  private static final double GAP = 6;
  private static final double ICON = 16;
  private static final double FAR = 0.5;
  private static final double READABLE = 0.85;
  private static final double FAR_ROW = 18;

  private final FrameItem frame;
  private final Region tint = new Region();
  private final Region border = new Region();
  private final Glyph chevron = new Glyph(Glyph.CHEVRON_DOWN, ICON);
  private final Label title = new Label();
  private final Label detail = new Label();
  private final Scale size = new Scale(1, 1);

  FrameBox(FrameItem frame) {
    super(frame);
    this.frame = frame;
    tint.getStyleClass().add("tint");
    border.getStyleClass().add("border");
    chevron.getStyleClass().add("chevron");
    title.getStyleClass().add("title");
    detail.getStyleClass().add("detail");
    title.getTransforms().add(size);
    setAccessibleRole(AccessibleRole.NODE);
    setMouseTransparent(true);
    getChildren().setAll(tint, border, chevron, title, detail);
    update();
  }

  Label title() {
    return title;
  }

  @Override
  void update() {
    getStyleClass().setAll("graph-frame", frame.frame().category());
    title.setText(frame.frame().title());
    detail.setText(frame.frame().detail());
    setAccessibleText(Messages.text("frame", frame.frame().title(), frame.frame().detail()));
    requestLayout();
  }

  @Override
  void zoomed(double zoom) {
    double wanted = zoom < FAR ? READABLE / zoom : 1;
    if (size.getX() != wanted) {
      size.setX(wanted);
      size.setY(wanted);
      requestLayout();
    }
  }

  private void layoutFromFar() {
    chevron.setVisible(false);
    detail.setVisible(false);
    title.resizeRelocate(2, -FAR_ROW * size.getY(), getWidth() / size.getX(), FAR_ROW);
  }

  @Override
  protected void layoutChildren() {
    tint.resizeRelocate(0, 0, getWidth(), getHeight());
    border.resizeRelocate(0, 0, getWidth(), getHeight());
    if (size.getX() != 1) {
      layoutFromFar();
      return;
    }
    double row = GraphFrame.TITLE;
    chevron.setVisible(true);
    chevron.resizeRelocate(SIDE, (row - ICON) / 2, ICON, ICON);
    double x = SIDE + ICON + GAP;
    double room = Math.max(0, getWidth() - x - SIDE);
    double width = Math.min(room, Math.ceil(title.prefWidth(-1)));
    title.resizeRelocate(x, 0, width, row);
    double rest = Math.max(0, room - width - GAP);
    detail.resizeRelocate(x + width + GAP, 0, Math.min(rest, Math.ceil(detail.prefWidth(-1))), row);
    detail.setVisible(rest > 24);
  }
}
