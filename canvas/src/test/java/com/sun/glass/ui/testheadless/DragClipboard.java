package com.sun.glass.ui.testheadless;

import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.ClipboardAssistance;
import com.sun.glass.ui.SystemClipboard;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/// The clipboard that a drag carries: its data never leave the process. Filling it starts the drag.
final class DragClipboard extends SystemClipboard {
  private final Desktop desktop;

  DragClipboard(Desktop desktop) {
    super(Clipboard.DND);
    this.desktop = desktop;
  }

  @Override
  public void flush(ClipboardAssistance source, HashMap<String, Object> data, int actions) {
    super.flush(source, data, actions);
    desktop.startDrag(new DragSession(source, actions));
  }

  @Override
  protected boolean isOwner() {
    return true;
  }

  @Override
  protected void pushToSystem(HashMap<String, Object> data, int actions) {}

  @Override
  protected void pushTargetActionToSystem(int action) {}

  @Override
  protected @Nullable Object popFromSystem(String mimeType) {
    return null;
  }

  @Override
  protected int supportedSourceActionsFromSystem() {
    return Clipboard.ACTION_ANY;
  }

  @Override
  protected String[] mimesFromSystem() {
    return new String[0];
  }
}
