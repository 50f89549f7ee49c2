package com.sun.glass.ui.testheadless;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.delegate.ClipboardDelegate;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;

/// What JavaFX creates for `-Dglass.platform=TestHeadless`: the name and the package follow from
/// that.
public final class TestHeadlessPlatformFactory extends HeadlessPlatformFactory {
  private final Desktop desktop = new Desktop();

  @Override
  public Application createApplication() {
    return new TestApplication(desktop);
  }

  @Override
  public ClipboardDelegate createClipboardDelegate() {
    ClipboardDelegate inherited = super.createClipboardDelegate();
    return name ->
        Clipboard.DND.equals(name) ? new DragClipboard(desktop) : inherited.createClipboard(name);
  }
}
