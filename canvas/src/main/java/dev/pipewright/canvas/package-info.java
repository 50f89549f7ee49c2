/// A control that shows a graph of nodes with typed ports and links between them. `GraphView` draws
/// an immutable `GraphDocument` and says by `GraphIntent` what a person wants changed; it keeps no
/// history and never changes the document. What stands on a node's card comes from a `NodeContent`.
@NullMarked
package dev.pipewright.canvas;

import org.jspecify.annotations.NullMarked;
