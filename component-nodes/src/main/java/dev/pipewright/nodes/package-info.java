/// What the components of a pipeline look like. `NodeBinding` gives a component its icon, its face
/// on the canvas and its panel; `ArtifactViewer` shows an artifact in a tab. Both are found by
/// `ServiceLoader`. `NodeModel` is what they see of a node; the workbench keeps it up to date.
/// `ComponentCard` makes of a model and a binding what stands on the canvas; `ArtifactFace` with a
/// `FaceContent` is a face that shows what a node's outputs hold.
@NullMarked
package dev.pipewright.nodes;

import org.jspecify.annotations.NullMarked;
