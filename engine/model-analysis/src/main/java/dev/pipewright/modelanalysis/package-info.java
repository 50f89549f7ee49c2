/// The Evaluator component: how good a model is, over all examples and by slices, whether it meets
/// its thresholds, and whether it is better than the last blessed one. Its parameter is TFMA's
/// EvalConfig; its results are TFMA's files.
@NullMarked
package dev.pipewright.modelanalysis;

import org.jspecify.annotations.NullMarked;
