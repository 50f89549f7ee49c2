package dev.pipewright.charts;

import javafx.scene.control.SkinBase;

/// Draws a [LinePlot].
final class LinePlotSkin extends SkinBase<LinePlot> {

  LinePlotSkin(LinePlot control) {
    super(control);
  }
}
