/// Anomalies: where statistics and a schema disagree. `StatisticsValidation` gives the `Anomalies`
/// that TFDV's `validate_statistics` gives.
@NullMarked
package dev.pipewright.datavalidation.anomalies;

import org.jspecify.annotations.NullMarked;
