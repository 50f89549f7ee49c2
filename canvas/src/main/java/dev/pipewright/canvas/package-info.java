/// A control that shows a graph of nodes with typed ports and links between them, with frames and
/// notes, and lets a person edit it. `GraphView` draws an immutable `GraphDocument` and says by
/// `GraphIntent` what a person wants changed; it keeps no history and never changes the document. A
/// `LinkRule` and an `InsertRule` say what fits; what stands on a node's card comes from a
/// `NodeContent`; `GraphEdits` is what menus do to all that is selected.
@NullMarked
package dev.pipewright.canvas;

import org.jspecify.annotations.NullMarked;
