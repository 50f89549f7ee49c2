/// The viewer of examples: millions of rows in a grid that is drawn, not made of nodes (`RowGrid`),
/// with a filter, order, what is in the columns, and details of a row. `ExamplesModel` does the
/// work off the JavaFX thread over the engine's `ExamplesTable`.
@NullMarked
package dev.pipewright.nodes.examples;

import org.jspecify.annotations.NullMarked;
