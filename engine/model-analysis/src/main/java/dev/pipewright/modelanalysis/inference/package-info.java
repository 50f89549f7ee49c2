/// What models say of examples: an `EvaluatedModel` runs a SavedModel's signatures on serialized
/// examples, and a `BlockScorer` makes scores of a block of records with one or two of them. The
/// only package of the module that touches TensorFlow.
@NullMarked
package dev.pipewright.modelanalysis.inference;

import org.jspecify.annotations.NullMarked;
