/// The Trainer: it feeds examples to a Keras model, logs and checkpoints the training, and exports
/// the model with its transform as a SavedModel. `Trainer` is the component; `RowStore` holds the
/// examples as numbers and `Batches` feeds them in the order of a `RowShuffle`.
@NullMarked
package dev.pipewright.training;

import org.jspecify.annotations.NullMarked;
