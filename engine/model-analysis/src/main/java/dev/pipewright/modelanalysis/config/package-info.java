/// The configuration of an evaluation: TFMA's EvalConfig, read from JSON (`EvalConfigs`), with
/// TFMA's defaults filled in, and made into a `MetricPlan` of what to tally, read and check.
@NullMarked
package dev.pipewright.modelanalysis.config;

import org.jspecify.annotations.NullMarked;
