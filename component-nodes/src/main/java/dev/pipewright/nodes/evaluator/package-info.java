/// The looks of Evaluator: what is measured and what is asked of it; then whether the model is
/// blessed, and by which number.
@NullMarked
package dev.pipewright.nodes.evaluator;

import org.jspecify.annotations.NullMarked;
