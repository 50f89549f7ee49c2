/// The list of components at the left: `PaletteModel` says which rows there are, `PaletteView`
/// draws them.
@NullMarked
package dev.pipewright.app.palette;

import org.jspecify.annotations.NullMarked;
