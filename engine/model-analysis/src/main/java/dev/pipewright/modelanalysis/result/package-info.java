/// The results of an evaluation: `Evaluations` reads them off the tallies, `Validation` holds them
/// against thresholds, `EvaluationFiles` writes TFMA's files and `EvaluationArtifact` reads them.
@NullMarked
package dev.pipewright.modelanalysis.result;

import org.jspecify.annotations.NullMarked;
