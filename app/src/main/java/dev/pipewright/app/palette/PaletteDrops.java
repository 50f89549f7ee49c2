package dev.pipewright.app.palette;

import dev.pipewright.pipeline.component.ComponentSpec;

/// Where components are dragged to from the palette. Places are the scene's.
public interface PaletteDrops {

  /// A drag begins.
  ///
  /// @param cancelled to be run when Escape is pressed: then neither `over` nor `drop` follows
  void begin(Runnable cancelled);

  /// A component is dragged, and is there now.
  void over(ComponentSpec spec, double sceneX, double sceneY);

  /// It is let go there.
  void drop(double sceneX, double sceneY);
}
