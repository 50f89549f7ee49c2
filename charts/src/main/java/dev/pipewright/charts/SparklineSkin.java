package dev.pipewright.charts;

import javafx.scene.control.SkinBase;

/// Draws a [Sparkline].
final class SparklineSkin extends SkinBase<Sparkline> {

  SparklineSkin(Sparkline control) {
    super(control);
  }
}
