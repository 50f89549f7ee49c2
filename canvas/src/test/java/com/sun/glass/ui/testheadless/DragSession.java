package com.sun.glass.ui.testheadless;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.ClipboardAssistance;
import java.util.Optional;

/// A drag and drop under way: it follows the mouse from window to window until it is dropped or
/// given up.
final class DragSession {
  private final ClipboardAssistance source;
  private final int offered;
  private Optional<TestView> over = Optional.empty();
  private int accepted = Clipboard.ACTION_NONE;

  DragSession(ClipboardAssistance source, int offered) {
    this.source = source;
    this.offered = offered;
  }

  void moveTo(Optional<TestView> target, Pointer at, int modifiers) {
    int wanted = wanted(modifiers);
    if (!target.equals(over)) {
      over.ifPresent(TestView::dragLeft);
      over = target;
      target.ifPresent(view -> view.dragEntered(at, wanted));
    }
    accepted = target.map(view -> view.dragMoved(at, wanted)).orElse(Clipboard.ACTION_NONE);
  }

  void drop(Pointer at) {
    int done = Clipboard.ACTION_NONE;
    if (over.isPresent()) {
      if (accepted == Clipboard.ACTION_NONE) {
        over.get().dragLeft();
      } else {
        done = over.get().dropped(at, accepted);
      }
    }
    source.actionPerformed(done);
  }

  void cancel() {
    over.ifPresent(TestView::dragLeft);
    source.actionPerformed(Clipboard.ACTION_NONE);
  }

  /// What the person asks for, as desktops read the modifiers: Control copies, Shift moves, both
  /// link.
  private int wanted(int modifiers) {
    boolean copying = (modifiers & KeyEvent.MODIFIER_CONTROL) != 0;
    boolean moving = (modifiers & KeyEvent.MODIFIER_SHIFT) != 0;
    int asked =
        copying && moving
            ? Clipboard.ACTION_REFERENCE
            : copying ? Clipboard.ACTION_COPY : Clipboard.ACTION_MOVE;
    if ((asked & offered) != 0) {
      return asked;
    }
    return (offered & Clipboard.ACTION_COPY) != 0 ? Clipboard.ACTION_COPY : offered;
  }
}
