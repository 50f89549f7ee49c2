package dev.pipewright.charts;

import javafx.scene.control.SkinBase;

/// Draws a [Histogram].
final class HistogramSkin extends SkinBase<Histogram> {

  HistogramSkin(Histogram control) {
    super(control);
  }
}
