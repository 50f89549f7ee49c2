/// Statistics of examples, equal to what TensorFlow Data Validation writes. `StatisticsAccumulator`
/// folds batches into a `DatasetFeatureStatisticsList`; what it computes of a feature depends on
/// the feature's type and, with a schema, on its domain (`StatisticsOptions`).
@NullMarked
package dev.pipewright.datavalidation.statistics;

import org.jspecify.annotations.NullMarked;
