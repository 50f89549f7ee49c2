/// The language in which a Transform's outputs are written: Python's expression grammar over the
/// names of tf and tft. `ExpressionParser` turns text into an `Expression`, a tree whose calls are
/// bound to rows of the table `Operations`; `TypeChecker` says what type it has over the features
/// of a schema. Nothing here loads TensorFlow.
@NullMarked
package dev.pipewright.transform.expression;

import org.jspecify.annotations.NullMarked;
