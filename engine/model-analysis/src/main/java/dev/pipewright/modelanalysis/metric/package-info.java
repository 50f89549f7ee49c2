/// The metrics of TensorFlow Model Analysis: a `MetricCatalog` makes a `Metric` of its class name
/// and config; a metric is read off a `Tally`, which a `Measure` starts and rows of `Scores` are
/// added to. Equal measures are tallied once, however many metrics read them.
@NullMarked
package dev.pipewright.modelanalysis.metric;

import org.jspecify.annotations.NullMarked;
