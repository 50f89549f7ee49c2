/// What lies at a port or on a link of the canvas, seen without opening it: `PortPreviews` shows a
/// `PreviewCard` beside the mouse, or by a key.
@NullMarked
package dev.pipewright.app.preview;

import org.jspecify.annotations.NullMarked;
