/// Examples in memory and how they are folded: an `ExampleBatch` holds rows as columns, an
/// `Accumulator` folds batches into a result that is the same for any number of threads.
@NullMarked
package dev.pipewright.data;

import org.jspecify.annotations.NullMarked;
