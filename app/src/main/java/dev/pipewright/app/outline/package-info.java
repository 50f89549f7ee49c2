/// What is in a pipeline, as a tree: `OutlineTree` orders groups, nodes, notes and runtime
/// parameters, `OutlineView` draws them, with how each node is, and goes where a person points.
@NullMarked
package dev.pipewright.app.outline;

import org.jspecify.annotations.NullMarked;
