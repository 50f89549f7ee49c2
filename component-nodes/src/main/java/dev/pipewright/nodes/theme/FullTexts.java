package dev.pipewright.nodes.theme;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Says in a tip what a text is that has not room enough, wherever in a scene it stands and the
/// mouse rests on it: one tip for all of them. What has a tip of its own keeps it.
final class FullTexts {

  private static final double WIDEST = 480;

  private final Tooltip tip = new Tooltip();
  private @Nullable Control told;

  private FullTexts() {
    tip.setWrapText(true);
    tip.setMaxWidth(WIDEST);
  }

  /// Does so from now on; once for a scene.
  static void tellIn(Scene scene) {
    if (scene.getProperties().putIfAbsent(FullTexts.class, true) == null) {
      FullTexts texts = new FullTexts();
      scene.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, event -> texts.at(event.getTarget()));
      scene.addEventFilter(MouseEvent.MOUSE_EXITED_TARGET, event -> texts.left(event.getTarget()));
    }
  }

  private void at(EventTarget target) {
    if (target instanceof Control control && control != told && !hasTip(control)) {
      String text = cut(control);
      if (!text.isEmpty()) {
        forget();
        tip.setText(text);
        Tooltip.install(control, tip);
        told = control;
      }
    }
  }

  private void left(EventTarget target) {
    if (target == told) {
      forget();
    }
  }

  private void forget() {
    if (told != null) {
      Tooltip.uninstall(told, tip);
      told = null;
    }
  }

  private static boolean hasTip(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      boolean isInstalled =
          at.getProperties().values().stream().anyMatch(Tooltip.class::isInstance);
      if (isInstalled || (at instanceof Control control && control.getTooltip() != null)) {
        return true;
      }
    }
    return false;
  }

  /// The text of a control that is not drawn in full, or nothing.
  private static String cut(Control control) {
    return switch (control) {
      case Labeled labeled when labeled.isTextTruncated() -> labeled.getText();
      case TextField field when !field.isFocused() && isWider(field) -> field.getText();
      default -> "";
    };
  }

  private static boolean isWider(TextField field) {
    return field.lookup(".text") instanceof Text text
        && text.getLayoutBounds().getWidth()
            > field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight();
  }
}
