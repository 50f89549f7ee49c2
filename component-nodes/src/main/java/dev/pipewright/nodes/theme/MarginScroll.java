package dev.pipewright.nodes.theme;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Scrolls what is in a panel, with a bar that stands in the panel's margin: its place is always
/// there, so that nothing gets narrower when it comes. Content has no margin of its own at the
/// right.
public final class MarginScroll extends ScrollPane {

  private static final PseudoClass STILL = PseudoClass.getPseudoClass("still");

  /// Scrolls this, which is as wide as there is room.
  public MarginScroll(Node content) {
    super(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("margin-bar");
    content.layoutBoundsProperty().subscribe(this::look);
    viewportBoundsProperty().subscribe(this::look);
  }

  /// Whether there is anything to scroll.
  private void look() {
    double needed = getContent().getLayoutBounds().getHeight();
    pseudoClassStateChanged(STILL, needed <= getViewportBounds().getHeight() + 0.5);
  }
}
