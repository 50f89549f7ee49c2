package dev.pipewright.app.dock;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Keeps a part of a page at the top while the page is laid out, until the person scrolls.
public final class ScrollTo {

  private static final double GAP = 16;

  private final ScrollPane scroll;
  private @Nullable Node wanted;

  /// @param scroll has its page already
  public ScrollTo(ScrollPane scroll) {
    this.scroll = scroll;
    scroll.getContent().layoutBoundsProperty().subscribe(this::later);
    scroll.viewportBoundsProperty().subscribe(this::later);
    scroll.addEventFilter(ScrollEvent.SCROLL, event -> wanted = null);
    scroll.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> wanted = null);
  }

  /// Brings a part to the top; the beginning of the page with null.
  public void show(@Nullable Node part) {
    wanted = part;
    if (part == null) {
      scroll.setVvalue(0);
    } else {
      later();
    }
  }

  private void later() {
    if (wanted != null) {
      Platform.runLater(this::seek);
    }
  }

  private void seek() {
    Node part = wanted;
    if (part == null || part.getScene() == null) {
      return;
    }
    Node page = scroll.getContent();
    Bounds at = page.sceneToLocal(part.localToScene(part.getLayoutBounds()));
    double room = page.getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
    scroll.setVvalue(room <= 0 ? 0 : Math.clamp((at.getMinY() - GAP) / room, 0, 1));
  }
}
