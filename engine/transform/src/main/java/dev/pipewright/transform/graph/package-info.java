/// From expressions to numbers: `AnalysisPlan` finds what must be known of the whole data set
/// before rows can be transformed, its analyzers fold it together, and `GraphCompiler` turns
/// expressions and what was found into a TensorFlow graph. `BlockEvaluator` runs that over batches
/// of rows.
@NullMarked
package dev.pipewright.transform.graph;

import org.jspecify.annotations.NullMarked;
