package dev.pipewright.app.palette;

import dev.pipewright.pipeline.component.ComponentSpec;

/// A row of the palette.
sealed interface PaletteRow {

  /// The head of a category.
  ///
  /// @param count how many components it has, those that are not shown included
  /// @param isFolded whether its components are hidden
  record Head(ComponentSpec.Category category, int count, boolean isFolded) implements PaletteRow {}

  /// A component.
  record Entry(ComponentSpec spec) implements PaletteRow {}
}
