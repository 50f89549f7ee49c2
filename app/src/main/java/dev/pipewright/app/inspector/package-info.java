/// The panel at the right: `InspectorView` shows the selected node, with its parameters, what goes
/// in and out, and what earlier runs made of it.
@NullMarked
package dev.pipewright.app.inspector;

import org.jspecify.annotations.NullMarked;
